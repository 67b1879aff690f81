package dev.understudy.shell.command;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A service that comes and goes while a command is used. Safe for many threads. */
public final class OptionalService<S> {

    private final AtomicReference<@Nullable S> present = new AtomicReference<>();

    /** Uses a service from now on. */
    public void use(S service) {
        present.set(service);
    }

    /** Uses none from now on, unless another one has replaced this. */
    public void unset(S service) {
        present.compareAndSet(service, null);
    }

    @Nullable
    S get() {
        return present.get();
    }
}

package dev.understudy.image;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/** A loop over parts of a piece of work, done by the present thread and by idle processors. */
public final class PartLoop {

    /** Helpers that one loop has at most: each takes memory of its own. */
    public static final int MOST_HELPERS = 3;

    private final AtomicInteger next = new AtomicInteger();
    private final int parts;
    private final Supplier<Worker> workers;

    private PartLoop(int parts, Supplier<Worker> workers) {
        this.parts = parts;
        this.workers = workers;
    }

    /** Does parts of the work, for one thread. */
    @ConsumerType
    public interface Worker {

        /** Does a part. */
        void work(int part);
    }

    /**
     * Has each part done once, in any order; all are done afterwards. Once a part has failed, no other is begun, and what the first one
     * threw is thrown here.
     *
     * @param parts the number of parts
     * @param workers makes a worker for each thread that takes part
     */
    public static void run(IdleProcessors processors, int parts, Supplier<Worker> workers) {
        new PartLoop(parts, workers).run(processors);
    }

    private void run(IdleProcessors processors) {
        List<IdleProcessors.Running> helpers = new ArrayList<>();
        @Nullable Throwable failure = null;
        try {
            start(processors, helpers);
            work(() -> true);
        } catch (RuntimeException | Error e) {
            failure = e;
        }
        for (IdleProcessors.Running helper : helpers) {
            try {
                helper.await();
            } catch (RuntimeException | Error e) {
                failure = failure == null ? e : failure;
            }
        }
        rethrow(failure);
    }

    private void start(IdleProcessors processors, List<IdleProcessors.Running> helpers) {
        for (int i = 0; i < Math.min(MOST_HELPERS, parts - 1); i++) {
            IdleProcessors.Running helper = processors.start(this::work);
            if (helper == null) {
                return;
            }
            helpers.add(helper);
        }
    }

    private static void rethrow(@Nullable Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        } else if (failure instanceof RuntimeException unexpected) {
            throw unexpected;
        }
    }

    private void work(BooleanSupplier mayGoOn) {
        boolean done = false;
        try {
            Worker worker = workers.get();
            for (int part = next(mayGoOn); part < parts; part = next(mayGoOn)) {
                worker.work(part);
            }
            done = true;
        } finally {
            if (!done) {
                next.set(parts);
            }
        }
    }

    /** The next part; {@link #parts} or more for none. */
    private int next(BooleanSupplier mayGoOn) {
        return mayGoOn.getAsBoolean() ? next.getAndIncrement() : parts;
    }
}

package dev.understudy.engine.codec;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the codecs that are there, all at once. A codec that goes away is probably being replaced, and without it the others
 * would answer wrongly: with "no such format" and "damaged file". So for a moment nothing is published, and requests are held. When
 * the codec does not come back, or its bundle has been uninstalled, the others go on without it. A bundle that is to be started
 * again, since it is being updated, gets more time.
 */
public final class CodecSwap implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CodecSwap.class);

    private static final int MOST_GRACES = 15;

    private final Consumer<@Nullable InstalledCodecs> publisher;
    private final Duration grace;
    private final Predicate<String> returning;
    private final List<RegisteredCodec> present = new ArrayList<>();
    private final Map<String, Future<?>> awaited = new HashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "understudy-codecs");
        thread.setDaemon(true);
        return thread;
    });
    private boolean open;

    /**
     * Prepares a swap, which publishes nothing before {@link #open()}.
     *
     * @param publisher gets what is to be used from now on; null for nothing. Returns when the last one is no longer used
     * @param grace how long a codec that goes away may take to come back
     * @param returning tells of a bundle that it is to be started again
     */
    public CodecSwap(Consumer<@Nullable InstalledCodecs> publisher, Duration grace, Predicate<String> returning) {
        this.publisher = publisher;
        this.grace = grace;
        this.returning = returning;
    }

    /** Publishes from now on. */
    public synchronized void open() {
        open = true;
        publish();
    }

    /** Adds a codec. */
    public synchronized void add(RegisteredCodec codec) {
        present.add(codec);
        present.sort(RegisteredCodec.ORDER);
        forget(codec.bundle());
        publish();
    }

    /** Takes a codec away, and waits for its successor; returns when it is no longer used. */
    public synchronized void remove(RegisteredCodec codec) {
        if (present.remove(codec) && open) {
            forget(codec.bundle());
            await(codec.bundle(), 1);
            publish();
        }
    }

    /** Takes note of another ranking. */
    public synchronized void replace(RegisteredCodec codec, RegisteredCodec successor) {
        present.remove(codec);
        add(successor);
    }

    /** Waits no longer for a codec of a bundle. */
    public synchronized void uninstalled(String bundle) {
        if (awaited.containsKey(bundle)) {
            forget(bundle);
            publish();
        }
    }

    private void await(String bundle, int graces) {
        awaited.put(bundle, timer.schedule(() -> timeIsUp(bundle, graces), grace.toMillis(), TimeUnit.MILLISECONDS));
    }

    private synchronized void timeIsUp(String bundle, int graces) {
        if (awaited.remove(bundle) == null) {
            return;
        }
        if (graces < MOST_GRACES && returning.test(bundle)) {
            await(bundle, graces + 1);
        } else {
            LOG.warn("The codec of {} has not come back; going on without it", bundle);
            publish();
        }
    }

    private void forget(String bundle) {
        Future<?> wait = awaited.remove(bundle);
        if (wait != null) {
            wait.cancel(false);
        }
    }

    private void publish() {
        if (open) {
            publisher.accept(present.isEmpty() || !awaited.isEmpty() ? null : InstalledCodecs.of(present));
        }
    }

    @Override
    public synchronized void close() {
        open = false;
        timer.shutdownNow();
        publisher.accept(null);
    }
}

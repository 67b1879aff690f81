package dev.understudy.catalog.watch;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a store take a look from time to time, on a thread of its own. */
public final class CatalogWatcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogWatcher.class);

    /** The time in which calls count as coming together. */
    private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    /** How much longer than a look the pause before the next one is while calls keep coming. */
    private static final long PAUSE_FACTOR = 4;

    private final CatalogStore store;
    private final long waitMillis;
    private final ScheduledThreadPoolExecutor thread;
    private final AtomicBoolean woken = new AtomicBoolean();

    /** How long the last look took. */
    private volatile long lookNanos;

    /** Starts watching. */
    public CatalogWatcher(CatalogStore store, CatalogSettings settings) {
        this.store = store;
        this.waitMillis = Math.min(
                settings.modificationWaitTime().toMillis(),
                settings.refreshInterval().toMillis());
        long interval = settings.refreshInterval().toMillis();
        thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread named = Executors.defaultThreadFactory().newThread(task);
            named.setName("understudy-catalogs");
            named.setDaemon(true);
            return named;
        });
        thread.scheduleWithFixedDelay(this::look, interval, interval, TimeUnit.MILLISECONDS);
    }

    /** Takes a look soon, without being asked again. Many calls that come together get one look, so that they make one snapshot. */
    public void wake() {
        if (woken.compareAndSet(false, true)) {
            long pause = Math.max(QUIET_NANOS, PAUSE_FACTOR * lookNanos);
            thread.schedule(this::lookAwake, pause, TimeUnit.NANOSECONDS);
        }
    }

    private void lookAwake() {
        woken.set(false);
        look();
    }

    private void look() {
        long start = System.nanoTime();
        try {
            if (store.refresh(TimeUnit.NANOSECONDS.toMillis(System.nanoTime()))
                    && thread.getQueue().size() < 2) {
                thread.schedule(this::look, waitMillis, TimeUnit.MILLISECONDS);
            }
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.error("Looking at the catalogs failed; they stay as they are", e);
        } finally {
            lookNanos = System.nanoTime() - start;
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}

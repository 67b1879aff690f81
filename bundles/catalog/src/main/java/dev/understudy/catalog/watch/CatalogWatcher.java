package dev.understudy.catalog.watch;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a store take a look from time to time, on a thread of its own. */
public final class CatalogWatcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogWatcher.class);

    private final CatalogStore store;
    private final long waitMillis;
    private final ScheduledThreadPoolExecutor thread;

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

    /** Takes a look soon, without being asked again. */
    public void wake() {
        thread.execute(this::look);
    }

    private void look() {
        try {
            if (store.refresh(TimeUnit.NANOSECONDS.toMillis(System.nanoTime()))
                    && thread.getQueue().size() < 2) {
                thread.schedule(this::look, waitMillis, TimeUnit.MILLISECONDS);
            }
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.error("Looking at the catalogs failed; they stay as they are", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}

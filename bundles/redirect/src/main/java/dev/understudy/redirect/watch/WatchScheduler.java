package dev.understudy.redirect.watch;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.util.thread.Scheduler;

/** Delays the watch of each client a little, because most forwards end before and are spared the cost of a watch. */
public final class WatchScheduler {

    private static final long DELAY = TimeUnit.MILLISECONDS.toNanos(20);

    private record Delayed(Runnable watch, long since) {}

    private final Scheduler scheduler;
    private final Queue<Delayed> delayed = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();

    /**
     * Creates a scheduler without watches.
     *
     * @param scheduler started, and not stopped before the last forward has ended
     */
    public WatchScheduler(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Runs this after the delay, even if the forward has ended. */
    void add(Runnable watch) {
        delayed.add(new Delayed(watch, System.nanoTime()));
        schedule();
    }

    private void schedule() {
        if (!delayed.isEmpty() && scheduled.compareAndSet(false, true)) {
            scheduler.schedule(this::run, DELAY, TimeUnit.NANOSECONDS);
        }
    }

    private void run() {
        long now = System.nanoTime();
        for (Delayed next = delayed.peek(); next != null && now - next.since() >= DELAY; next = delayed.peek()) {
            delayed.remove();
            next.watch().run();
        }
        scheduled.set(false);
        schedule();
    }
}

package dev.understudy.redirect.proxy;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.util.thread.Scheduler;

/** Has the clients of forwards watched that take longer than a moment. Most do not, and are spared what a watch costs. */
final class ClientWatches {

    private static final long MOMENT = TimeUnit.MILLISECONDS.toNanos(20);

    private record Begun(Forwarding forwarding, long at) {}

    private final Scheduler scheduler;
    private final Queue<Begun> forwards = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();

    /**
     * @param scheduler as long-lived as the forwards
     */
    ClientWatches(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** A forward begins. */
    void begins(Forwarding forwarding) {
        forwards.add(new Begun(forwarding, System.nanoTime()));
        schedule();
    }

    private void schedule() {
        if (!forwards.isEmpty() && scheduled.compareAndSet(false, true)) {
            scheduler.schedule(this::watch, MOMENT, TimeUnit.NANOSECONDS);
        }
    }

    /** Those that have ended meanwhile are not watched any more. */
    private void watch() {
        long now = System.nanoTime();
        for (Begun oldest = forwards.peek(); oldest != null && now - oldest.at() >= MOMENT; oldest = forwards.peek()) {
            forwards.remove();
            oldest.forwarding().watchClient();
        }
        scheduled.set(false);
        schedule();
    }
}

package dev.understudy.http.lease;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/** Requests that wait for a service, in the order in which they came. */
final class PendingQueue<T> {

    private final Supplier<@Nullable Permit<T>> entrance;
    private final LongSupplier patience;
    private final Queue<QueuedRequest<T>> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();

    private record QueuedRequest<T>(PendingRequest<T> waiter, Scheduler timer, Executor executor) {}

    /**
     * @param entrance the service, once it is there
     * @param patience for how many more nanoseconds those whose time is up should wait; none when not positive
     */
    PendingQueue(Supplier<@Nullable Permit<T>> entrance, LongSupplier patience) {
        this.entrance = entrance;
        this.patience = patience;
    }

    /** Takes a waiter in; false when the room is full. */
    boolean admit(PendingRequest<T> waiter, Scheduler timer, Executor executor, SwapPolicy policy) {
        if (size.incrementAndGet() > policy.limit()) {
            size.decrementAndGet();
            return false;
        }
        QueuedRequest<T> held = new QueuedRequest<>(waiter, timer, executor);
        queue.add(held);
        wake(held, policy.grace().toNanos());
        // The service may have come between the caller's look and the queueing.
        resume();
        return true;
    }

    /** Sends in whom the service takes. */
    void resume() {
        while (!queue.isEmpty()) {
            Permit<T> permit = entrance.get();
            if (permit == null) {
                return;
            }
            QueuedRequest<T> held = queue.poll();
            if (held == null) {
                permit.release();
                return;
            }
            size.decrementAndGet();
            run(held, () -> held.waiter.resume(permit), permit);
        }
    }

    private void wake(QueuedRequest<T> held, long nanos) {
        held.timer.schedule(() -> timeIsUp(held), nanos, TimeUnit.NANOSECONDS);
    }

    private void timeIsUp(QueuedRequest<T> held) {
        long more = patience.getAsLong();
        if (more > 0 && queue.contains(held)) {
            wake(held, more);
        } else if (queue.remove(held)) {
            size.decrementAndGet();
            run(held, held.waiter::expire, null);
        }
    }

    private static <T> void run(QueuedRequest<T> held, Runnable task, @Nullable Permit<T> permit) {
        try {
            held.executor.execute(task);
        } catch (RejectedExecutionException e) {
            // The server is stopping or out of threads: say so on this one.
            if (permit != null) {
                permit.release();
            }
            held.waiter.expire();
        }
    }
}

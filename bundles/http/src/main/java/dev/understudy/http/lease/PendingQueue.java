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

/** The queue of requests that wait for a service, in the order in which they came. */
final class PendingQueue<T> {

    private final Supplier<@Nullable Permit<T>> service;
    private final LongSupplier extension;
    private final Queue<QueuedRequest<T>> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();

    private record QueuedRequest<T>(PendingRequest<T> request, Scheduler timer, Executor executor) {}

    /**
     * Creates an empty queue.
     *
     * @param service gives a permit once the service is there
     * @param extension for how many more nanoseconds requests should wait whose time is up; none when not positive
     */
    PendingQueue(Supplier<@Nullable Permit<T>> service, LongSupplier extension) {
        this.service = service;
        this.extension = extension;
    }

    /** Queues a request; returns false when the queue is full. */
    boolean admit(PendingRequest<T> request, Scheduler timer, Executor executor, SwapPolicy policy) {
        if (size.incrementAndGet() > policy.limit()) {
            size.decrementAndGet();
            return false;
        }
        QueuedRequest<T> queued = new QueuedRequest<>(request, timer, executor);
        queue.add(queued);
        wake(queued, policy.grace().toNanos());
        // The service may have come since the caller looked.
        resume();
        return true;
    }

    /** Resumes requests as long as the service gives permits. */
    void resume() {
        while (!queue.isEmpty()) {
            Permit<T> permit = service.get();
            if (permit == null) {
                return;
            }
            QueuedRequest<T> queued = queue.poll();
            if (queued == null) {
                permit.release();
                return;
            }
            size.decrementAndGet();
            run(queued, () -> queued.request.resume(permit), permit);
        }
    }

    private void wake(QueuedRequest<T> queued, long nanos) {
        queued.timer.schedule(() -> timeIsUp(queued), nanos, TimeUnit.NANOSECONDS);
    }

    private void timeIsUp(QueuedRequest<T> queued) {
        long more = extension.getAsLong();
        if (more > 0 && queue.contains(queued)) {
            wake(queued, more);
        } else if (queue.remove(queued)) {
            size.decrementAndGet();
            run(queued, queued.request::expire, null);
        }
    }

    private static <T> void run(QueuedRequest<T> queued, Runnable task, @Nullable Permit<T> permit) {
        try {
            queued.executor.execute(task);
        } catch (RejectedExecutionException e) {
            // The server is stopping or out of threads, so this one gives the answer.
            if (permit != null) {
                permit.release();
            }
            queued.request.expire();
        }
    }
}

package dev.understudy.engine.gate;

import dev.understudy.engine.render.MemoryBudget;
import dev.understudy.engine.render.MemoryUnavailableException;
import dev.understudy.failure.ServeException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One run of a task, between the request that waits for the outcome and the thread that works. */
final class TaskRun<T> {

    private final Task<T> work;
    private final QueueEntry entry;
    private final CompletableFuture<T> outcome = new CompletableFuture<>();
    private @Nullable Thread worker;
    private boolean stopped;
    private boolean begun;
    private boolean wasAway;
    private boolean hasLent;
    private final long created = System.nanoTime();

    TaskRun(Task<T> work, QueueEntry entry) {
        this.work = work;
        this.entry = entry;
    }

    QueueEntry ticket() {
        return entry;
    }

    /** Whether it has begun before. */
    synchronized boolean hasBegun() {
        return begun;
    }

    /**
     * Takes note that it waits for another server.
     *
     * @param lent whether others have its permit meanwhile
     */
    synchronized void away(boolean lent) {
        wasAway = true;
        hasLent = lent;
    }

    /** Whether others have its permit; takes note that it is back. */
    synchronized boolean back() {
        boolean lent = hasLent;
        hasLent = false;
        return lent;
    }

    /** Whether it has waited for another server, so that it is not to blame for taking long. */
    synchronized boolean wasAway() {
        return wasAway;
    }

    /** How long ago it was made, in nanoseconds. */
    long waitNanos() {
        return System.nanoTime() - created;
    }

    /** Waits for the outcome; false when there is none after so long. */
    boolean await(Duration patience) throws InterruptedException {
        try {
            outcome.get(TimeUnit.NANOSECONDS.convert(patience), TimeUnit.NANOSECONDS);
            return true;
        } catch (ExecutionException e) {
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    /**
     * What came of it; waits for it.
     *
     * @throws ExecutionException with what was thrown
     */
    T outcome() throws ExecutionException, InterruptedException {
        return outcome.get();
    }

    void complete(T result) {
        outcome.complete(result);
    }

    void fail(Throwable cause) {
        outcome.completeExceptionally(cause);
    }

    /**
     * Does it, on the present thread, which may be interrupted meanwhile and is not afterwards.
     *
     * @throws InterruptedException when nobody wants it any more
     */
    T perform(MemoryBudget memory) throws ServeException, MemoryUnavailableException, InterruptedException {
        begin();
        try {
            return work.run(memory);
        } finally {
            end();
        }
    }

    private synchronized void begin() throws InterruptedException {
        if (stopped) {
            throw new InterruptedException();
        }
        begun = true;
        worker = Thread.currentThread();
    }

    private synchronized void end() {
        worker = null;
        Thread.interrupted();
    }

    /** Asks the thread that runs the task to stop. */
    synchronized void stop() {
        stopped = true;
        if (worker != null) {
            worker.interrupt();
        }
    }

    /** The thread that runs the task; null when there is none. */
    synchronized @Nullable Thread worker() {
        return worker;
    }
}

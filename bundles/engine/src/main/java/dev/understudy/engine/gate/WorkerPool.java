package dev.understudy.engine.gate;

import dev.understudy.engine.work.DetachedThreads;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads for tasks of which others limit the number. Idle threads end. */
final class WorkerPool implements AutoCloseable {

    private static final long IDLE_SECONDS = 10;

    private final String name;
    private final AtomicInteger started = new AtomicInteger();
    private final ExecutorService threads = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), this::thread);

    /**
     * A pool without threads.
     *
     * @param name how the names of its threads begin
     */
    WorkerPool(String name) {
        this.name = name;
    }

    /** Runs a task on a thread that is idle, or a new one. */
    void start(Runnable task) {
        threads.execute(task);
    }

    /** Starts no more tasks; those that run end when they are done. */
    @Override
    public void close() {
        threads.shutdown();
    }

    private Thread thread(Runnable task) {
        return DetachedThreads.daemon(name + started.incrementAndGet(), task);
    }
}

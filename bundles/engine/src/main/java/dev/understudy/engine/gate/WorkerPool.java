package dev.understudy.engine.gate;

import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads for the tasks of a scheduler, which limits their number. Idle threads end. */
final class WorkerPool implements AutoCloseable {

    private static final long IDLE_SECONDS = 10;

    private final AtomicInteger started = new AtomicInteger();
    private final ExecutorService threads = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), this::thread);

    /** Runs a task on a thread that is idle, or a new one. */
    void start(Runnable task) {
        threads.execute(task);
    }

    /** Starts no more tasks; those that run end when they are done. */
    @Override
    public void close() {
        threads.shutdown();
    }

    /**
     * A new thread remembers the class loaders of everyone on the stack of its maker, and would keep bundles that are
     * replaced meanwhile. Being privileged ends the stack here; nothing else does.
     */
    @SuppressWarnings("removal")
    private Thread thread(Runnable task) {
        return AccessController.doPrivileged((PrivilegedAction<Thread>) () -> {
            Thread thread = new Thread(null, task, "understudy-render-" + started.incrementAndGet(), 0, false);
            thread.setDaemon(true);
            thread.setContextClassLoader(WorkerPool.class.getClassLoader());
            return thread;
        });
    }
}

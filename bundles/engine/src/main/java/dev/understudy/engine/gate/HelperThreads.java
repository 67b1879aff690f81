package dev.understudy.engine.gate;

import dev.understudy.image.IdleProcessors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Threads that help with large images while processors are idle: as many as there are processors without a task. They return when
 * tasks come that need their processors.
 */
public final class HelperThreads implements IdleProcessors, AutoCloseable {

    private final int processors;
    private final IntSupplier tasks;
    private final AtomicInteger helping = new AtomicInteger();
    private final WorkerPool threads = new WorkerPool("understudy-helper-");

    /**
     * No threads yet.
     *
     * @param processors how many processors there are for tasks and helpers
     * @param tasks how many tasks are running now, each of which has a processor of its own
     */
    public HelperThreads(int processors, IntSupplier tasks) {
        this.processors = processors;
        this.tasks = tasks;
    }

    @Override
    public @Nullable Running start(Helper helper) {
        if (!take()) {
            return null;
        }
        HelperRun run = new HelperRun(helper);
        try {
            threads.start(() -> {
                try {
                    run.run(this::isIdle);
                } finally {
                    helping.decrementAndGet();
                }
            });
            return run;
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            // the engine is being replaced, or there can be no more threads: the work is done without help
            helping.decrementAndGet();
            return null;
        }
    }

    /** Takes a processor if one is idle. */
    private boolean take() {
        int now = helping.get();
        while (tasks.getAsInt() + now < processors) {
            int before = helping.compareAndExchange(now, now + 1);
            if (before == now) {
                return true;
            }
            now = before;
        }
        return false;
    }

    /** Whether those that help now may go on. */
    private boolean isIdle() {
        return tasks.getAsInt() + helping.get() <= processors;
    }

    /** Helpers that are at work. */
    int helping() {
        return helping.get();
    }

    /** Ends the threads as soon as they have nothing to do; no more helpers are started. */
    @Override
    public void close() {
        threads.close();
    }
}

package dev.understudy.engine.gate;

import dev.understudy.engine.gate.QueueEntry.QueuePhase;
import dev.understudy.engine.render.MemoryUnavailableException;
import dev.understudy.engine.work.SpareCapacity;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.observe.EngineLoad;
import dev.understudy.observe.RepeatFilter;
import dev.understudy.observe.ServingListener.WorkStep;
import dev.understudy.observe.ServingListeners;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place that all expensive work passes. A request is let in or sent away at once; its work waits for its turn, is
 * done by a thread of the gate's own, and is given up at the request's deadline. Whoever does not stop then is replaced, as
 * long as they are few.
 */
public final class WorkScheduler implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WorkScheduler.class);
    private static final long MEBI = 1 << 20;

    private final WorkLimits limits;
    private final AbandonedWork blame;
    private final ServingListeners listeners;
    private final InstantSource clock;
    private final int processors = Runtime.getRuntime().availableProcessors();
    private final RepeatFilter repeats;
    private final WorkerPool workers = new WorkerPool("understudy-render-");
    private final AtomicInteger running = new AtomicInteger();
    private final Object lock = new Object();
    private final AdmissionQuota quota;
    private final FairQueue queue;
    private final Map<QueueEntry, TaskRun<?>> jobs = new HashMap<>();
    private final Map<Thread, TaskRun<?>> byThread = new ConcurrentHashMap<>();

    /**
     * @param blame is told who is given up
     * @param listeners are told how long tasks wait
     */
    public WorkScheduler(WorkLimits limits, AbandonedWork blame, ServingListeners listeners, InstantSource clock) {
        this.listeners = listeners;
        repeats = new RepeatFilter(clock);
        this.limits = limits;
        this.blame = blame;
        this.clock = clock;
        quota = new AdmissionQuota(limits.maxRequests());
        queue = new FairQueue(limits);
    }

    /** Hears of threads that work is given up on. */
    public interface AbandonedWork {

        /**
         * A thread is given up because it has taken too long, and is going to be interrupted.
         *
         * @param failure what the request is told
         * @param toBlame how long a single step must have taken so that it is to blame
         */
        void onAbandoned(Thread worker, Failure failure, Duration toBlame);
    }

    /**
     * Lets a request in, or sends it away; never waits.
     *
     * @param tenant whose request it is; tenants share what there is evenly
     * @throws ServeException {@code server.overloaded} when too many are in already
     */
    public AdmissionPermit admit(String tenant, Instant deadline) throws ServeException {
        synchronized (lock) {
            if (quota.enter(tenant)) {
                return new AdmissionPermit(this, tenant, deadline);
            }
            throw overloaded(
                    quota.all() + " requests wait already, " + quota.of(tenant)
                            + " of them of the same catalog; queue allows " + limits.maxRequests() + " in all",
                    null);
        }
    }

    /**
     * Lets a request in for a single task.
     *
     * @throws ServeException as {@link #admit} and {@link AdmissionPermit#run}
     */
    public <T> T run(String tenant, Instant deadline, Task<T> work) throws ServeException {
        try (AdmissionPermit permit = admit(tenant, deadline)) {
            return permit.run(work);
        }
    }

    void leave(String tenant) {
        synchronized (lock) {
            quota.leave(tenant);
        }
    }

    /** Tasks that threads are running at the moment, also such as were given up. */
    public int running() {
        return running.get();
    }

    /** Tasks that were given up and have not ended yet. */
    int overdue() {
        synchronized (lock) {
            return queue.overdue();
        }
    }

    /** What is at work now. */
    public EngineLoad.LoadFigures load() {
        synchronized (lock) {
            return new EngineLoad.LoadFigures(
                    quota.all(),
                    limits.maxRequests(),
                    queue.taken(),
                    limits.permits(),
                    queue.reserved(),
                    limits.memory(),
                    jobs.size() - queue.atWork() - queue.away() - queue.overdue(),
                    queue.overdue());
        }
    }

    /** What requests leave over now, for work that nobody waits for. */
    public SpareCapacity spare() {
        synchronized (lock) {
            return new SpareCapacity(jobs.isEmpty(), processors - queue.taken(), limits.memory() - queue.reserved());
        }
    }

    <T> T runAdmitted(String tenant, Instant deadline, Task<T> work) throws ServeException {
        Duration time = Duration.between(clock.instant(), deadline);
        TaskRun<T> job;
        synchronized (lock) {
            job = new TaskRun<>(work, queue.queue(tenant));
            jobs.put(job.ticket(), job);
        }
        dispatch();
        try {
            if (!job.await(time)) {
                giveUp(job, overloaded("Not done within " + time.toMillis() + " ms (deadline)", null), time);
            }
            return job.outcome();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ServeException stopped = overloaded("The server stops", e);
            giveUp(job, stopped, time);
            throw stopped;
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        }
    }

    /** Ends the threads as soon as they have nothing to do. Work that waits for a thread then is refused. */
    @Override
    public void close() {
        workers.close();
    }

    /** Gives a thread to each task that may begin. */
    private void dispatch() {
        TaskRun<?> job = null;
        try {
            for (job = begin(); job != null; job = begin()) {
                TaskRun<?> first = job;
                workers.start(() -> work(first));
            }
        } catch (Throwable e) {
            if (job != null) {
                end(job);
                job.fail(e instanceof RejectedExecutionException ? overloaded("The engine is being replaced", e) : e);
            }
        }
    }

    private @Nullable TaskRun<?> begin() {
        synchronized (lock) {
            QueueEntry entry = queue.next();
            return entry == null ? null : jobs.get(entry);
        }
    }

    /** The tenant whose task the present thread is at; empty for a thread without a task. */
    String presentTenant() {
        TaskRun<?> job = byThread.get(Thread.currentThread());
        return job == null ? "" : job.ticket().tenant().name();
    }

    /** The present task waits for another server: others may have its permit meanwhile. A thread without a task has none to lend. */
    void goAway() {
        TaskRun<?> job = byThread.get(Thread.currentThread());
        if (job == null) {
            return;
        }
        boolean lent;
        synchronized (lock) {
            lent = queue.lend(job.ticket());
            lock.notifyAll();
        }
        job.away(lent);
        if (lent) {
            running.decrementAndGet();
            dispatch();
        }
    }

    /** The present task goes on as soon as there is a permit for it; one that has been given up goes on to its end without. */
    void comeBack() {
        TaskRun<?> job = byThread.get(Thread.currentThread());
        if (job == null || !job.back()) {
            return;
        }
        boolean interrupted = false;
        synchronized (lock) {
            queue.returning(true);
            while (!queue.takeBack(job.ticket()) && !interrupted) {
                try {
                    lock.wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            queue.returning(false);
        }
        running.incrementAndGet();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells how long a task has waited, not counting what it waits for memory once it has begun. */
    private void begun(TaskRun<?> job) {
        if (!listeners.isEmpty() && !job.hasBegun()) {
            listeners.onWork(WorkStep.WAIT, "", job.waitNanos(), 0);
        }
    }

    /** What a thread does: one task after another, as long as it is its turn. */
    private void work(TaskRun<?> first) {
        for (TaskRun<?> job = first; job != null; ) {
            perform(job);
            job = begin();
            dispatch();
        }
    }

    /** All that was reserved is given back before the request goes on, so that its next task need not wait for that. */
    private <T> void perform(TaskRun<T> job) {
        running.incrementAndGet();
        byThread.put(Thread.currentThread(), job);
        begun(job);
        try {
            T result = job.perform(bytes -> reserve(job, bytes));
            end(job);
            job.complete(result);
        } catch (MemoryUnavailableException e) {
            postpone(job);
        } catch (Throwable e) {
            end(job);
            job.fail(e);
        } finally {
            byThread.remove(Thread.currentThread());
            running.decrementAndGet();
        }
    }

    private void postpone(TaskRun<?> job) {
        synchronized (lock) {
            if (job.ticket().phase == QueuePhase.AT_WORK) {
                queue.postpone(job.ticket());
                lock.notifyAll();
                return;
            }
        }
        end(job);
    }

    private void end(TaskRun<?> job) {
        boolean late;
        synchronized (lock) {
            late = job.ticket().phase == QueuePhase.OVERDUE;
            queue.end(job.ticket());
            jobs.remove(job.ticket());
            lock.notifyAll();
        }
        if (late) {
            LOG.info("Work that had been given up has ended");
        }
    }

    /**
     * The request waits no longer.
     *
     * @param late what it gets, unless the work has ended by now
     */
    private void giveUp(TaskRun<?> job, ServeException late, Duration time) {
        Thread worker = job.worker();
        if (worker != null && !job.wasAway()) {
            blame.onAbandoned(worker, late.failure(), time.dividedBy(2));
        }
        synchronized (lock) {
            if (job.ticket().phase == QueuePhase.ENDED) {
                return;
            }
            queue.giveUp(job.ticket());
            lock.notifyAll();
            if (job.ticket().phase == QueuePhase.ENDED) {
                jobs.remove(job.ticket());
            }
        }
        job.fail(late);
        job.stop();
        String more = worker == null ? null : repeats.pass("given up");
        if (more != null) {
            LOG.warn(
                    "Work was given up: {}; {} such tasks have not ended yet{}",
                    late.failure().message(),
                    overdue(),
                    more);
        }
        dispatch();
    }

    private static ServeException overloaded(String message, @Nullable Throwable cause) {
        return new ServeException(new Failure.Unavailable(FailureKind.SERVER_OVERLOADED, message, cause));
    }

    private static ServeException rethrown(@Nullable Throwable cause) {
        if (cause instanceof ServeException known) {
            return known;
        } else if (cause instanceof OutOfMemoryError) {
            return overloaded("Not enough memory for this request now", cause);
        } else if (cause instanceof Error error) {
            throw error;
        } else if (cause instanceof RuntimeException unexpected) {
            throw unexpected;
        }
        return new ServeException(new Failure.Internal(cause == null ? new IllegalStateException() : cause));
    }

    private void reserve(TaskRun<?> job, long bytes) throws ServeException, MemoryUnavailableException {
        if (bytes > limits.memory()) {
            throw new ServeException(new Failure.TooLarge(
                    "The memory for this image, " + megabytes(bytes) + ",", "memory, " + megabytes(limits.memory())));
        }
        FairQueue.MemoryGrant grant;
        synchronized (lock) {
            grant = queue.reserve(job.ticket(), bytes);
        }
        if (grant == FairQueue.MemoryGrant.LATER) {
            throw new MemoryUnavailableException();
        } else if (grant == FairQueue.MemoryGrant.LOST) {
            throw overloaded("Tasks that were given up hold the memory that this one needs", null);
        }
    }

    private static String megabytes(long bytes) {
        return (bytes + MEBI - 1) / MEBI + " MB";
    }
}

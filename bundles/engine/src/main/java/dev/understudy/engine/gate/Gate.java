package dev.understudy.engine.gate;

import dev.understudy.engine.gate.Ticket.Phase;
import dev.understudy.engine.render.NoRoomException;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place that all expensive work passes. A request is let in or sent away at once; its work waits for its turn, is
 * done by a thread of the gate's own, and is given up at the request's deadline. Whoever does not stop then is replaced, as
 * long as they are few.
 */
public final class Gate implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
    private static final long MEBI = 1 << 20;

    private final GateLimits limits;
    private final Blame blame;
    private final InstantSource clock;
    private final Workers workers = new Workers();
    private final Object lock = new Object();
    private final Admissions admissions;
    private final Turns turns;
    private final Map<Ticket, Job<?>> jobs = new HashMap<>();

    /**
     * @param blame is told who is given up
     */
    public Gate(GateLimits limits, Blame blame, InstantSource clock) {
        this.limits = limits;
        this.blame = blame;
        this.clock = clock;
        admissions = new Admissions(limits.places());
        turns = new Turns(limits);
    }

    /** Hears of threads that work is given up on. */
    public interface Blame {

        /**
         * A thread is given up because it has taken too long, and is going to be interrupted.
         *
         * @param failure what the request is told
         * @param toBlame how long a single step must have taken so that it is to blame
         */
        void givenUp(Thread worker, Failure failure, Duration toBlame);
    }

    /**
     * Lets a request in, or sends it away; never waits.
     *
     * @param tenant whose request it is; tenants share what there is evenly
     * @throws ServeException {@code server.overloaded} when too many are in already
     */
    public Pass admit(String tenant, Instant deadline) throws ServeException {
        synchronized (lock) {
            if (admissions.enter(tenant)) {
                return new Pass(this, tenant, deadline);
            }
            throw overloaded(
                    admissions.all() + " requests wait already, " + admissions.of(tenant)
                            + " of them of the same catalog; queue allows " + limits.places() + " in all",
                    null);
        }
    }

    /**
     * Lets a request in for a single work.
     *
     * @throws ServeException as {@link #admit} and {@link Pass#run}
     */
    public <T> T run(String tenant, Instant deadline, Work<T> work) throws ServeException {
        try (Pass pass = admit(tenant, deadline)) {
            return pass.run(work);
        }
    }

    void leave(String tenant) {
        synchronized (lock) {
            admissions.leave(tenant);
        }
    }

    /** Works that were given up and have not ended yet. */
    int overdue() {
        synchronized (lock) {
            return turns.overdue();
        }
    }

    <T> T runAdmitted(String tenant, Instant deadline, Work<T> work) throws ServeException {
        Duration time = Duration.between(clock.instant(), deadline);
        Job<T> job;
        synchronized (lock) {
            job = new Job<>(work, turns.queue(tenant));
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

    /** Gives a thread to each work that may begin. */
    private void dispatch() {
        Job<?> job = null;
        try {
            for (job = begin(); job != null; job = begin()) {
                Job<?> first = job;
                workers.start(() -> work(first));
            }
        } catch (Throwable e) {
            if (job != null) {
                end(job);
                job.fail(e instanceof RejectedExecutionException ? overloaded("The engine is being replaced", e) : e);
            }
        }
    }

    private @Nullable Job<?> begin() {
        synchronized (lock) {
            Ticket ticket = turns.next();
            return ticket == null ? null : jobs.get(ticket);
        }
    }

    /** What a thread does: one work after another, as long as it is its turn. */
    private void work(Job<?> first) {
        for (Job<?> job = first; job != null; ) {
            perform(job);
            job = begin();
            dispatch();
        }
    }

    /** All that was reserved is given back before the request goes on, so that its next work need not wait for that. */
    private <T> void perform(Job<T> job) {
        try {
            T result = job.perform(bytes -> reserve(job, bytes));
            end(job);
            job.complete(result);
        } catch (NoRoomException e) {
            postpone(job);
        } catch (Throwable e) {
            end(job);
            job.fail(e);
        }
    }

    private void postpone(Job<?> job) {
        synchronized (lock) {
            if (job.ticket().phase == Phase.AT_WORK) {
                turns.postpone(job.ticket());
                return;
            }
        }
        end(job);
    }

    private void end(Job<?> job) {
        boolean late;
        synchronized (lock) {
            late = job.ticket().phase == Phase.OVERDUE;
            turns.end(job.ticket());
            jobs.remove(job.ticket());
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
    private void giveUp(Job<?> job, ServeException late, Duration time) {
        Thread worker = job.worker();
        if (worker != null) {
            blame.givenUp(worker, late.failure(), time.dividedBy(2));
        }
        synchronized (lock) {
            if (job.ticket().phase == Phase.ENDED) {
                return;
            }
            turns.giveUp(job.ticket());
            if (job.ticket().phase == Phase.ENDED) {
                jobs.remove(job.ticket());
            }
        }
        job.fail(late);
        job.stop();
        if (worker != null) {
            LOG.warn(
                    "Work was given up: {}; {} such works have not ended yet",
                    late.failure().message(),
                    overdue());
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

    private void reserve(Job<?> job, long bytes) throws ServeException, NoRoomException {
        if (bytes > limits.memory()) {
            throw new ServeException(new Failure.TooLarge(
                    "The memory for this picture, " + megabytes(bytes) + ",", "memory, " + megabytes(limits.memory())));
        }
        Turns.Room room;
        synchronized (lock) {
            room = turns.reserve(job.ticket(), bytes);
        }
        if (room == Turns.Room.LATER) {
            throw new NoRoomException();
        } else if (room == Turns.Room.LOST) {
            throw overloaded("Works that were given up hold the memory that this one needs", null);
        }
    }

    private static String megabytes(long bytes) {
        return (bytes + MEBI - 1) / MEBI + " MB";
    }
}

package dev.understudy.engine.warm;

import dev.understudy.engine.work.DetachedThreads;
import dev.understudy.failure.ServeException;
import dev.understudy.observe.Recency;
import dev.understudy.observe.RepeatFilter;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has levels made in the background, by one thread, which is there while there is something to do. */
public final class LevelMaker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LevelMaker.class);

    /** Sources that wait at most; what comes beyond is made when it is wanted again. */
    private static final int MOST_WAITING = 10_000;

    /** After this time, what is not there though it was asked for is made again. */
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private static final int MOST_REMEMBERED = 10_000;

    private record Asked(WantedLevels.Name name, Stamp stamp) {}

    private final LevelTask task;
    private final InstantSource clock;
    private final RepeatFilter repeats;
    private final Map<WantedLevels.Name, WantedLevels> waiting = new LinkedHashMap<>();
    private final Map<Asked, Instant> lastAsked = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Instant> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };
    private long lastDamaged;
    private @Nullable Thread worker;
    private boolean closed;

    /**
     * A maker with nothing to do.
     *
     * @param task makes the levels of a source
     * @param clock says when a source whose levels cannot be made is told of, or tried, again
     */
    public LevelMaker(LevelTask task, InstantSource clock) {
        this.task = task;
        this.clock = clock;
        repeats = new RepeatFilter(clock);
    }

    /** Has levels be made as soon as there is time; false when too many wait already. */
    synchronized boolean want(WantedLevels wanted) {
        if (closed || waiting.size() >= MOST_WAITING) {
            return false;
        }
        // What waits for levels that have been replaced would not be made.
        waiting.merge(wanted.name(), wanted, (before, now) -> before.levels() == now.levels() ? before : now);
        if (worker == null) {
            worker = DetachedThreads.daemon("understudy-levels", this::work);
            worker.setPriority(Thread.MIN_PRIORITY);
            worker.start();
        }
        return true;
    }

    /**
     * Has levels be made that a request has missed, once in a while for each state of a source: what does not fit into memory or folder, and what is
     * thrown away at once for other levels, is not begun with each request.
     *
     * @param atFirst what is made when they are missed for the first time in a while
     * @param again what is made when they are missed after that
     */
    synchronized void missed(WantedLevels atFirst, WantedLevels again, Stamp stamp) {
        long damaged = again.levels().figures().damaged();
        if (damaged != lastDamaged) {
            // What has been thrown away as damaged is made anew at once.
            lastDamaged = damaged;
            lastAsked.clear();
        }
        Asked asked = new Asked(again.name(), stamp);
        Instant now = clock.instant();
        Instant last = lastAsked.get(asked);
        if ((last == null || !Recency.isRecent(last, AGAIN, now)) && want(last == null ? atFirst : again)) {
            lastAsked.put(asked, now);
        }
    }

    /** Has what is missed from now on be made at once. */
    synchronized void forget() {
        lastAsked.clear();
    }

    /** Has what is being made of one of these sources not be kept. */
    void purge(Predicate<SourceKey> which) {
        forget();
        task.purge(which);
    }

    /** How many sources wait, with the one that is at work. */
    public synchronized int waiting() {
        return waiting.size() + (worker == null ? 0 : 1);
    }

    /** Breaks off what is being made. */
    @Override
    public synchronized void close() {
        closed = true;
        waiting.clear();
        if (worker != null) {
            worker.interrupt();
        }
    }

    private void work() {
        for (WantedLevels next = next(); next != null; next = next()) {
            if (!make(next) && !next.isOverdue() && next.levels().isWritable()) {
                want(next.again());
            }
        }
    }

    private boolean make(WantedLevels wanted) {
        try {
            return task.make(wanted);
        } catch (ServeException e) {
            LOG.debug("No levels of '{}': {}", wanted.key(), e.failure().message());
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            tell(wanted, e); // the next source may do better
        }
        return true;
    }

    /** Each request for the source has it tried again, and the log is told of it once in a while. */
    private void tell(WantedLevels wanted, Throwable e) {
        String more = repeats.pass(wanted.key() + " " + e.getClass().getName());
        if (more != null) {
            LOG.warn("No levels of '{}'{}", wanted.key(), more, e);
        }
    }

    /** The one that waits longest; null when there is none, and with it the thread ends. */
    private synchronized @Nullable WantedLevels next() {
        if (waiting.isEmpty()) {
            worker = null;
            return null;
        }
        WantedLevels.Name first = waiting.keySet().iterator().next();
        return waiting.remove(first);
    }
}

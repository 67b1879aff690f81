package dev.understudy.engine.quarantine;

import dev.understudy.engine.plan.ImageFile;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Region;
import dev.understudy.image.Tolerance;
import dev.understudy.observe.Quarantine;
import dev.understudy.observe.RepeatFilter;
import dev.understudy.source.Source;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The quarantine: what fails because of the file itself fails at once from then on, until the file is another. What may be
 * otherwise next time (storage, memory, permits, limits of a request) is not its business. A failure in reading a part of an
 * image says nothing of the rest: that part alone fails at once, until reading all of it fails too.
 */
public final class FailedSources implements Quarantine {

    private static final Logger LOG = LoggerFactory.getLogger(FailedSources.class);

    private static final Set<FailureKind> OF_THE_FILE =
            EnumSet.of(FailureKind.SOURCE_CORRUPT, FailureKind.PROFILE_CORRUPT, FailureKind.FONT_CORRUPT);

    /** Two writes within this time may leave the same stamp, as some file systems count in it. */
    private static final Duration SETTLING = Duration.ofSeconds(2);

    private final int maxEntries;
    private final InstantSource clock;
    private final Map<ImagePart, FailedSource> failed = new LinkedHashMap<>(16, 0.75f, true);
    /** Parts apart, so that however many are asked for, no file is forgotten. */
    private final Map<ImagePart, FailedSource> failedParts = new LinkedHashMap<>(16, 0.75f, true);

    private final Map<Thread, DecodeAttempt> attempts = new ConcurrentHashMap<>();

    private final RepeatFilter damage;

    private record DecodeAttempt(Stamp stamp, ImagePart part, DecodingStage step, Instant begun) {}

    /** A part of a file, taken in one way; all of it without a region. */
    private record ImagePart(ImageFile file, @Nullable Region region) {

        static ImagePart of(Source source, Tolerance tolerance, @Nullable Region region) {
            return new ImagePart(new ImageFile(source.stamp().key(), tolerance), region);
        }

        ImagePart whole() {
            return region == null ? this : new ImagePart(file, null);
        }
    }

    /** Whether the log has not been told of the damage to a file in its present state for a while. */
    public boolean isNews(Stamp damaged) {
        return damage.pass(damaged.toString()) != null;
    }

    /** Work on a source. */
    public interface DecodingWork<T> {
        /** The outcome. */
        T run() throws ServeException;
    }

    /**
     * An empty quarantine.
     *
     * @param maxEntries how many sources are remembered, and how many parts of others, those asked for last; 0 for none
     */
    public FailedSources(int maxEntries, InstantSource clock) {
        if (maxEntries < 0) {
            throw new IllegalArgumentException("dev.understudy.engine: quarantine.maxEntries is " + maxEntries
                    + "; allowed: 0 (no quarantine) or more");
        }
        this.maxEntries = maxEntries;
        this.clock = clock;
        damage = new RepeatFilter(clock);
    }

    /**
     * Fails at once when it is known that the source would.
     *
     * @param tolerance how damage in it is taken: what fails strictly may do for the lenient
     * @param goal the last step that will be wanted of it
     * @throws ServeException {@link Failure.Known}
     */
    public void check(Source source, Tolerance tolerance, DecodingStage goal) throws ServeException {
        check(source, tolerance, goal, null);
    }

    /**
     * {@link #check(Source, Tolerance, DecodingStage)} when only a part of the image is wanted.
     *
     * @param region the part, null for all
     */
    public void check(Source source, Tolerance tolerance, DecodingStage goal, @Nullable Region region)
            throws ServeException {
        ImagePart part = ImagePart.of(source, tolerance, region);
        FailedSource known = known(source.stamp(), part.whole(), goal);
        if (known == null && region != null) {
            known = known(source.stamp(), part, goal);
        }
        if (known != null) {
            throw ForeignFailures.of(source, new ServeException(new Failure.Known(known.failure(), known.since())));
        }
    }

    /**
     * Takes a step with a source, and remembers when it fails because of the file.
     *
     * @throws ServeException what {@code work} throws
     */
    public <T> T attempt(Source source, Tolerance tolerance, DecodingStage step, DecodingWork<T> work)
            throws ServeException {
        return attempt(source, tolerance, step, null, work);
    }

    /**
     * {@link #attempt(Source, Tolerance, DecodingStage, DecodingWork)} with a part of the image.
     *
     * @param region the part, null for all
     */
    public <T> T attempt(
            Source source, Tolerance tolerance, DecodingStage step, @Nullable Region region, DecodingWork<T> work)
            throws ServeException {
        ImagePart part = ImagePart.of(source, tolerance, region);
        attempts.put(Thread.currentThread(), new DecodeAttempt(source.stamp(), part, step, clock.instant()));
        try {
            T result = work.run();
            requireAllRead(source);
            return result;
        } catch (ServeException e) {
            requireAllRead(source);
            if (OF_THE_FILE.contains(e.failure().kind()) && !source.overwritten()) {
                remember(source.stamp(), part, step, e.failure(), null);
            }
            throw ForeignFailures.of(source, e);
        } finally {
            attempts.remove(Thread.currentThread());
        }
    }

    /**
     * Fails when bytes of a source could not be had from its server, whatever a decoder has made of the others: the image is not to blame, and
     * a reader may have noticed nothing.
     *
     * @throws ServeException why they could not
     */
    public static void requireAllRead(Source source) throws ServeException {
        ServeException missing = source.failure();
        if (missing != null) {
            throw new ServeException(missing.failure());
        }
    }

    /**
     * A thread has been given up because it took too long. The source that it is at is left alone for ten minutes, if it has
     * been at it for so long that the source is to blame.
     *
     * @param failure what is answered
     * @param toBlame how long a sound source takes at most
     */
    public void givenUp(Thread thread, Failure failure, Duration toBlame) {
        DecodeAttempt attempt = attempts.get(thread);
        Instant now = clock.instant();
        if (attempt != null && !attempt.begun.plus(toBlame).isAfter(now)) {
            remember(attempt.stamp, attempt.part, attempt.step, failure, now);
        }
    }

    @Override
    public List<QuarantinedSource> entries() {
        synchronized (failed) {
            return Stream.concat(failed.values().stream(), failedParts.values().stream())
                    .sorted(Comparator.comparing(FailedSource::since).reversed())
                    .map(FailedSource::entry)
                    .toList();
        }
    }

    @Override
    public boolean release(String file) {
        return forget(key -> key.toString().equals(file)) > 0;
    }

    @Override
    public int releaseAll() {
        return forget(key -> true);
    }

    /** The same sources; what is not found among them any more leaves the quarantine. */
    public SourceAccess watching(SourceAccess access) {
        return new WatchedSources(access, this);
    }

    /** Forgets a file that is not there any more. */
    void gone(SourceKey key) {
        forget(key::equals);
    }

    /** Forgets sources; returns how many. */
    int forget(Predicate<SourceKey> which) {
        synchronized (failed) {
            int before = failed.size() + failedParts.size();
            failed.keySet().removeIf(part -> which.test(part.file.key()));
            failedParts.keySet().removeIf(part -> which.test(part.file.key()));
            return before - failed.size() - failedParts.size();
        }
    }

    /** Where a part is remembered; guarded by {@link #failed}. */
    private Map<ImagePart, FailedSource> entriesFor(ImagePart part) {
        return part.region == null ? failed : failedParts;
    }

    private @Nullable FailedSource known(Stamp stamp, ImagePart part, DecodingStage goal) {
        Instant now = clock.instant();
        synchronized (failed) {
            Map<ImagePart, FailedSource> entries = entriesFor(part);
            FailedSource known = entries.get(part);
            if (known == null) {
                return null;
            }
            if (!known.stamp().equals(stamp)) {
                entries.remove(part);
                return null;
            }
            return known.foretells(goal, now) ? entries.merge(part, known, FailedSource::followedBy) : null;
        }
    }

    private void remember(Stamp stamp, ImagePart part, DecodingStage step, Failure failure, @Nullable Instant givenUp) {
        if (maxEntries == 0) {
            return;
        }
        Instant now = clock.instant();
        Instant modified = Instant.ofEpochMilli(stamp.modified());
        boolean settled = modified.isAfter(now) || !modified.plus(SETTLING).isAfter(now);
        boolean isNew;
        FailedSource found = new FailedSource(stamp, part.region, step, failure, now, settled, givenUp, 1);
        synchronized (failed) {
            Map<ImagePart, FailedSource> entries = entriesFor(part);
            FailedSource entry = entries.merge(part, found, FailedSource::followedBy);
            if (entries.size() > maxEntries) {
                entries.remove(entries.keySet().iterator().next());
            }
            isNew = entry == found;
        }
        if (isNew) {
            String what = part.region == null ? "" : ", " + FailedSource.named(part.region);
            LOG.info(
                    "In quarantine: '{}'{}, {}: {}",
                    stamp.key(),
                    what,
                    failure.kind().code(),
                    failure.message());
        }
    }
}

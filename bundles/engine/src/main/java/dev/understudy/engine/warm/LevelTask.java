package dev.understudy.engine.warm;

import dev.understudy.engine.codec.DecoderChoice;
import dev.understudy.engine.warm.WantedLevels.Need;
import dev.understudy.engine.work.SpareCapacity;
import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.DecodedPart;
import dev.understudy.image.Decoder;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Region;
import dev.understudy.image.SourceLevels.FullSize;
import dev.understudy.image.SourceLevels.IndexKey;
import dev.understudy.image.SourceLevels.LevelKey;
import dev.understudy.source.Source;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import dev.understudy.source.SourceLease;
import dev.understudy.source.SourceLifetime;
import dev.understudy.source.Stamp;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Makes the levels of a source, each by decoding the whole of it strictly, as for a request, and its index. */
public final class LevelTask {

    /** The smallest first: it costs least and helps most. */
    private static final List<Integer> REDUCTIONS = List.of(8, 4, 2, 1);

    /** What is least likely to be found in a level. */
    private static final DecodeRequest CORNER = new DecodeRequest(new Region(0, 0, 1, 1), 1);

    /** How long a source of a store is waited for. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Two writes within this time may leave the same stamp, as some file systems count in it. */
    private static final Duration SETTLING = Duration.ofSeconds(2);

    private final SourceAccess sources;
    private final List<Decoder> decoders;
    private final long maxPixels;
    private final long maxMemory;
    private final Supplier<SpareCapacity> spare;
    private final InstantSource clock;
    private final PurgeGuard purges = new PurgeGuard();

    /**
     * A task for any source.
     *
     * @param maxPixels pixels of a source at most
     * @param maxMemory bytes that decoding may take at most
     * @param spare what requests leave over
     */
    public LevelTask(
            SourceAccess sources,
            List<Decoder> decoders,
            long maxPixels,
            long maxMemory,
            Supplier<SpareCapacity> spare,
            InstantSource clock) {
        this.sources = sources;
        this.decoders = List.copyOf(decoders);
        this.maxPixels = maxPixels;
        this.maxMemory = maxMemory;
        this.spare = spare;
        this.clock = clock;
    }

    /** Has what is being made of one of these sources not be kept. */
    void purge(Predicate<SourceKey> which) {
        purges.purge(which);
    }

    /**
     * Makes the levels that are not there yet.
     *
     * @return false when that has been broken off for requests
     * @throws ServeException when the source is not there, or not sound
     */
    boolean make(WantedLevels wanted) throws ServeException {
        if (!wanted.levels().isWritable()) {
            return true;
        }
        purges.begin(wanted.key());
        try {
            return makeGuarded(wanted);
        } finally {
            purges.end();
        }
    }

    private boolean makeGuarded(WantedLevels wanted) throws ServeException {
        SourceLifetime lifetime = sources.lifetime(wanted.key());
        if (lifetime != null && !lifetime.isForAll()) {
            return true; // its server does not want it kept
        }
        try (SourceLease lease = fetched(wanted);
                Source source = sources.open(wanted.key())) {
            if (!settle(source.stamp())) {
                return true;
            }
            Decoder decoder = DecoderChoice.of(decoders, source);
            ImageInfo info = decoder.inspect(source);
            if (info.area() > maxPixels || !wanted.levels().accepts(info)) {
                return true;
            }
            return wanted.need() == Need.LEVELS
                    ? makeLevels(wanted, source, decoder, info) && makeIndex(wanted, source, decoder, info)
                    : makeIndex(wanted, source, decoder, info) && makeFullSize(wanted, source, decoder, info);
        }
    }

    /** Has a source of a store be at hand; a foreign image is only taken while it is. */
    private SourceLease fetched(WantedLevels wanted) throws ServeException {
        return wanted.key().isForeign() || !sources.isRemote(wanted.key())
                ? SourceLease.NONE
                : sources.fetch(List.of(wanted.key()), "", clock.instant().plus(PATIENCE));
    }

    private boolean makeLevels(WantedLevels wanted, Source source, Decoder decoder, ImageInfo info)
            throws ServeException {
        int finest = wanted.levels().fullSize(info) == FullSize.ALWAYS ? 1 : 2;
        for (int reduction : REDUCTIONS) {
            if (reduction >= finest && !makeLevel(wanted, source, decoder, info, reduction)) {
                return false;
            }
        }
        return true;
    }

    private boolean makeFullSize(WantedLevels wanted, Source source, Decoder decoder, ImageInfo info)
            throws ServeException {
        boolean isKept = wanted.need() == Need.FULL_SIZE && wanted.levels().fullSize(info) != FullSize.NEVER;
        return !isKept || makeLevel(wanted, source, decoder, info, 1);
    }

    private boolean makeLevel(WantedLevels wanted, Source source, Decoder decoder, ImageInfo info, int reduction)
            throws ServeException {
        DecodedPart part = decoder.part(source, info, wanted.request(reduction));
        if (part == null || part.reduction() != reduction) {
            return true;
        }
        LevelKey key = new LevelKey(source.stamp(), wanted.edition(), part.level());
        long memory = decoder.memory(info, part.level());
        long samples = info.area() / ((long) part.reduction() * part.reduction());
        boolean fits =
                memory <= maxMemory && samples <= wanted.levels().figures().maxBytes();
        if (!fits || wanted.levels().has(key)) {
            return true;
        }
        return run(wanted, source, memory, paced -> {
            Decoded level = decoder.decode(paced, part.level());
            boolean whole = level.damage() == null
                    && level.region().area() == info.area()
                    && !source.overwritten()
                    && source.failure() == null;
            if (whole) {
                purges.keep(() -> wanted.levels().keep(key, level));
            }
        });
    }

    private boolean makeIndex(WantedLevels wanted, Source source, Decoder decoder, ImageInfo info)
            throws ServeException {
        IndexKey key = new IndexKey(source.stamp(), wanted.edition());
        boolean inLevels = wanted.need() == Need.LEVELS && wanted.levels().fullSize(info) == FullSize.ALWAYS;
        if (inLevels || !decoder.gainsByIndex(info, CORNER) || wanted.levels().hasIndex(key)) {
            return true;
        }
        return run(wanted, source, decoder.memory(info, CORNER), paced -> {
            byte[] index = decoder.index(paced);
            if (!source.overwritten() && source.failure() == null) {
                purges.keep(() -> wanted.levels().keepIndex(key, index));
            }
        });
    }

    /** Does work that gives way to requests; false when it has been broken off for them. */
    private boolean run(WantedLevels wanted, Source source, long memory, PacedWork work) throws ServeException {
        Pace pace = new Pace(spare, memory, wanted.isOverdue());
        try {
            pace.begin();
            work.run(new PacedSource(source, pace));
            return true;
        } catch (InterruptedIOException e) {
            return false;
        } catch (ServeException e) {
            if (pace.isBrokenOff()) {
                return false;
            }
            throw e;
        }
    }

    /** Work on a source. */
    private interface PacedWork {
        void run(Source paced) throws ServeException;
    }

    /**
     * Waits until the file has rested, so that its stamp means these bytes; false when the engine ends first. One that is of the future, by a clock that was
     * set back or that of a file server, may have been written just now.
     */
    private boolean settle(Stamp stamp) {
        Duration age = Duration.between(Instant.ofEpochMilli(stamp.modified()), clock.instant());
        if (age.compareTo(SETTLING) >= 0) {
            return true;
        }
        Duration rest = age.isNegative() ? SETTLING : SETTLING.minus(age);
        try {
            Thread.sleep(rest.toMillis() + 1);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

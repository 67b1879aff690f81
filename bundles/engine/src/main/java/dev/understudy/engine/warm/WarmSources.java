package dev.understudy.engine.warm;

import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.DecodedPart;
import dev.understudy.image.Decoder;
import dev.understudy.image.IdleProcessors;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Pixels;
import dev.understudy.image.SourceLevels;
import dev.understudy.image.SourceLevels.LevelFigures;
import dev.understudy.image.SourceLevels.LevelKey;
import dev.understudy.observe.SourceWarming.WarmingFigures;
import dev.understudy.source.Source;
import dev.understudy.source.SourceKey;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Takes samples from the kept levels of a source where there are any, and has levels made of the sources that are decoded. The samples
 * are those that decoding gives, so that nobody can tell by a reply where they came from.
 */
public final class WarmSources implements AutoCloseable {

    /** The least reduction of a level. */
    static final int LEAST = 2;

    private final String edition;
    private final LevelMaker maker;
    private final IdleProcessors processors;
    private final AtomicReference<@Nullable SourceLevels> levels = new AtomicReference<>();

    /**
     * Without levels as yet.
     *
     * @param edition of whatever decodes
     * @param processors what may help with decoding for requests
     */
    public WarmSources(String edition, LevelMaker maker, IdleProcessors processors) {
        this.processors = processors;
        this.edition = edition;
        this.maker = maker;
    }

    /** Uses levels from now on. */
    public void use(SourceLevels present) {
        levels.set(present);
    }

    /** Goes on without levels, unless others have taken their place. */
    public void unset(SourceLevels gone) {
        levels.compareAndSet(gone, null);
    }

    /**
     * The samples that a decoder gives.
     *
     * @param info what the head of the source says
     * @throws ServeException as {@link Decoder#decode}
     */
    public Decoded decode(Source source, Decoder decoder, ImageInfo info, DecodeRequest request) throws ServeException {
        SourceLevels present = levels.get();
        DecodedPart part = present == null || request.maxReduction() < LEAST || !present.accepts(info)
                ? null
                : part(source, decoder, request);
        if (present == null || part == null || part.reduction() < LEAST) {
            return decoder.decode(source, request, processors);
        }
        Pixels kept = present.find(new LevelKey(source.stamp(), edition, part.level()), part);
        if (kept != null) {
            return new Decoded(info, kept, part.region(), part.reduction());
        }
        Decoded decoded = decoder.decode(source, request, processors);
        if (decoded.damage() == null) {
            boolean lessChroma = request.maxChromaReduction() > request.maxReduction();
            maker.want(new WantedLevels(source.key(), present, edition, lessChroma, 0));
        }
        return decoded;
    }

    /**
     * Has levels made of sources that nobody may have asked for, with as much chroma as replies in JPEG have.
     *
     * @return how many of them wait for that now
     */
    public int warm(Collection<SourceKey> sources) {
        SourceLevels present = levels.get();
        return present == null
                ? 0
                : (int) sources.stream()
                        .filter(key -> maker.want(new WantedLevels(key, present, edition, true, 0)))
                        .count();
    }

    /** What is kept, and what is being made. */
    public WarmingFigures figures() {
        SourceLevels present = levels.get();
        LevelFigures kept = present == null ? new LevelFigures(0, 0, 0, 0, 0) : present.figures();
        return new WarmingFigures(
                kept.levels(), kept.bytes(), kept.maxBytes(), maker.waiting(), kept.found(), kept.damaged());
    }

    private static @Nullable DecodedPart part(Source source, Decoder decoder, DecodeRequest request) {
        try {
            return decoder.part(source, request);
        } catch (ServeException e) {
            return null; // decoding says what is wrong
        }
    }

    /** Ends making levels. */
    @Override
    public void close() {
        maker.close();
    }
}

package dev.understudy.engine.warm;

import dev.understudy.engine.codec.Edition;
import dev.understudy.engine.warm.WantedLevels.Need;
import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.DecodedPart;
import dev.understudy.image.Decoder;
import dev.understudy.image.IdleProcessors;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Pixels;
import dev.understudy.image.SourceLevels;
import dev.understudy.image.SourceLevels.FullSize;
import dev.understudy.image.SourceLevels.IndexKey;
import dev.understudy.image.SourceLevels.LevelFigures;
import dev.understudy.image.SourceLevels.LevelKey;
import dev.understudy.observe.ReplySelection;
import dev.understudy.observe.ServingListener.WorkStep;
import dev.understudy.observe.ServingListeners;
import dev.understudy.observe.SourceWarming.WarmingFigures;
import dev.understudy.source.Source;
import dev.understudy.source.SourceKey;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Takes samples from the kept levels of a source where there are any, and has levels made of the sources that are decoded. The samples
 * are those that decoding gives, so that nobody can tell by a reply where they came from.
 */
public final class WarmSources implements AutoCloseable {

    /** Purges that are told apart while there are no levels; one more is a purge of everything. */
    static final int MAX_DUE = 1000;

    private final Edition edition;
    private final LevelMaker maker;
    private final IdleProcessors processors;
    private final ServingListeners listeners;
    private final AtomicReference<@Nullable SourceLevels> levels = new AtomicReference<>();

    /** What is locked while levels come. */
    private final Object purging = new Object();
    /** What was to be purged while there were no levels. */
    private final Set<ReplySelection> due = new LinkedHashSet<>();

    /**
     * Without levels as yet.
     *
     * @param edition of whatever decodes
     * @param processors what may help with decoding for requests
     * @param listeners are told of each decoding for a request
     */
    public WarmSources(Edition edition, LevelMaker maker, IdleProcessors processors, ServingListeners listeners) {
        this.listeners = listeners;
        this.processors = processors;
        this.edition = edition;
        this.maker = maker;
    }

    /** Uses levels from now on, without what has been purged while there were none; to look for that may take seconds. */
    public void use(SourceLevels present) {
        maker.forget();
        synchronized (purging) {
            if (!due.isEmpty()) {
                present.purge(sourcesOf(List.copyOf(due)));
                due.clear();
            }
            levels.set(present);
        }
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
        if (present == null || !present.accepts(info)) {
            return decodeAnew(source, decoder, info, request);
        }
        int finest = finest(present, info);
        DecodedPart part = request.maxReduction() < finest ? null : part(source, decoder, info, request);
        if (part == null || part.reduction() < finest) {
            return decodeFine(present, source, decoder, info, request, Need.INDEX);
        }
        Pixels kept = present.find(new LevelKey(source.stamp(), edition.text(), part.level()), part);
        if (kept != null) {
            return new Decoded(info, kept, part.region(), part.reduction());
        }
        return decodeFine(present, source, decoder, info, request, need(present, info, part, request));
    }

    /** What is to be kept where a part is in no level. Of what is large, the full size alone, and not for replies that are smaller. */
    private static Need need(SourceLevels levels, ImageInfo info, DecodedPart part, DecodeRequest request) {
        if (part.reduction() > 1 || levels.fullSize(info) == FullSize.ALWAYS) {
            return Need.LEVELS;
        }
        return request.maxReduction() == 1 ? Need.FULL_SIZE : Need.INDEX;
    }

    /** Decodes what is in no level, by an index where there is one, and has what was needed be kept. */
    private Decoded decodeFine(
            SourceLevels present, Source source, Decoder decoder, ImageInfo info, DecodeRequest request, Need need)
            throws ServeException {
        boolean gains = decoder.gainsByIndex(info, request);
        IndexKey key = new IndexKey(source.stamp(), edition.text());
        byte[] index = gains ? present.findIndex(key) : null;
        Decoded found = null;
        if (index != null && index.length > 0) {
            found = decodeIndexed(source, decoder, info, request, index);
            if (found == null) {
                present.discardIndex(key);
            }
        }
        Decoded decoded = found == null ? decodeAnew(source, decoder, info, request) : found;
        boolean wanted = need != Need.INDEX || gains && index == null;
        if (wanted && decoded.damage() == null && present.isWritable()) {
            boolean lessChroma = request.maxChromaReduction() > request.maxReduction();
            boolean later = need == Need.FULL_SIZE && present.fullSize(info) == FullSize.WHEN_NEEDED_AGAIN;
            WantedLevels again = new WantedLevels(source.key(), present, edition.text(), need, lessChroma);
            maker.missed(later ? again.of(Need.INDEX) : again, again, source.stamp());
        }
        return decoded;
    }

    private Decoded decodeAnew(Source source, Decoder decoder, ImageInfo info, DecodeRequest request)
            throws ServeException {
        long begin = System.nanoTime();
        Decoded decoded = decoder.decode(source, request, processors);
        report(info, decoded, begin);
        return decoded;
    }

    private @Nullable Decoded decodeIndexed(
            Source source, Decoder decoder, ImageInfo info, DecodeRequest request, byte[] index) throws ServeException {
        long begin = System.nanoTime();
        Decoded decoded = decoder.decodeIndexed(source, request, index, processors);
        if (decoded != null) {
            report(info, decoded, begin);
        }
        return decoded;
    }

    private void report(ImageInfo info, Decoded decoded, long begin) {
        Pixels pixels = decoded.pixels();
        listeners.onWork(
                WorkStep.DECODE, info.format(), System.nanoTime() - begin, (long) pixels.width() * pixels.height());
    }

    /** The least reduction of the levels that an image may have. */
    private static int finest(SourceLevels levels, ImageInfo info) {
        return levels.fullSize(info) == FullSize.NEVER ? 2 : 1;
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
                        .filter(key -> maker.want(new WantedLevels(key, present, edition.text(), Need.LEVELS, true)))
                        .count();
    }

    /** Throws away what is kept of sources, at once or as soon as there are levels; how much that was at once. */
    public int purge(Collection<ReplySelection> which) {
        Predicate<SourceKey> sources = sourcesOf(List.copyOf(which));
        maker.purge(sources);
        int count = 0;
        SourceLevels present = presentOrDue(which);
        while (present != null) {
            count += present.purge(sources);
            // Those that went away meanwhile may have done nothing.
            present = levels.get() == present ? null : presentOrDue(which);
        }
        return count;
    }

    private static Predicate<SourceKey> sourcesOf(List<ReplySelection> which) {
        return source -> which.stream().anyMatch(selection -> selection.concerns(source));
    }

    private @Nullable SourceLevels presentOrDue(Collection<ReplySelection> which) {
        synchronized (purging) {
            SourceLevels present = levels.get();
            if (present == null) {
                due.addAll(which);
                if (due.size() > MAX_DUE) {
                    due.clear();
                    due.add(ReplySelection.ALL);
                }
            }
            return present;
        }
    }

    /** What is kept, and what is being made. */
    public WarmingFigures figures() {
        SourceLevels present = levels.get();
        LevelFigures kept = present == null ? new LevelFigures(0, 0, 0, 0, 0) : present.figures();
        return new WarmingFigures(
                kept.levels(), kept.bytes(), kept.maxBytes(), maker.waiting(), kept.found(), kept.damaged());
    }

    private static @Nullable DecodedPart part(Source source, Decoder decoder, ImageInfo info, DecodeRequest request) {
        try {
            return decoder.part(source, info, request);
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

package dev.understudy.image;

import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps sources at 1/2, 1/4 and 1/8 of their size, some at their full size, too, as a decoder gave them, so that they need not be decoded for
 * each reply; and indexes, by which a decoder finds a part of the others. Nothing depends on what is kept: whoever finds nothing decodes.
 */
@ProviderType
public interface SourceLevels {

    /** Whether an image is so large that keeping its levels pays. */
    boolean accepts(ImageInfo info);

    /** Whether what is made now is kept, as far as is known; what there is can be read in any case. */
    boolean isWritable();

    /** When an image that is accepted is kept at its full size, too. */
    FullSize fullSize(ImageInfo info);

    /** Whether a level is kept, as far as is known without reading it. */
    boolean has(LevelKey key);

    /**
     * The samples of a part of a level. Only whole and undamaged ones are given.
     *
     * @param part what is wanted of it, and is what the decoder would give
     * @return null when the level is not kept
     */
    @Nullable
    Pixels find(LevelKey key, DecodedPart part);

    /**
     * Keeps a level, or leaves it when that cannot be done.
     *
     * @param level the whole image, sound
     * @return whether it is kept
     */
    boolean keep(LevelKey key, Decoded level);

    /** Whether an index is kept, as far as is known without reading it. */
    boolean hasIndex(IndexKey key);

    /**
     * What {@link Decoder#index} gave, undamaged.
     *
     * @return null when the index is not kept
     */
    byte @Nullable [] findIndex(IndexKey key);

    /**
     * Keeps an index, or leaves it when that cannot be done.
     *
     * @param index what a decoder gave for a sound source; no bytes when it has none
     * @return whether it is kept
     */
    boolean keepIndex(IndexKey key, byte[] index);

    /** Throws an index away that its decoder could not use, and tells so in the log. */
    void discardIndex(IndexKey key);

    /**
     * Throws away what is kept of sources.
     *
     * @param which says which sources; whether a catalog or a request has named them is not known
     * @return how many levels and indexes are gone
     */
    int purge(Predicate<SourceKey> which);

    /** What is kept. */
    LevelFigures figures();

    /** Says when a source is kept at its full size. */
    enum FullSize {
        /** Never, since the source is too large for that. */
        NEVER,
        /** Once a reply has needed the full size of it or of a part. */
        WHEN_NEEDED,
        /** Once replies have needed it time and again, as there is no room for one that is needed once. */
        WHEN_NEEDED_AGAIN,
        /** With its other levels. */
        ALWAYS
    }

    /**
     * Names a level of a state of a source.
     *
     * @param stamp the state
     * @param edition changes with whatever decodes
     * @param request what the decoder was asked for
     */
    record LevelKey(Stamp stamp, String edition, DecodeRequest request) {}

    /**
     * Names the index of a state of a source.
     *
     * @param stamp the state
     * @param edition changes with whatever decodes
     */
    record IndexKey(Stamp stamp, String edition) {}

    /**
     * How much is kept, and how much may be.
     *
     * @param levels how many levels and indexes
     * @param bytes what they take
     * @param maxBytes what they may take; 0 when none are kept
     * @param found how often one was found since the start
     * @param damaged how many were thrown away since the start, since they were damaged
     */
    record LevelFigures(int levels, long bytes, long maxBytes, long found, long damaged) {}
}

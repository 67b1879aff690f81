package dev.understudy.image;

import dev.understudy.source.Stamp;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps sources at 1/2, 1/4 and 1/8 of their size, as a decoder gave them, so that they need not be decoded for each reply. Nothing
 * depends on what is kept: whoever does not find a level decodes.
 */
@ProviderType
public interface SourceLevels {

    /** Whether an image is so large that keeping its levels pays. */
    boolean accepts(ImageInfo info);

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

    /** What is kept. */
    LevelFigures figures();

    /**
     * Names a level of a state of a source.
     *
     * @param stamp the state
     * @param edition changes with whatever decodes
     * @param request what the decoder was asked for
     */
    record LevelKey(Stamp stamp, String edition, DecodeRequest request) {}

    /**
     * How much is kept, and how much may be.
     *
     * @param levels how many levels
     * @param bytes what they take
     * @param maxBytes what they may take; 0 when none are kept
     * @param found how often one was found since the start
     * @param damaged how many were thrown away since the start, since they were damaged
     */
    record LevelFigures(int levels, long bytes, long maxBytes, long found, long damaged) {}
}

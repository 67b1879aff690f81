package dev.understudy.codec.svg.font;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A face that a text may be painted with, which is loaded when a character needs it first. */
public final class FaceChoice {

    private final CharacterRanges ranges;
    private final Supplier<SvgFace> loader;
    private @Nullable SvgFace loaded;

    /**
     * A face.
     *
     * @param ranges the characters that it is for
     * @param loader loads it
     */
    FaceChoice(CharacterRanges ranges, Supplier<SvgFace> loader) {
        this.ranges = ranges;
        this.loader = loader;
    }

    /** Whether the face is for a character, if it has it. */
    public boolean isFor(int character) {
        return ranges.has(character);
    }

    /** The face, always the same one. */
    public SvgFace face() {
        SvgFace known = loaded;
        if (known == null) {
            known = loader.get();
            loaded = known;
        }
        return known;
    }
}

package dev.understudy.engine.plan;

import dev.understudy.engine.compose.BlendMode;

/**
 * The way in which a layer lies over those below it.
 *
 * @param mode for all that the layer shows, {@code color=} and {@code bgColor=} too; layer 0 has nothing below it, and {@code
 *     NORM}
 * @param opacity of its foreground
 */
public record Blending(BlendMode mode, Opacity opacity) {

    /** Over what is there, and as opaque as it is. */
    public static final Blending PLAIN = new Blending(BlendMode.NORM, Opacity.FULL);

    public Blending withOpacity(Opacity newOpacity) {
        return new Blending(mode, newOpacity);
    }
}

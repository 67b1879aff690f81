package dev.understudy.engine.plan;

import dev.understudy.image.Color;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Region;
import dev.understudy.image.ResMode;
import org.jspecify.annotations.Nullable;

/**
 * The view of the composite. {@code rgn} picks a part of the composite, then scale and fit give the view's size.
 *
 * @param width {@code wid=}, 0 when not given
 * @param height {@code hei=}, 0 when not given
 * @param scl {@code scl=}, the inverse factor, 0 when not given
 * @param fit {@code fit=}
 * @param upscale whether a view larger than the composite enlarges it
 * @param alignX {@code align=}, -1 left .. 1 right
 * @param alignY -1 top .. 1 bottom
 * @param region {@code rgn=}, null for the whole composite
 * @param rect {@code rect=}: the part of the finished view that is the reply, null for all of it
 * @param rectScale third value of {@code rect=}, 1 when not given
 * @param background {@code bgc=}, opaque
 * @param resMode {@code resMode=}
 * @param defaultPix the reply's largest size when wid, hei and scl are all absent; {@link PixelSize#NONE} for no limit
 * @param maxPix the reply's largest size, {@link PixelSize#NONE} for no limit
 */
public record ViewPlan(
        int width,
        int height,
        double scl,
        Fit fit,
        boolean upscale,
        double alignX,
        double alignY,
        @Nullable Region region,
        @Nullable Region rect,
        double rectScale,
        Color background,
        ResMode resMode,
        PixelSize defaultPix,
        PixelSize maxPix) {

    public ViewPlan {
        scl += 0.0;
        alignX += 0.0;
        alignY += 0.0;
        rectScale += 0.0;
    }

    /** Whether the whole composite is shown at its own size. */
    public boolean isWhole() {
        return width == 0 && height == 0 && scl == 0 && region == null && rect == null;
    }
}

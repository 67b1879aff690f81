package dev.understudy.engine.operation;

import dev.understudy.catalog.Syntax;
import dev.understudy.image.Pixels;
import dev.understudy.image.Samples;
import java.util.Optional;

/**
 * Other hues: the hue of each pixel is turned by an angle, while its saturation and lightness of the HSL model stay. Gray has
 * no hue, and so stays too.
 *
 * <p>Source: the reference's page on op_hue; the model is that of Photoshop's Hue/Saturation.
 *
 * @param degrees -180..180; red turned by 120 is green
 */
public record HueOperation(int degrees) implements PointOperation {

    /** The value of {@code op_hue=}; 0 is no operation. */
    public static final Syntax<Optional<PixelOperation>> SYNTAX = AdjustmentSyntax.of(180, HueOperation::new);

    /** The model's hues are six ramps from one color to the next. */
    private static final float DEGREES_PER_RAMP = 60;

    private static final float RAMPS = 6;

    @Override
    public Stage stage() {
        return Stage.COLOR;
    }

    @Override
    public ColorModel colorModel() {
        return ColorModel.ANY;
    }

    @Override
    public Pixels apply(Raster raster) {
        return raster.pixels().samples() == Samples.GRAY
                ? raster.pixels()
                : new Turn(degrees / DEGREES_PER_RAMP).map(raster.pixels());
    }

    private static final class Turn extends ColorMapping {

        private final float ramps;

        private Turn(float ramps) {
            this.ramps = ramps;
        }

        @Override
        void map(float[] color) {
            float high = Math.max(color[0], Math.max(color[1], color[2]));
            float low = Math.min(color[0], Math.min(color[1], color[2]));
            if (high > low) {
                float hue = hue(color, high, high - low) + ramps;
                // high and low stay, as saturation and lightness follow from them alone
                color[0] = low + (high - low) * ramp(hue);
                color[1] = low + (high - low) * ramp(hue - 2);
                color[2] = low + (high - low) * ramp(hue - 4);
            }
        }

        private static float hue(float[] color, float high, float chroma) {
            if (color[0] == high) {
                return (color[1] - color[2]) / chroma;
            }
            return color[1] == high ? 2 + (color[2] - color[0]) / chroma : 4 + (color[0] - color[1]) / chroma;
        }

        /** The share of a color that is at its full at hue 0: 1 up to a ramp away from it, 0 from two ramps on. */
        private static float ramp(float hue) {
            float around = hue - RAMPS * (float) Math.floor(hue / RAMPS);
            float away = Math.min(around, RAMPS - around);
            return Math.max(0, Math.min(1, 2 - away));
        }
    }
}

package dev.understudy.engine.operation;

import dev.understudy.catalog.Syntax;
import dev.understudy.image.Pixels;
import dev.understudy.image.Samples;
import java.util.Optional;

/**
 * More or less saturated colors. Components move away from the lightness of their pixel, the middle of the largest and the
 * smallest one, or towards it: at -100 nothing but lightness is left. Above 0, as in Photoshop's Hue/Saturation, the distance
 * is divided by {@code 1 - p}, where {@code p} is the percentage as a fraction, but no color becomes more than fully
 * saturated.
 *
 * <p>Source: the reference's page on op_saturation.
 *
 * @param percent -100..100
 */
public record SaturationOperation(int percent) implements PointOperation {

    /** The value of {@code op_saturation=}; 0 is no operation. */
    public static final Syntax<Optional<PixelOperation>> SYNTAX = AdjustmentSyntax.of(100, SaturationOperation::new);

    private static final float MOST = 255;

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
                : new Stretch(percent / 100f).map(raster.pixels());
    }

    private static final class Stretch extends ColorMapping {

        private final float fraction;

        private Stretch(float fraction) {
            this.fraction = fraction;
        }

        @Override
        void map(float[] color) {
            float high = Math.max(color[0], Math.max(color[1], color[2]));
            float low = Math.min(color[0], Math.min(color[1], color[2]));
            if (high > low) {
                float lightness = (high + low) / 2;
                float factor = fraction < 0 ? 1 + fraction : growth(high - low, lightness);
                for (int i = 0; i < color.length; i++) {
                    color[i] = lightness + (color[i] - lightness) * factor;
                }
            }
        }

        /** The factor of a chroma: 1 / (1 - p), or less where that would make it more than fully saturated. */
        private float growth(float chroma, float lightness) {
            float full = 2 * Math.min(lightness, MOST - lightness);
            float saturation = chroma / full;
            return 1 / Math.max(saturation, 1 - fraction);
        }
    }
}

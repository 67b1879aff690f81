package dev.understudy.engine.render;

import dev.understudy.engine.compose.CompositeCanvas;
import dev.understudy.engine.layout.Affine;
import dev.understudy.image.Color;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import dev.understudy.image.ResMode;
import dev.understudy.image.Samples;
import java.util.Arrays;
import java.util.List;

/** One color. */
record SolidLayerPainter(Color color, PixelSize size) implements LayerPainter {

    @Override
    public boolean isOpaque() {
        return color.alpha() == 255;
    }

    @Override
    public long memory(Affine toWindow, Region clip, Region part, ResMode mode) {
        return part.area() * CompositeCanvas.BYTES_PER_PIXEL;
    }

    @Override
    public Pixels draw(Affine toWindow, Region clip, Region part, ResMode mode) {
        return new Pixels(
                Samples.RGB,
                List.of(plane(part, color.red()), plane(part, color.green()), plane(part, color.blue())),
                color.alpha() == 255 ? null : plane(part, color.alpha()),
                null);
    }

    private static Plane plane(Region part, int value) {
        byte[] samples = new byte[Math.multiplyExact(part.width(), part.height())];
        Arrays.fill(samples, (byte) value);
        return new Plane(part.width(), part.height(), samples);
    }
}

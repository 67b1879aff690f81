package dev.understudy.engine.render;

import dev.understudy.engine.compose.CompositeCanvas;
import dev.understudy.engine.layout.Affine;
import dev.understudy.engine.layout.Box;
import dev.understudy.engine.plan.MaskUse;
import dev.understudy.failure.ServeException;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import dev.understudy.image.ResMode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The content of a layer in the shape of a mask.
 *
 * @param content what is drawn
 * @param mask stretched over the content; null for none
 * @param inverted whether what the mask hides is drawn: nothing where there is no mask
 * @param keepsAlpha whether the content is no more opaque than by itself, as colors and text are not
 */
record MaskedLayerPainter(LayerPainter content, @Nullable LayerPainter mask, boolean inverted, boolean keepsAlpha)
        implements LayerPainter {

    private static final int OPAQUE = 255;

    /** A color or a text in the shape of a mask. */
    static LayerPainter filling(LayerPainter content, @Nullable LayerPainter mask, MaskUse use) {
        return switch (use) {
            case NORM -> mask == null ? content : new MaskedLayerPainter(content, mask, false, true);
            case INVERT -> new MaskedLayerPainter(content, mask, true, true);
            case OFF -> content;
        };
    }

    /**
     * An image in the shape of a mask.
     *
     * @param mask null for the image's own alpha
     */
    static LayerPainter replacing(LayerPainter image, @Nullable LayerPainter mask, MaskUse use) {
        return switch (use) {
            case NORM -> mask == null ? image : new MaskedLayerPainter(image, mask, false, false);
            case INVERT -> new MaskedLayerPainter(image, mask == null ? alphaOf(image) : mask, true, false);
            case OFF -> image.isOpaque() ? image : new MaskedLayerPainter(image, null, false, false);
        };
    }

    private static @Nullable LayerPainter alphaOf(LayerPainter image) {
        LayerPainter alpha = image instanceof ImageLayerPainter file ? file.withAlpha() : image;
        return alpha.isOpaque() ? null : alpha;
    }

    @Override
    public PixelSize size() {
        return content.size();
    }

    @Override
    public boolean isOpaque() {
        return mask == null && !inverted && !keepsAlpha;
    }

    @Override
    public long memory(Affine toWindow, Region clip, Region part, ResMode mode) throws ServeException {
        long own = content.memory(toWindow, clip, part, mode);
        long drawn = part.area() * CompositeCanvas.BYTES_PER_PIXEL;
        long shapes = 2 * part.area();
        if (mask == null) {
            return Math.max(own, drawn + shapes);
        }
        long masks = mask.memory(maskToWindow(mask, toWindow), maskClip(mask, clip), part, mode);
        return Math.max(own, drawn + shapes + masks);
    }

    @Override
    public Pixels draw(Affine toWindow, Region clip, Region part, ResMode mode) throws ServeException {
        Pixels pixels = content.draw(toWindow, clip, part, mode);
        byte[] shape = mask == null
                ? opaque(part)
                : mask.opacity(maskToWindow(mask, toWindow), maskClip(mask, clip), part, mode)
                        .samples()
                        .clone();
        if (inverted) {
            invert(shape);
        }
        Plane alpha = pixels.alpha();
        if (keepsAlpha && alpha != null) {
            multiply(shape, alpha.samples());
        }
        return pixels.withAlpha(new Plane(pixels.width(), pixels.height(), shape));
    }

    private static byte[] opaque(Region part) {
        byte[] shape = new byte[Math.multiplyExact(part.width(), part.height())];
        Arrays.fill(shape, (byte) OPAQUE);
        return shape;
    }

    private static void invert(byte[] shape) {
        for (int i = 0; i < shape.length; i++) {
            shape[i] = (byte) ~shape[i];
        }
    }

    private static void multiply(byte[] shape, byte[] alpha) {
        for (int i = 0; i < shape.length; i++) {
            shape[i] = (byte) (((shape[i] & 0xff) * (alpha[i] & 0xff) + OPAQUE / 2) / OPAQUE);
        }
    }

    /** The way from the mask to the window. */
    private Affine maskToWindow(LayerPainter mask, Affine toWindow) {
        return toMask(mask).inverse().then(toWindow);
    }

    private Region maskClip(LayerPainter mask, Region clip) {
        PixelSize size = mask.size();
        return toMask(mask).bounds(Box.of(clip)).touched(0).intersect(new Region(0, 0, size.width(), size.height()));
    }

    private Affine toMask(LayerPainter mask) {
        return Affine.scaling(
                (double) mask.size().width() / size().width(),
                (double) mask.size().height() / size().height());
    }
}

package dev.understudy.engine.render;

import dev.understudy.engine.color.Rgb;
import dev.understudy.engine.color.SrgbConverter;
import dev.understudy.engine.compose.CompositeCanvas;
import dev.understudy.engine.layout.Affine;
import dev.understudy.engine.layout.Box;
import dev.understudy.engine.orient.OrientationTransform;
import dev.understudy.engine.quarantine.DecodingStage;
import dev.understudy.engine.resample.Sampling;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Decoded;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import dev.understudy.image.ResMode;
import org.jspecify.annotations.Nullable;

/**
 * An image from a file, upright.
 *
 * @param image the file
 * @param mask a file whose alpha, or else lightness, is the opacity; stretched over the image
 * @param colors brings it into sRGB
 */
record ImageLayerPainter(OpenImage image, @Nullable OpenImage mask, SourceColorConverter colors)
        implements LayerPainter {

    @Override
    public PixelSize size() {
        return image.uprightSize();
    }

    @Override
    public boolean scales() {
        return true;
    }

    /** Whether no pixel of it can be transparent. */
    boolean isOpaque() {
        return mask == null && !image.info().alpha();
    }

    @Override
    public long memory(Affine toWindow, Region clip, Region part, ResMode mode) {
        long own = memory(image, sampling(image, toWindow, clip, part), mode);
        if (mask == null) {
            return own;
        }
        long drawn = part.area() * CompositeCanvas.BYTES_PER_PIXEL;
        return Math.max(own, drawn + memory(mask, maskSampling(mask, toWindow, clip, part), mode));
    }

    /** Decoded, scaled, and in sRGB. */
    private static long memory(OpenImage file, Sampling sampling, ResMode mode) {
        return file.memory(sampling.request(mode)) + sampling.memory(mode);
    }

    @Override
    public Pixels draw(Affine toWindow, Region clip, Region part, ResMode mode) throws ServeException {
        Pixels pixels = draw(toWindow, clip, part, mode, false);
        return mask == null ? pixels : pixels.withAlpha(opacity(mask, toWindow, clip, part, mode));
    }

    /**
     * The image without its mask.
     *
     * @param pairedChroma whether chroma is wanted at half the resolution, where there is any
     */
    Pixels draw(Affine toWindow, Region clip, Region part, ResMode mode, boolean pairedChroma) throws ServeException {
        Sampling sampling = sampling(image, toWindow, clip, part);
        Decoded decoded = image.decode(sampling.request(mode), DecodingStage.COLORS);
        return colors.sample(image, decoded, sampling, mode, pairedChroma);
    }

    private Plane opacity(OpenImage file, Affine toWindow, Region clip, Region part, ResMode mode)
            throws ServeException {
        Sampling sampling = maskSampling(file, toWindow, clip, part);
        Pixels pixels = sampling.apply(file.decode(sampling.request(mode), DecodingStage.PIXELS), mode, false);
        return pixels.alpha() != null
                ? pixels.alpha()
                : Rgb.gray(file.convert(() -> lightness(pixels, file.name()))).plane(0);
    }

    private Pixels lightness(Pixels pixels, String object) throws ServeException {
        SrgbConverter converter = colors.converter();
        return converter.convert(converter.withoutMisfit(pixels, object), object);
    }

    private Sampling maskSampling(OpenImage file, Affine toWindow, Region clip, Region part) {
        PixelSize size = file.uprightSize();
        Affine toMask =
                Affine.scaling((double) size.width() / size().width(), (double) size.height() / size().height());
        Region maskClip =
                toMask.bounds(Box.of(clip)).touched(0).intersect(new Region(0, 0, size.width(), size.height()));
        return sampling(file, toMask.inverse().then(toWindow), maskClip, part);
    }

    private static Sampling sampling(OpenImage file, Affine toWindow, Region clip, Region part) {
        ImageInfo info = file.info();
        Affine upright = OrientationTransform.upright(info.orientation()).affine(info.width(), info.height());
        Region storedClip = upright.inverse().bounds(Box.of(clip)).pixels();
        return Sampling.of(upright.then(toWindow), storedClip, part);
    }
}

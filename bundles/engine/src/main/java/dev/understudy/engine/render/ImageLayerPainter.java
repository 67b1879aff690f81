package dev.understudy.engine.render;

import dev.understudy.engine.color.DeviceSpace;
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
import java.util.List;

/**
 * An image from a file, upright.
 *
 * @param image the file
 * @param transparent whether the alpha of the file counts; else the image is opaque, in the colors that the file has under its alpha
 * @param colors brings it into the space in which it is drawn
 */
record ImageLayerPainter(OpenImage image, boolean transparent, SourceColorConverter colors) implements LayerPainter {

    /** The same image drawn in another space. */
    ImageLayerPainter in(DeviceSpace space) {
        return new ImageLayerPainter(image, transparent, colors.into(space));
    }

    /** The same image with its alpha. */
    ImageLayerPainter withAlpha() {
        return new ImageLayerPainter(image, true, colors);
    }

    @Override
    public PixelSize size() {
        return image.uprightSize();
    }

    @Override
    public boolean isOpaque() {
        return !transparent || !image.info().alpha();
    }

    @Override
    public long memory(Affine toWindow, Region clip, Region part, ResMode mode) {
        Sampling sampling = sampling(image, toWindow, clip, part);
        long decoded = image.memory(sampling.request(mode, false));
        return (isOverBlack() ? 2 * decoded : decoded) + sampling.memory(mode);
    }

    @Override
    public Pixels draw(Affine toWindow, Region clip, Region part, ResMode mode) throws ServeException {
        return draw(toWindow, clip, part, mode, false);
    }

    /**
     * As {@link #draw(Affine, Region, Region, ResMode)}.
     *
     * @param pairedChroma whether chroma is wanted at half the resolution, where there is any
     */
    Pixels draw(Affine toWindow, Region clip, Region part, ResMode mode, boolean pairedChroma) throws ServeException {
        Sampling sampling = sampling(image, toWindow, clip, part);
        boolean paired = pairedChroma && colors.keepsChroma(image);
        Decoded decoded = image.decode(sampling.request(mode, paired), DecodingStage.COLORS);
        Decoded wanted = transparent ? decoded : decoded.withPixels(withoutAlpha(decoded.pixels()));
        SourceColorConverter.Part sampled = new SourceColorConverter.Part(
                sampling, part.x() - toWindow.originColumn(), part.y() - toWindow.originRow());
        return colors.sample(image, wanted, sampled, mode, pairedChroma);
    }

    /** Whether the colors under the alpha are those of the file, which has them multiplied by it: what is transparent is black. */
    private boolean isOverBlack() {
        return !transparent && image.info().multiplied();
    }

    private Pixels withoutAlpha(Pixels pixels) {
        Plane alpha = pixels.alpha();
        if (alpha == null || !isOverBlack()) {
            return pixels.withAlpha(null);
        }
        List<Plane> planes =
                pixels.planes().stream().map(plane -> multiplied(plane, alpha)).toList();
        return new Pixels(pixels.samples(), planes, null, pixels.profile());
    }

    private static Plane multiplied(Plane plane, Plane alpha) {
        byte[] samples = new byte[plane.samples().length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (((plane.samples()[i] & 0xff) * (alpha.samples()[i] & 0xff) + 127) / 255);
        }
        return new Plane(plane.width(), plane.height(), samples);
    }

    /** Colors are converted only where they count. */
    @Override
    public Plane opacity(Affine toWindow, Region clip, Region part, ResMode mode) throws ServeException {
        Sampling sampling = sampling(image, toWindow, clip, part);
        Pixels pixels = sampling.apply(image.decode(sampling.request(mode, false), DecodingStage.PIXELS), mode, false);
        return pixels.alpha() != null ? pixels.alpha() : colors.lightness(image, pixels);
    }

    private static Sampling sampling(OpenImage file, Affine toWindow, Region clip, Region part) {
        ImageInfo info = file.info();
        Affine upright = OrientationTransform.upright(info.orientation()).affine(info.width(), info.height());
        Region storedClip = upright.inverse().bounds(Box.of(clip)).pixels();
        return Sampling.of(upright.then(toWindow), storedClip, part);
    }
}

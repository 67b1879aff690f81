package dev.understudy.engine.resample;

import dev.understudy.engine.layout.Affine;
import dev.understudy.engine.layout.Box;
import dev.understudy.engine.orient.OrientationTransform;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.IdleProcessors;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import dev.understudy.image.ResMode;
import dev.understudy.image.Samples;
import java.util.List;

/**
 * How a part of a window is filled from a stored image: which samples, how they are turned, and what has to be decoded
 * for them.
 *
 * @param x the wanted columns of the stored image
 * @param y the wanted rows of the stored image
 * @param orientation what is done with them afterwards
 */
public record Sampling(Axis x, Axis y, OrientationTransform orientation) {

    /** Chroma is stored this much coarser at most. */
    private static final int COARSEST_CHROMA = 4;

    /**
     * By how much the decoded samples are at least closer together than the wanted ones. Decoders reduce by cruder means than the
     * kernel: where nothing is left to it, fine texture is up to 10 dB worse (docs/quality.md).
     */
    private static final double LEFT_TO_KERNEL = 1.25;

    /** No image is so large that it could be wanted smaller in itself. */
    private static final int COARSEST = 1 << 16;

    /** Four planes as they are scaled, four in sRGB, and the weights of transparent ones. */
    private static final int BYTES_A_SAMPLE = 12;

    /**
     * The sampling for a mapping.
     *
     * @param toWindow from stored pixels to pixels of the window; keeps axes
     * @param clip what may be used of the stored image; not empty
     * @param part what is wanted of the window; not empty
     */
    public static Sampling of(Affine toWindow, Region clip, Region part) {
        Axis x = toWindow.swapsAxes()
                ? axis(toWindow.yx(), toWindow.ty(), part.y(), part.height(), clip.x(), clip.width())
                : axis(toWindow.xx(), toWindow.tx(), part.x(), part.width(), clip.x(), clip.width());
        Axis y = toWindow.swapsAxes()
                ? axis(toWindow.xy(), toWindow.tx(), part.x(), part.width(), clip.y(), clip.height())
                : axis(toWindow.yy(), toWindow.ty(), part.y(), part.height(), clip.y(), clip.height());
        return new Sampling(x, y, OrientationTransform.of(toWindow));
    }

    private static Axis axis(double scale, double offset, int start, int count, int low, int length) {
        double first = scale > 0 ? start : (double) start + count;
        return new Axis((first - offset) / scale, 1 / Math.abs(scale), count, low, low + length);
    }

    /**
     * The request to the decoder.
     *
     * @param pairedChroma whether chroma is wanted at half the resolution
     */
    public DecodeRequest request(ResMode mode, boolean pairedChroma) {
        double marginX = Resampler.reach(mode, Math.max(x.step(), COARSEST_CHROMA));
        double marginY = Resampler.reach(mode, Math.max(y.step(), COARSEST_CHROMA));
        Region touched = new Box(
                        x.origin() - marginX,
                        y.origin() - marginY,
                        x.origin() + x.count() * x.step() + marginX,
                        y.origin() + y.count() * y.step() + marginY)
                .touched(1);
        Region clip = new Region(x.low(), y.low(), x.high() - x.low(), y.high() - y.low());
        double step = Math.min(x.step(), y.step());
        DecodeRequest request = new DecodeRequest(touched.intersect(clip), reduction(step));
        return pairedChroma ? request.withChroma(reduction(2 * step)) : request;
    }

    private static int reduction(double step) {
        return (int) Math.max(1, Math.min(COARSEST, step / LEFT_TO_KERNEL + 1e-6));
    }

    /** Bytes that scaling and converting to sRGB take at most, beside what was decoded. */
    public long memory(ResMode mode) {
        return (long) x.count() * y.count() * BYTES_A_SAMPLE + Resampler.memory(x, y, mode);
    }

    /** {@link #apply(Decoded, ResMode, boolean, IdleProcessors)} without help. */
    public Pixels apply(Decoded decoded, ResMode mode, boolean pairedChroma) {
        return apply(decoded, mode, pairedChroma, IdleProcessors.NONE);
    }

    /**
     * The wanted samples, turned.
     *
     * @param decoded at least what {@link #request} asks for
     * @param pairedChroma whether chroma is wanted at half the resolution (4:2:0), when there is no alpha
     * @param processors what may help
     */
    public Pixels apply(Decoded decoded, ResMode mode, boolean pairedChroma, IdleProcessors processors) {
        Pixels pixels = decoded.pixels();
        Axis columns = x.within(decoded.region().x(), decoded.reduction(), pixels.width());
        Axis rows = y.within(decoded.region().y(), decoded.reduction(), pixels.height());
        Resampler resampler = new Resampler(columns, rows, mode, processors);
        if (pixels.alpha() != null) {
            List<Plane> planes = resampler.scale(pixels.planes(), pixels.alpha());
            int last = planes.size() - 1;
            return orientation.apply(
                    new Pixels(pixels.samples(), planes.subList(0, last), planes.get(last), pixels.profile()));
        }
        PlaneScalings scalings = new PlaneScalings();
        if (pixels.samples() == Samples.YCC) {
            resampler.add(pixels.plane(0), scalings);
            Axis chromaColumns = pairedChroma ? columns.paired(backwardX()) : columns;
            Axis chromaRows = pairedChroma ? rows.paired(backwardY()) : rows;
            Resampler chroma = chroma(pixels, chromaColumns, chromaRows, mode, processors);
            chroma.add(pixels.plane(1), scalings);
            chroma.add(pixels.plane(2), scalings);
        } else {
            pixels.planes().forEach(plane -> resampler.add(plane, scalings));
        }
        List<Plane> planes = scalings.run(processors);
        return orientation.apply(new Pixels(pixels.samples(), planes, null, pixels.profile()));
    }

    private boolean backwardX() {
        return orientation.swap() ? orientation.mirrorY() : orientation.mirrorX();
    }

    private boolean backwardY() {
        return orientation.swap() ? orientation.mirrorX() : orientation.mirrorY();
    }

    private static Resampler chroma(Pixels pixels, Axis columns, Axis rows, ResMode mode, IdleProcessors processors) {
        Plane chroma = pixels.plane(1);
        return new Resampler(
                columns.reduced(factor(pixels.width(), chroma.width()), chroma.width()),
                rows.reduced(factor(pixels.height(), chroma.height()), chroma.height()),
                mode,
                processors);
    }

    /** By how much chroma is coarser than luma. */
    private static int factor(int luma, int chroma) {
        return chroma == luma ? 1 : chroma == (luma + 1) / 2 ? 2 : 4;
    }
}

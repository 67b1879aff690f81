package dev.understudy.engine.operation;

import dev.understudy.engine.color.Rgb;
import dev.understudy.engine.work.Interruption;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Pixels;
import dev.understudy.image.Region;
import java.util.List;

/**
 * Filters one after the other. The chain provides what they declare: neighbors, the color model, and a look at whether anybody
 * still waits.
 *
 * @param filters in the order in which they apply
 */
public record OperationChain(List<? extends PixelFilter> filters) {

    private static final int BYTES_PER_PIXEL = 4;

    public OperationChain {
        filters = List.copyOf(filters);
    }

    /**
     * The area whose pixels have to be there so that {@code part} comes out right.
     *
     * @param available all that there is; {@code part} lies in it
     */
    public Region needed(Region part, Region available, PixelScale scale) {
        long reach = 0;
        for (PixelFilter filter : filters) {
            reach += filter.reach(scale);
        }
        return reach == 0 ? part : grown(part, reach, available);
    }

    /** Bytes that {@link #apply} holds at a time at most for so many pixels, those that it is given among them. */
    public long memory(long pixels) {
        long most = 0;
        for (PixelFilter filter : filters) {
            most = Math.max(most, filter.memory(pixels));
        }
        // converting or cutting out takes as much as another image
        return filters.isEmpty() ? 0 : pixels * BYTES_PER_PIXEL + Math.max(most, pixels * BYTES_PER_PIXEL);
    }

    /**
     * The changed pixels of a part.
     *
     * @param raster at least what {@link #needed} says, in sRGB
     * @throws ServeException when the request has been given up meanwhile
     */
    public Pixels apply(Raster raster, Region part) throws ServeException {
        Raster current = raster;
        for (PixelFilter filter : filters) {
            Interruption.check();
            current = current.with(filter.apply(current.with(converted(current.pixels(), filter.colorModel()))));
        }
        return current.cut(part);
    }

    /** Whether all of them take luma and chroma as these are, in an image without alpha. */
    public boolean takesChroma() {
        return filters.stream().allMatch(filter -> filter.colorModel() == PixelFilter.ColorModel.CHROMA);
    }

    private static Pixels converted(Pixels pixels, PixelFilter.ColorModel model) {
        boolean suits = switch (pixels.samples()) {
            case GRAY -> model != PixelFilter.ColorModel.RGB;
            case YCC -> model == PixelFilter.ColorModel.CHROMA && pixels.alpha() == null;
            default -> false;
        };
        return suits ? pixels : Rgb.of(pixels);
    }

    private static Region grown(Region part, long reach, Region available) {
        long left = Math.max(available.x(), part.x() - reach);
        long top = Math.max(available.y(), part.y() - reach);
        long right = Math.min((long) available.x() + available.width(), part.x() + part.width() + reach);
        long bottom = Math.min((long) available.y() + available.height(), part.y() + part.height() + reach);
        return new Region((int) left, (int) top, (int) (right - left), (int) (bottom - top));
    }
}

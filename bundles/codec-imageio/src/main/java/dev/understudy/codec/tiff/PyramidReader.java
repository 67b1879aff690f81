package dev.understudy.codec.tiff;

import dev.understudy.codec.io.Input;
import dev.understudy.codec.io.SourceReadException;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Pixels;
import dev.understudy.image.Region;
import java.io.IOException;

/**
 * Reads a part of one of the images of a pyramid. Where that is damaged, the part is made of the next larger one that is not, some rows at a
 * time, so that it takes no more memory: the image is whole as long as its full size is.
 */
final class PyramidReader {

    /** Reads a part of an image of the file. */
    interface PartReader {

        Pixels read(TiffFile file, Region region) throws IOException, ServeException;
    }

    private final TiffPyramid pyramid;
    private final Input input;
    private final PartReader reader;

    PyramidReader(TiffPyramid pyramid, Input input, PartReader reader) {
        this.pyramid = pyramid;
        this.input = input;
        this.reader = reader;
    }

    /**
     * Reads a part.
     *
     * @param level the image that should be read
     * @param region the part, in pixels of that image
     * @throws IOException when no image is sound there that is as large or larger
     */
    Pixels read(TiffPyramid.Level level, Region region) throws IOException, ServeException {
        int factor = level.factor();
        while (true) {
            try {
                TiffFile file = pyramid.level(factor).file();
                return factor == level.factor()
                        ? reader.read(file, region)
                        : shrunk(file, region, level.factor() / factor);
            } catch (IOException | RuntimeException e) {
                if (factor == 1
                        || isOfReading(e)
                        || !SampleReader.readsParts(pyramid.level(factor / 2).file())) {
                    throw e;
                }
                input.forgive("a smaller image of it is damaged");
                factor /= 2;
            }
        }
    }

    /** Whether the file could not be read, which says nothing of what is in it. */
    private static boolean isOfReading(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SourceReadException) {
                return true;
            }
        }
        return false;
    }

    /** Makes a part of a larger image, of which each pixel is the mean of a square. */
    private Pixels shrunk(TiffFile file, Region region, int times) throws IOException, ServeException {
        // the rows take at most as much as the planes that they become
        int most = Math.max(1, region.height() / (2 * times * times));
        BoxShrink shrink = null;
        for (int y = 0; y < region.height(); y += most) {
            int rows = Math.min(most, region.height() - y);
            Region squares = new Region(region.x(), region.y() + y, region.width(), rows);
            Pixels larger = reader.read(file, covered(squares, times, file));
            shrink = shrink == null ? new BoxShrink(larger, region.width(), region.height(), times) : shrink;
            shrink.add(larger, y, rows);
        }
        if (shrink == null) {
            throw new IllegalArgumentException("a part without rows");
        }
        return shrink.pixels();
    }

    /** The pixels of a larger image that pixels of a smaller one stand for; at the edges there may be fewer. */
    private static Region covered(Region squares, int times, TiffFile file) {
        int left = Math.min(squares.x() * times, file.width() - 1);
        int top = Math.min(squares.y() * times, file.height() - 1);
        int right = Math.min((squares.x() + squares.width()) * times, file.width());
        int bottom = Math.min((squares.y() + squares.height()) * times, file.height());
        return new Region(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
    }
}

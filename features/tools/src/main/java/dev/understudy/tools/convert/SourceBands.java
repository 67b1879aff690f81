package dev.understudy.tools.convert;

import dev.understudy.codec.raster.PlaneConversions;
import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.Decoder;
import dev.understudy.image.IdleProcessors;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import dev.understudy.image.Samples;
import dev.understudy.source.Source;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads an image in bands of its full width, as high as memory allows, so that it is read in as few parts as can be.
 *
 * @param decoder what reads it
 * @param source the file
 * @param info what the file says
 */
record SourceBands(Decoder decoder, Source source, ImageInfo info) {

    /** Rows of a band are a multiple of this, which is one of the units of JPEG. */
    private static final int STEP = 16;

    /** Rows around a band, from which the chroma at its edges is made. */
    private static final int MARGIN = 16;

    /** Bytes a pixel of a band while its color model is changed: its chroma at full size in two steps, and the result. */
    private static final int CONVERSION = 7;

    /** Takes the rows of the image. */
    interface RowTaker {

        /**
         * Takes the next row.
         *
         * @param planes the samples of each band, opacity the last
         * @param start where in each the row begins
         */
        void accept(byte[][] planes, int start) throws IOException;
    }

    /** The color model of the rows. */
    Samples samples() {
        return info.samples() == Samples.YCC ? Samples.RGB : info.samples();
    }

    /** How many rows a band can have in so much memory, the fewest if none. */
    int rows(long room) {
        int rows = info.height();
        while (rows > STEP && memory(rows) > room) {
            rows = Math.max(STEP, (rows / 2 + STEP - 1) / STEP * STEP);
        }
        return rows;
    }

    /** What reading in bands of so many rows takes at most. */
    long memory(int rows) {
        Region region = region(0, Math.min(info.height(), rows + MARGIN));
        return decoder.memory(info, request(region)) + CONVERSION * region.area();
    }

    /** Reads all rows in order, in bands of so many. */
    void read(int rows, RowTaker taker) throws IOException, ServeException {
        byte @Nullable [] index = rows < info.height() && decoder.gainsByIndex(info, request(region(0, rows)))
                ? decoder.index(source)
                : null;
        for (int top = 0; top < info.height(); top += rows) {
            int bottom = Math.min(info.height(), top + rows);
            int from = Math.max(0, top - MARGIN);
            Region region = region(from, Math.min(info.height(), bottom + MARGIN) - from);
            give(decode(request(region), index), top, bottom, taker);
        }
    }

    private Region region(int top, int rows) {
        return new Region(0, top, info.width(), rows);
    }

    private DecodeRequest request(Region region) {
        return region.height() == info.height() ? DecodeRequest.WHOLE : new DecodeRequest(region, 1);
    }

    private Decoded decode(DecodeRequest request, byte @Nullable [] index) throws ServeException {
        Decoded found = index == null || index.length == 0
                ? null
                : decoder.decodeIndexed(source, request, index, IdleProcessors.NONE);
        return found == null ? decoder.decode(source, request) : found;
    }

    private void give(Decoded decoded, int top, int bottom, RowTaker taker) throws IOException {
        Pixels pixels = samples() == Samples.CMYK ? decoded.pixels() : PlaneConversions.toRgb(decoded.pixels());
        if (pixels.samples() != samples() || (pixels.alpha() != null && !info.alpha())) {
            throw new IllegalStateException(pixels.samples() + " of " + info);
        }
        byte[][] planes = new byte[samples().planes() + (info.alpha() ? 1 : 0)][];
        for (int i = 0; i < samples().planes(); i++) {
            planes[i] = pixels.plane(i).samples();
        }
        if (info.alpha()) {
            planes[planes.length - 1] = opacity(pixels).samples();
        }
        for (int y = top; y < bottom; y++) {
            taker.accept(
                    planes,
                    (y - decoded.region().y()) * pixels.width()
                            - decoded.region().x());
        }
    }

    /** The opacity; of a part that has none, a plane of its own. */
    private static Plane opacity(Pixels pixels) {
        Plane alpha = pixels.alpha();
        if (alpha != null) {
            return alpha;
        }
        byte[] opaque = new byte[pixels.width() * pixels.height()];
        Arrays.fill(opaque, (byte) 0xff);
        return new Plane(pixels.width(), pixels.height(), opaque);
    }
}

package dev.understudy.codec.gif;

import dev.understudy.codec.guard.GuardedDecoder;
import dev.understudy.codec.guard.Salvage;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.raster.AnimationCanvas;
import dev.understudy.codec.raster.DecodedMask;
import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.DecodedPart;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Xmp;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Reads the first frame of a GIF. */
public final class GifDecoder extends GuardedDecoder {

    /** As colors, once in the frame and once in the whole image, and as indexes. */
    private static final int BYTES_A_PIXEL = 10;

    public GifDecoder() {
        super("gif");
    }

    @Override
    public boolean recognizes(ByteBuffer head) {
        int at = head.position();
        return head.remaining() >= 6 && head.getInt(at) == 0x47494638 && head.get(at + 5) == 'a';
    }

    @Override
    protected ImageInfo readInfo(Input input) throws IOException, ServeException {
        return new GifParser(input).readFrame().info();
    }

    @Override
    protected long bytes(ImageInfo info, DecodeRequest request) {
        return info.area() * BYTES_A_PIXEL;
    }

    @Override
    protected Decoded readPixels(Input input, DecodeRequest request) throws IOException, ServeException {
        GifParser parser = new GifParser(input);
        GifFrame frame = parser.readFrame();
        byte[] samples = parser.readSamples(frame);
        return decoded(frame, frame.palette().applyWhole(sort(frame, samples)), request);
    }

    @Override
    protected Optional<DecodedPart> readPart(Input input, ImageInfo info, DecodeRequest request) {
        return cutFromWhole(info, request);
    }

    @Override
    protected ImageInfo salvageInfo(Input input) throws IOException, ServeException {
        return readInfo(input);
    }

    @Override
    protected Decoded salvagePixels(Input input, DecodeRequest request) throws IOException, ServeException {
        GifParser parser = new GifParser(input);
        GifFrame frame = parser.readFrame();
        LzwDecoder decoder = parser.salvageSamples(frame);
        DecodedMask decoded =
                DecodedMask.none(frame.area().width(), frame.area().height());
        int[] rows = frame.rows();
        for (int i = 0, left = decoder.done();
                left > 0 && i < rows.length;
                i++, left -= frame.area().width()) {
            decoded.add(rows[i], Math.min(left, frame.area().width()));
        }
        Pixels pixels = frame.palette().apply(sort(frame, decoder.samples()));
        return decoded(frame, Salvage.fill(decoded, pixels), request);
    }

    @Override
    protected Optional<Xmp> readXmp(Input input) throws IOException {
        return GifXmp.read(input);
    }

    private static Decoded decoded(GifFrame frame, Pixels pixels, DecodeRequest request) {
        Pixels whole = AnimationCanvas.place(pixels, frame.area(), frame.width(), frame.height());
        return part(frame.info(), whole, request);
    }

    /** The indexes with the rows in order. */
    private static Plane sort(GifFrame frame, byte[] samples) {
        int width = frame.area().width();
        Plane plane = Plane.blank(width, frame.area().height());
        int[] rows = frame.rows();
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(samples, i * width, plane.samples(), rows[i] * width, width);
        }
        return plane;
    }
}

package dev.understudy.codec.gif;

import dev.understudy.codec.guard.GuardedDecoder;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.raster.Crop;
import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Reads the first frame of a GIF. */
public final class GifDecoder extends GuardedDecoder {

    public GifDecoder() {
        super("gif");
    }

    @Override
    public boolean recognises(ByteBuffer head) {
        int at = head.position();
        return head.remaining() >= 6 && head.getInt(at) == 0x47494638 && head.get(at + 5) == 'a';
    }

    @Override
    protected ImageInfo readInfo(Input input) throws IOException, ServeException {
        return new GifParser(input).readFrame().info();
    }

    @Override
    protected Decoded readPixels(Input input, DecodeRequest request) throws IOException, ServeException {
        GifParser parser = new GifParser(input);
        GifFrame frame = parser.readFrame();
        byte[] samples = parser.readSamples(frame);
        parser.requireEnd();
        Region region = wanted(frame.info(), request);
        Pixels colors = frame.palette().apply(place(frame, samples));
        Pixels pixels = frame.filled() ? colors : colors.withAlpha(alpha(frame, colors));
        return new Decoded(frame.info(), Crop.crop(pixels, region), region, 1);
    }

    /** The indexes of the whole picture, with the rows in order. */
    private static Plane place(GifFrame frame, byte[] samples) {
        Plane plane = Plane.blank(frame.width(), frame.height());
        Region area = frame.area();
        int[] rows = frame.rows();
        for (int i = 0; i < rows.length; i++) {
            int to = (area.y() + rows[i]) * frame.width() + area.x();
            System.arraycopy(samples, i * area.width(), plane.samples(), to, area.width());
        }
        return plane;
    }

    /** The opacity of a frame that does not fill the picture. */
    private static Plane alpha(GifFrame frame, Pixels colors) {
        Plane inner = colors.alpha();
        Plane plane = Plane.blank(frame.width(), frame.height());
        Region area = frame.area();
        for (int y = area.y(); y < area.y() + area.height(); y++) {
            int from = y * frame.width() + area.x();
            if (inner == null) {
                Arrays.fill(plane.samples(), from, from + area.width(), (byte) 255);
            } else {
                System.arraycopy(inner.samples(), from, plane.samples(), from, area.width());
            }
        }
        return plane;
    }
}

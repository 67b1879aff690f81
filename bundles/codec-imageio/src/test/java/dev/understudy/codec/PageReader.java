package dev.understudy.codec;

import dev.understudy.image.ColorProfile;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.Decoder;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Orientation;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import dev.understudy.image.Samples;
import dev.understudy.image.Tolerance;
import dev.understudy.source.Source;
import dev.understudy.testkit.codec.TestImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads a page of one image, as our own encoders write it and no further, for the contract of these encoders. */
public abstract class PageReader implements Decoder {

    private final String format;
    private final String start;

    /**
     * A reader.
     *
     * @param start what files begin with
     */
    protected PageReader(String format, String start) {
        this.format = format;
        this.start = start;
    }

    /**
     * The image of a file.
     *
     * @param text the file, a character for each byte
     */
    protected abstract Pixels pixels(String text) throws Exception;

    /** How wide the image is printed, in points. */
    protected abstract double points(String text);

    @Override
    public final String format() {
        return format;
    }

    @Override
    public final boolean recognizes(ByteBuffer head) {
        byte[] bytes = new byte[Math.min(start.length(), head.remaining())];
        head.duplicate().get(bytes);
        return start.equals(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    @Override
    public final ImageInfo inspect(Source source, Tolerance tolerance) {
        return decoded(source).info();
    }

    @Override
    public final Decoded decode(Source source, DecodeRequest request) {
        return decoded(source);
    }

    private Decoded decoded(Source source) {
        String text = text(source);
        try {
            Pixels pixels = pixels(text);
            double resolution = Math.round(pixels.width() / points(text) * 72 * 100) / 100.0;
            return new Decoded(
                    new ImageInfo(
                            format,
                            pixels.width(),
                            pixels.height(),
                            Orientation.NORMAL,
                            pixels.samples(),
                            8,
                            false,
                            pixels.profile() != null,
                            resolution),
                    pixels,
                    new Region(0, 0, pixels.width(), pixels.height()),
                    1);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Source source) {
        try (SeekableByteChannel channel = source.channel()) {
            ByteBuffer bytes = ByteBuffer.allocate((int) channel.size());
            while (bytes.hasRemaining()) {
                channel.read(bytes);
            }
            return new String(bytes.array(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first group of a pattern, which must be in the text. */
    protected static String find(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException(pattern + " is not in the file");
        }
        return matcher.group(1);
    }

    protected static int number(String text, String pattern) {
        return Integer.parseInt(find(text, pattern));
    }

    protected static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Planes of interleaved samples. */
    protected static Pixels planes(byte[] samples, int width, int height, @Nullable ColorProfile profile) {
        int bands = samples.length / width / height;
        Samples model = bands == 1 ? Samples.GRAY : bands == 3 ? Samples.RGB : Samples.CMYK;
        List<Plane> planes = IntStream.range(0, bands)
                .mapToObj(band ->
                        TestImage.plane(width, height, (x, y) -> samples[(y * width + x) * bands + band] & 0xff))
                .toList();
        return new Pixels(model, planes, null, profile);
    }
}

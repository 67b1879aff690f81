package dev.understudy.codec.svg.embedded;

import dev.understudy.codec.guard.DamageListener;
import dev.understudy.codec.guard.JdkPlugins;
import dev.understudy.codec.guard.UnsupportedException;
import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoder;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Tolerance;
import dev.understudy.source.Source;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Reads images that stand in a file as {@code data:} URLs: PNG and JPEG, whole and sound. */
public final class DataImages {

    /** Everything before the data; media types may have parameters. */
    private static final Pattern HEAD = Pattern.compile("data:image/(png|jpe?g)(;[a-z]+=[^;,]*)*;base64");

    private static final int LONGEST_HEAD = 100;

    private final Decoder jpeg;
    private final Tolerance tolerance;

    /**
     * Images of one file.
     *
     * @param jpeg reads those in JPEG
     * @param tolerance how damage in these is taken
     */
    public DataImages(Decoder jpeg, Tolerance tolerance) {
        this.jpeg = jpeg;
        this.tolerance = tolerance;
    }

    /**
     * The pixels in sRGB, upright and multiplied by their alpha. The data tells the format, not the media type.
     *
     * @param mostPixels how large it may be
     * @throws UnsupportedException when it is not such a URL, or too large
     * @throws IOException when it is damaged
     * @throws ServeException likewise, or when it cannot be read now
     */
    public BufferedImage read(String url, long mostPixels) throws IOException, ServeException {
        int comma = url.indexOf(',');
        String head = url.substring(0, Math.max(0, Math.min(comma, LONGEST_HEAD)));
        if (!HEAD.matcher(head.strip()).matches()) {
            throw new UnsupportedException("no PNG or JPEG in base64");
        }
        byte[] file = bytes(url.substring(comma + 1));
        return jpeg.recognizes(ByteBuffer.wrap(file)) ? readJpeg(file, mostPixels) : readPng(file, mostPixels);
    }

    private static byte[] bytes(String data) throws IOException {
        try {
            return Base64.getMimeDecoder().decode(data);
        } catch (IllegalArgumentException e) {
            throw new IOException("no base64", e);
        }
    }

    private BufferedImage readJpeg(byte[] file, long mostPixels) throws IOException, ServeException {
        try (Source source = new DataSource(file)) {
            ImageInfo info = jpeg.inspect(source, tolerance);
            requireSmall(info.area(), mostPixels);
            return UprightImage.of(
                    SrgbImage.of(jpeg.decode(source, DecodeRequest.WHOLE.with(tolerance))
                            .pixels()),
                    info.orientation());
        }
    }

    private static BufferedImage readPng(byte[] file, long mostPixels) throws IOException {
        DamageListener damage = new DamageListener();
        ImageReader reader = JdkPlugins.reader("png").createReaderInstance();
        try {
            reader.addIIOReadWarningListener(damage);
            reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(file)), true, true);
            requireSmall((long) reader.getWidth(0) * reader.getHeight(0), mostPixels);
            BufferedImage stored = reader.read(0);
            damage.check();
            return premultiplied(stored);
        } finally {
            reader.dispose();
        }
    }

    private static void requireSmall(long area, long mostPixels) throws UnsupportedException {
        if (area > mostPixels) {
            throw new UnsupportedException(area + " pixels; the most are " + mostPixels);
        }
    }

    private static BufferedImage premultiplied(BufferedImage stored) {
        BufferedImage image = new BufferedImage(stored.getWidth(), stored.getHeight(), BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = image.createGraphics();
        graphics.drawImage(stored, 0, 0, null);
        graphics.dispose();
        return image;
    }
}

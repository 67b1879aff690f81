package dev.understudy.codec.svg.embedded;

import dev.understudy.codec.guard.DamageListener;
import dev.understudy.codec.guard.JdkPlugins;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.IIOException;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Reads images that stand in a file as {@code data:} URLs: PNG and JPEG, whole and sound. */
public final class DataImage {

    /** Everything before the data; media types may have parameters. */
    private static final Pattern HEAD = Pattern.compile("data:image/(?<format>png|jpe?g)(;[a-z]+=[^;,]*)*;base64");

    private static final int LONGEST_HEAD = 100;

    private DataImage() {}

    /**
     * The pixels in sRGB, multiplied by their alpha.
     *
     * @param mostPixels how large it may be
     * @throws IOException when it is not such a URL, is too large, or damaged
     */
    public static BufferedImage read(String url, long mostPixels) throws IOException {
        int comma = url.indexOf(',');
        Matcher head = HEAD.matcher(
                url.substring(0, Math.max(0, Math.min(comma, LONGEST_HEAD))).strip());
        if (!head.matches()) {
            throw new IIOException("no PNG or JPEG in base64");
        }
        ImageReader reader = JdkPlugins.reader(head.group("format").equals("png") ? "png" : "jpeg")
                .createReaderInstance();
        try {
            return read(reader, bytes(url.substring(comma + 1)), mostPixels);
        } finally {
            reader.dispose();
        }
    }

    private static byte[] bytes(String data) throws IOException {
        try {
            return Base64.getMimeDecoder().decode(data);
        } catch (IllegalArgumentException e) {
            throw new IIOException("no base64", e);
        }
    }

    private static BufferedImage read(ImageReader reader, byte[] file, long mostPixels) throws IOException {
        DamageListener damage = new DamageListener();
        reader.addIIOReadWarningListener(damage);
        reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(file)), true, true);
        long area = (long) reader.getWidth(0) * reader.getHeight(0);
        if (area > mostPixels) {
            throw new IIOException(area + " pixels; the most are " + mostPixels);
        }
        BufferedImage stored = reader.read(0);
        damage.check();
        return premultiplied(stored);
    }

    private static BufferedImage premultiplied(BufferedImage stored) {
        BufferedImage image = new BufferedImage(stored.getWidth(), stored.getHeight(), BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = image.createGraphics();
        graphics.drawImage(stored, 0, 0, null);
        graphics.dispose();
        return image;
    }
}

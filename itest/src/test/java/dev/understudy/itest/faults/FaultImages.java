package dev.understudy.itest.faults;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Files with images of one color. */
final class FaultImages {

    /** What lossy formats and color conversions may change in a sample. */
    private static final int TOLERANCE = 6;

    /** Where the head's name, its width, and its check sum are. */
    private static final int PNG_HEAD = 12;

    private static final int PNG_SIZE = 16;
    private static final int PNG_HEAD_END = 29;

    private FaultImages() {}

    static byte[] png(int width, int height, Color color) throws IOException {
        return encode(plain(width, height, color), "png");
    }

    static byte[] jpeg(int width, int height, Color color) throws IOException {
        return encode(plain(width, height, color), "jpeg");
    }

    /** Without compression: part of one file in another one shows. */
    static byte[] bmp(int width, int height, Color color) throws IOException {
        return encode(plain(width, height, color), "bmp");
    }

    /** A JPEG with so much in it that a good part of its bytes is pixels. */
    static byte[] busyJpeg() throws IOException {
        return encode(busy(), "jpeg");
    }

    static byte[] busyPng() throws IOException {
        return encode(busy(), "png");
    }

    /** A PNG whose head promises more than there is. */
    static byte[] pngThatClaims(int width, int height) throws IOException {
        ByteBuffer file = ByteBuffer.wrap(png(80, 60, Color.GREEN));
        file.putInt(PNG_SIZE, width).putInt(PNG_SIZE + Integer.BYTES, height);
        CRC32 crc = new CRC32();
        crc.update(file.array(), PNG_HEAD, PNG_HEAD_END - PNG_HEAD);
        file.putInt(PNG_HEAD_END, (int) crc.getValue());
        return file.array();
    }

    /** Replaces a file as one should: whoever reads it sees the one or the other. */
    static void replace(Path file, byte[] bytes) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.write(next, bytes);
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Whether all of an image is of one color, near enough. */
    static boolean isPlain(BufferedImage image, Color color) {
        return IntStream.range(0, image.getHeight())
                .allMatch(y -> IntStream.range(0, image.getWidth())
                        .allMatch(x -> isNear(new Color(image.getRGB(x, y)), color)));
    }

    private static boolean isNear(Color one, Color other) {
        return Math.abs(one.getRed() - other.getRed()) <= TOLERANCE
                && Math.abs(one.getGreen() - other.getGreen()) <= TOLERANCE
                && Math.abs(one.getBlue() - other.getBlue()) <= TOLERANCE;
    }

    private static BufferedImage plain(int width, int height, Color color) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(color);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return image;
    }

    private static BufferedImage busy() {
        BufferedImage image = new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, 0x9e3779b1 * (x * 161 + y));
            }
        }
        return image;
    }

    private static byte[] encode(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(image, format, out)) {
            throw new IOException("no writer for " + format);
        }
        return out.toByteArray();
    }
}

package dev.understudy.itest.conformance;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/** Files with what ImageIO does not write: profiles, orientations, lies about the size. */
final class ChartFiles {

    private static final int PNG_HEADER = 33;

    private ChartFiles() {}

    static byte[] encode(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(image, format, out)) {
            throw new IOException("no writer for " + format);
        }
        return out.toByteArray();
    }

    /** A PNG with the profile of {@link #swappedProfile()}. */
    static byte[] pngWithSwappedProfile(BufferedImage image) throws IOException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.write("swapped\0\0".getBytes(StandardCharsets.ISO_8859_1));
        data.write(deflate(swappedProfile()));
        byte[] png = encode(image, "png");
        return splice(png, PNG_HEADER, chunk("iCCP", data.toByteArray()));
    }

    /** A PNG whose header promises other sides than its data have. */
    static byte[] pngThatClaims(BufferedImage image, int width, int height) throws IOException {
        byte[] png = encode(image, "png");
        byte[] header = Arrays.copyOfRange(png, 16, 29);
        ByteBuffer.wrap(header).putInt(width).putInt(height);
        return splice(Arrays.copyOf(png, 8), 8, chunk("IHDR", header), Arrays.copyOfRange(png, PNG_HEADER, png.length));
    }

    /** A JPEG with an EXIF orientation. */
    static byte[] jpegWithOrientation(BufferedImage image, int orientation) throws IOException {
        ByteBuffer exif = ByteBuffer.allocate(36);
        exif.putShort((short) 0xffe1).putShort((short) 34);
        exif.put("Exif\0\0MM".getBytes(StandardCharsets.ISO_8859_1))
                .putShort((short) 42)
                .putInt(8);
        exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0);
        return splice(encode(image, "jpeg"), 2, exif.array());
    }

    /** An image stored so that the orientation shows it as it was: what the EXIF tag's values 1..8 undo. */
    static BufferedImage stored(BufferedImage upright, int orientation) {
        boolean turned = orientation >= 5;
        int width = turned ? upright.getHeight() : upright.getWidth();
        int height = turned ? upright.getWidth() : upright.getHeight();
        BufferedImage stored = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int right = width - 1 - x;
                int below = height - 1 - y;
                stored.setRGB(
                        x,
                        y,
                        switch (orientation) {
                            case 1 -> upright.getRGB(x, y);
                            case 2 -> upright.getRGB(right, y);
                            case 3 -> upright.getRGB(right, below);
                            case 4 -> upright.getRGB(x, below);
                            case 5 -> upright.getRGB(y, x);
                            case 6 -> upright.getRGB(below, x);
                            case 7 -> upright.getRGB(below, right);
                            default -> upright.getRGB(y, right);
                        });
            }
        }
        return stored;
    }

    /** sRGB with the primaries red and green changed over: what it calls red is green. */
    static byte[] swappedProfile() {
        ICC_Profile profile = ICC_Profile.getInstance(
                ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        byte[] red = profile.getData(ICC_Profile.icSigRedColorantTag);
        profile.setData(ICC_Profile.icSigRedColorantTag, profile.getData(ICC_Profile.icSigGreenColorantTag));
        profile.setData(ICC_Profile.icSigGreenColorantTag, red);
        return profile.getData();
    }

    private static byte[] deflate(byte[] bytes) {
        Deflater deflater = new Deflater();
        deflater.setInput(bytes);
        deflater.finish();
        byte[] buffer = new byte[bytes.length + 100];
        int length = deflater.deflate(buffer);
        deflater.end();
        return Arrays.copyOf(buffer, length);
    }

    private static byte[] chunk(String name, byte[] data) {
        byte[] named = ByteBuffer.allocate(4 + data.length)
                .put(name.getBytes(StandardCharsets.ISO_8859_1))
                .put(data)
                .array();
        CRC32 crc = new CRC32();
        crc.update(named);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(named)
                .putInt((int) crc.getValue())
                .array();
    }

    private static byte[] splice(byte[] file, int at, byte[]... inserted) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file, 0, at);
        for (byte[] part : inserted) {
            out.write(part);
        }
        out.write(file, at, file.length - at);
        return out.toByteArray();
    }
}

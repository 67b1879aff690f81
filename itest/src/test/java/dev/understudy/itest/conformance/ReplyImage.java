package dev.understudy.itest.conformance;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A decoded image of 8 bits a channel, alpha not multiplied in. */
record ReplyImage(BufferedImage image) {

    static ReplyImage read(byte[] file) throws IOException {
        BufferedImage decoded = ImageIO.read(new ByteArrayInputStream(file));
        if (decoded == null) {
            throw new IOException("no image that can be decoded: " + file.length + " bytes");
        }
        return new ReplyImage(decoded);
    }

    static ReplyImage read(Path file) throws IOException {
        return read(Files.readAllBytes(file));
    }

    int width() {
        return image.getWidth();
    }

    int height() {
        return image.getHeight();
    }

    /** The pixel as {@code 0xAARRGGBB}; samples of gray are taken as they are. */
    int argb(int x, int y) {
        if (image.getRaster().getNumBands() == 1 && image.getColorModel().getNumColorComponents() == 1) {
            int gray = image.getRaster().getSample(x, y, 0)
                    >> image.getColorModel().getComponentSize(0) - 8;
            return 0xff000000 | gray << 16 | gray << 8 | gray;
        }
        return image.getRGB(x, y);
    }

    ReplyImage part(int x, int y, int width, int height) {
        return new ReplyImage(image.getSubimage(x, y, width, height));
    }

    void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            BufferedImage plain = new BufferedImage(
                    width(),
                    height(),
                    image.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < height(); y++) {
                for (int x = 0; x < width(); x++) {
                    plain.setRGB(x, y, argb(x, y));
                }
            }
            ImageIO.write(plain, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

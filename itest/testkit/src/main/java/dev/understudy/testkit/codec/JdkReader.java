package dev.understudy.testkit.codec;

import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Reads files with the readers that the JDK itself brings, whatever else is on the class path. */
public final class JdkReader {

    private static final String OF_THE_JDK = "com.sun.imageio.";

    private JdkReader() {}

    /** The image in a file as RGB; empty when the JDK has no reader of the format. */
    public static Optional<Pixels> read(byte[] file) throws IOException {
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            while (readers.hasNext()) {
                ImageReader reader = readers.next();
                if (reader.getClass().getName().startsWith(OF_THE_JDK)) {
                    reader.setInput(input);
                    return Optional.of(pixels(reader.read(0)));
                }
            }
            return Optional.empty();
        }
    }

    private static Pixels pixels(BufferedImage image) {
        boolean gray = image.getColorModel().getNumColorComponents() == 1;
        return new Pixels(
                Samples.RGB,
                gray
                        ? List.of(band(image), band(image), band(image))
                        : List.of(color(image, 16), color(image, 8), color(image, 0)),
                null,
                null);
    }

    /** The samples as stored: for gray the JDK would convert them by a curve that files do not mean. */
    private static Plane band(BufferedImage image) {
        return TestImage.plane(
                image.getWidth(), image.getHeight(), (x, y) -> image.getRaster().getSample(x, y, 0));
    }

    private static Plane color(BufferedImage image, int shift) {
        return TestImage.plane(image.getWidth(), image.getHeight(), (x, y) -> image.getRGB(x, y) >> shift & 0xff);
    }
}

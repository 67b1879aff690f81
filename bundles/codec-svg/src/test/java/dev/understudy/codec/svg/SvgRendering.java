package dev.understudy.codec.svg;

import dev.understudy.codec.jpeg.JpegDecoder;
import dev.understudy.codec.svg.document.SvgParser;
import dev.understudy.codec.svg.embedded.DataImages;
import dev.understudy.codec.svg.font.SvgFonts;
import dev.understudy.codec.svg.paint.SvgImage;
import dev.understudy.image.Tolerance;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Images that tests paint, and the files of the folder {@code shapes}. */
final class SvgRendering {

    private static final String START = "<svg xmlns='http://www.w3.org/2000/svg' width='20' height='10'>";

    /** What reads images in documents. */
    static final DataImages IMAGES = new DataImages(new JpegDecoder(), Tolerance.STRICT);

    private SvgRendering() {}

    static SvgDecoder decoder(SvgSettings settings) {
        return new SvgDecoder(settings, new JpegDecoder());
    }

    /** A document of 20 x 10 pixels with these elements. */
    static String document(String elements) {
        return START + "\n" + elements + "</svg>";
    }

    static BufferedImage paint(String document) {
        return paint(document.getBytes(StandardCharsets.UTF_8));
    }

    static BufferedImage paint(byte[] file) {
        try (InputStream stream = new ByteArrayInputStream(file)) {
            SvgImage image = SvgImage.of(SvgParser.parse(stream), new SvgFonts(Optional.empty()), IMAGES);
            return image.paint((int) image.columns(), (int) image.rows());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of the tests. */
    static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(SvgRendering.class.getResourceAsStream(name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a style sheet writes for a file that stands in it. */
    static String url(String type, byte[] file) {
        return "url(data:" + type + ";base64," + Base64.getEncoder().encodeToString(file) + ")";
    }

    static Path folder() {
        try {
            return Path.of(Objects.requireNonNull(SvgRendering.class.getResource("/shapes"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Path> shapes() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".svg"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How alike two images of one size are, in decibels; 99 if they are equal. */
    static double likeness(BufferedImage one, BufferedImage other) {
        double sum = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                sum += difference(one.getRGB(x, y), other.getRGB(x, y));
            }
        }
        double mean = sum / (4.0 * one.getWidth() * one.getHeight());
        return mean == 0 ? 99 : 10 * Math.log10(255 * 255 / mean);
    }

    private static double difference(int one, int other) {
        double sum = Math.pow((one >>> 24) - (other >>> 24), 2);
        for (int shift = 0; shift < 24; shift += 8) {
            double level = (one >> shift & 255) * (one >>> 24) / 255.0;
            sum += Math.pow(level - (other >> shift & 255) * (other >>> 24) / 255.0, 2);
        }
        return sum;
    }
}

package dev.understudy.micro;

import dev.understudy.codec.jpeg.JpegDecoder;
import dev.understudy.codec.jpeg.JpegEncoder;
import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.OutputFormat;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.testkit.codec.BytesSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A photograph of the samples, repeated at its own size until it fills what is wanted. */
final class Photograph {

    private static final double SOURCE_QUALITY = 90;

    private Photograph() {}

    /** The planes of a photograph, in luma and chroma, with chroma at half the size. */
    static Pixels planes(int width, int height) {
        Pixels sample = decode(sample(), DecodeRequest.WHOLE);
        return new Pixels(
                sample.samples(),
                sample.planes().stream()
                        .map(plane -> repeat(
                                plane,
                                scaled(width, plane.width() < sample.width()),
                                scaled(height, plane.height() < sample.height())))
                        .toList(),
                null,
                null);
    }

    /** The same as a file of quality 90. */
    static byte[] file(int width, int height, boolean progressive) {
        return encode(planes(width, height), SOURCE_QUALITY, progressive);
    }

    /** Writes planes as a JPEG file. */
    static byte[] encode(Pixels pixels, double quality, boolean progressive) {
        JpegEncoder encoder = new JpegEncoder();
        OutputFormat format = encoder.formats().stream()
                .filter(each -> each.name().equals(progressive ? "pjpeg" : "jpeg"))
                .findFirst()
                .orElseThrow();
        try {
            return encoder.encode(
                    pixels,
                    EncodeOptions.of(format, format.compressions().get(0)).withQuality(quality));
        } catch (ServeException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads a JPEG file. */
    static Pixels decode(byte[] file, DecodeRequest request) {
        try (BytesSource source = new BytesSource(file)) {
            return new JpegDecoder().decode(source, request).pixels();
        } catch (ServeException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sample() {
        try {
            return Files.readAllBytes(Path.of(System.getProperty("understudy.root", "../.."))
                    .resolve("features/samples/images/gallery/hills.jpg"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int scaled(int size, boolean halved) {
        return halved ? (size + 1) / 2 : size;
    }

    private static Plane repeat(Plane plane, int width, int height) {
        byte[] samples = new byte[width * height];
        for (int y = 0; y < height; y++) {
            int row = y % plane.height() * plane.width();
            for (int x = 0; x < width; x += plane.width()) {
                System.arraycopy(plane.samples(), row, samples, y * width + x, Math.min(plane.width(), width - x));
            }
        }
        return new Plane(width, height, samples);
    }
}

package dev.understudy.codec.turbo;

import dev.understudy.codec.jpeg.JpegEncoder;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Compression;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoder;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.OutputFormat;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import dev.understudy.testkit.codec.BytesSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Files that our own encoder writes. */
final class JpegFixture {

    private JpegFixture() {}

    /** A color image whose chroma is coarser by factors. */
    static byte[] color(int width, int height, int across, int down, int quality) throws ServeException {
        int chromaWidth = (width + across - 1) / across;
        int chromaHeight = (height + down - 1) / down;
        List<Plane> planes = List.of(
                plane(width, height, 1), plane(chromaWidth, chromaHeight, 2), plane(chromaWidth, chromaHeight, 3));
        return encode("jpeg", new Pixels(Samples.YCC, planes, null, null), across == 1 && down == 1, quality);
    }

    static byte[] gray(int width, int height) throws ServeException {
        return encode("jpeg", new Pixels(Samples.GRAY, List.of(plane(width, height, 4)), null, null), false, 90);
    }

    static byte[] progressive(int width, int height) throws ServeException {
        return encode("pjpeg", new Pixels(Samples.GRAY, List.of(plane(width, height, 5)), null, null), false, 90);
    }

    static byte[] cmyk(int width, int height) throws ServeException {
        List<Plane> planes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            planes.add(plane(width, height, i));
        }
        return encode("jpeg", new Pixels(Samples.CMYK, planes, null, null), true, 90);
    }

    private static byte[] encode(String format, Pixels pixels, boolean fullChroma, int quality) throws ServeException {
        JpegEncoder encoder = new JpegEncoder();
        OutputFormat output = encoder.formats().stream()
                .filter(one -> one.name().equals(format))
                .findFirst()
                .orElseThrow();
        return encoder.encode(
                pixels,
                EncodeOptions.of(output, Compression.NONE).withQuality(quality).withFullChroma(fullChroma));
    }

    /** Waves with noise, which is rough in some places and flat in others, and sharp edges that leave the range of samples. */
    private static Plane plane(int width, int height, int seed) {
        Random random = new Random(seed);
        byte[] samples = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int noise = (x / 40 + y / 40) % 3 * 20;
                double wave = 128 + 90 * Math.sin(x / (5.0 + seed)) * Math.cos(y / 11.0);
                int edge = (x / 24 + y / 17) % 5 == 0 ? 255 : 0;
                int value = edge + (int) wave + (noise == 0 ? 0 : random.nextInt(noise));
                samples[y * width + x] = (byte) Math.max(0, Math.min(255, value));
            }
        }
        return new Plane(width, height, samples);
    }

    static Pixels decode(Decoder decoder, byte[] file) throws ServeException {
        try (BytesSource source = new BytesSource(file)) {
            return decoder.decode(source, DecodeRequest.WHOLE).pixels();
        }
    }
}

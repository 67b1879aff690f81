package dev.understudy.codec.jpeg;

import dev.understudy.codec.jpeg.encode.InkStorage;
import dev.understudy.codec.jpeg.encode.JpegWriter;
import dev.understudy.image.Compression;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.util.List;
import java.util.Random;

/** Small images by which decoders can be told apart: one of each usual chroma subsampling, at several qualities. */
enum TrialImage {
    GRAY("gray", 0, 0, 85),
    FULL("4:4:4", 1, 1, 95),
    HALF_ACROSS("4:2:2", 2, 1, 50),
    HALF_BOTH("4:2:0", 2, 2, 75),
    HALF_DOWN("4:4:0", 1, 2, 90),
    QUARTER_ACROSS("4:1:1", 4, 1, 30);

    /** Sizes that end within a unit, and within a block. */
    private static final int WIDTH = 107;

    private static final int HEIGHT = 69;

    private final String title;
    private final int across;
    private final int down;
    private final int quality;

    /**
     * An image.
     *
     * @param across by how much chroma has fewer columns; 0 for no chroma
     * @param down by how much it has fewer rows
     */
    TrialImage(String title, int across, int down, int quality) {
        this.title = title;
        this.across = across;
        this.down = down;
        this.quality = quality;
    }

    @Override
    public String toString() {
        return title;
    }

    /** A JPEG file, the same each time. */
    byte[] file() {
        EncodeOptions options = EncodeOptions.of(JpegEncoder.JPEG, Compression.NONE)
                .withQuality(quality)
                .withFullChroma(across == 1 && down == 1);
        return new JpegWriter(InkStorage.ADOBE).write(pixels(), options);
    }

    private Pixels pixels() {
        Plane luma = plane(WIDTH, HEIGHT, 1);
        if (across == 0) {
            return new Pixels(Samples.GRAY, List.of(luma), null, null);
        }
        int width = (WIDTH + across - 1) / across;
        int height = (HEIGHT + down - 1) / down;
        return new Pixels(Samples.YCC, List.of(luma, plane(width, height, 2), plane(width, height, 3)), null, null);
    }

    /** Waves, flat in some places and rough in others, with edges that overshoot the range of samples once they are compressed. */
    private static Plane plane(int width, int height, int seed) {
        Random random = new Random(seed);
        byte[] samples = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int noise = (x / 20 + y / 20) % 3 * 20;
                double wave = 128 + 90 * Math.sin(x / (5.0 + seed)) * Math.cos(y / 11.0);
                int edge = (x / 12 + y / 9) % 5 == 0 ? 255 : 0;
                int value = edge + (int) wave + (noise == 0 ? 0 : random.nextInt(noise));
                samples[y * width + x] = (byte) Math.max(0, Math.min(255, value));
            }
        }
        return new Plane(width, height, samples);
    }
}

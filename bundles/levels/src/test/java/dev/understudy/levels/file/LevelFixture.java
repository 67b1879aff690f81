package dev.understudy.levels.file;

import dev.understudy.image.ColorProfile;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.DecodedPart;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Orientation;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import dev.understudy.image.Samples;
import dev.understudy.image.SourceLevels.LevelKey;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Levels of random samples. */
final class LevelFixture {

    static final int REDUCTION = 4;
    private static final int WIDTH = 1203;
    private static final int HEIGHT = 1601;

    private LevelFixture() {}

    static FileLevels open(Path folder) {
        return open(folder, 1L << 30, InstantSource.system());
    }

    static FileLevels open(Path folder, long maxBytes, InstantSource clock) {
        return FileLevels.open(
                new LevelSettings(Optional.of(folder), maxBytes, 1000, 10_000, 20_000), Runnable::run, clock);
    }

    static LevelKey key(int number) {
        SourceKey source = new SourceKey(SourceKey.Kind.IMAGE, "gallery", number + ".jpg", true);
        return new LevelKey(
                new Stamp(source, number, 100, "i" + number), "edition", new DecodeRequest(null, REDUCTION));
    }

    /** The name of another level: the same image at its full size. */
    static LevelKey fullSize(int number) {
        LevelKey key = key(number);
        return new LevelKey(key.stamp(), key.edition(), new DecodeRequest(null, 1));
    }

    /** An image of 4:2:0, or of gray with opacity. */
    static Decoded level(long seed, boolean gray) {
        Random random = new Random(seed);
        int width = (WIDTH + REDUCTION - 1) / REDUCTION;
        int height = (HEIGHT + REDUCTION - 1) / REDUCTION;
        Plane first = plane(random, width, height);
        Pixels pixels = gray
                ? new Pixels(Samples.GRAY, List.of(first), plane(random, width, height), null)
                : new Pixels(
                        Samples.YCC,
                        List.of(
                                first,
                                plane(random, (width + 1) / 2, (height + 1) / 2),
                                plane(random, (width + 1) / 2, (height + 1) / 2)),
                        null,
                        new ColorProfile(new byte[] {1, 2, 3}));
        ImageInfo info = new ImageInfo("jpeg", WIDTH, HEIGHT, Orientation.NORMAL, pixels.samples(), 8, gray, !gray, 0);
        return new Decoded(info, pixels, new Region(0, 0, WIDTH, HEIGHT), REDUCTION);
    }

    private static Plane plane(Random random, int width, int height) {
        byte[] samples = new byte[width * height];
        random.nextBytes(samples);
        return new Plane(width, height, samples);
    }

    static DecodedPart whole() {
        return part(0, 0, WIDTH, HEIGHT);
    }

    static DecodedPart part(int x, int y, int width, int height) {
        return new DecodedPart(new Region(x, y, width, height), REDUCTION, new DecodeRequest(null, REDUCTION));
    }

    /** The file of the only level in a folder. */
    static Path onlyFile(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "????????????????*")) {
            return files.iterator().next();
        }
    }

    static boolean same(Pixels a, Pixels b) {
        return a.samples() == b.samples()
                && java.util.Objects.equals(a.profile(), b.profile())
                && java.util.Arrays.deepEquals(samples(a), samples(b));
    }

    private static byte[][] samples(Pixels pixels) {
        return LevelHeader.planes(pixels).stream().map(Plane::samples).toArray(byte[][]::new);
    }
}

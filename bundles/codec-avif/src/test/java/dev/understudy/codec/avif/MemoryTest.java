package dev.understudy.codec.avif;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoder;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.Encoder;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import dev.understudy.testkit.codec.BytesSource;
import dev.understudy.testkit.codec.EncodeOptionsFixture;
import dev.understudy.testkit.codec.TestImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is announced, against what Linux says that the process has taken at a time, native memory and all. */
class MemoryTest {

    private static final Path RESET = Path.of("/proc/self/clear_refs");
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 900;

    private final Encoder encoder = NativeAvif.codec().encoders().get(0);
    private final Decoder decoder = NativeAvif.codec().decoders().get(0);
    private final EncodeOptionsFixture options = new EncodeOptionsFixture(encoder);

    @Test
    void writingAndReadingTakeNoMoreThanTheyAnnounce() throws Exception {
        assumeTrue(Files.isWritable(RESET), "no /proc here: memory is not measured");
        Pixels image = noise();
        for (EncodeOptions written :
                List.of(options.quality(85), options.fullChroma(), options.compressed("lossless"))) {
            byte[][] file = new byte[1][];
            long taken = taken(() -> file[0] = encoder.encode(image, written));
            long announced = encoder.memory(new PixelSize(WIDTH, HEIGHT), written);
            assertTrue(taken <= announced, written + " takes " + taken + " of " + announced);
            BytesSource source = new BytesSource(file[0]);
            taken = taken(() -> decoder.decode(source, DecodeRequest.WHOLE));
            announced = decoder.memory(decoder.inspect(source), DecodeRequest.WHOLE);
            assertTrue(taken <= announced, "reading " + written + " takes " + taken + " of " + announced);
        }
    }

    private static Pixels noise() {
        Random random = new Random(7);
        Plane plane =
                TestImage.plane(WIDTH, HEIGHT, (x, y) -> (int) (128 + 60 * Math.sin(x / 9.0)) + random.nextInt(30));
        return new Pixels(Samples.RGB, Collections.nCopies(3, plane), plane, null);
    }

    private interface Work {
        void run() throws Exception;
    }

    private static long taken(Work work) throws Exception {
        System.gc();
        Files.writeString(RESET, "5");
        long before = bytes("VmRSS:");
        work.run();
        return bytes("VmHWM:") - before;
    }

    private static long bytes(String field) throws IOException {
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith(field))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElseThrow();
    }
}

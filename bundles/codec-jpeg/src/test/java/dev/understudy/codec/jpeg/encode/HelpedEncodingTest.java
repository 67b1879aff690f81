package dev.understudy.codec.jpeg.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.image.Compression;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.IdleProcessors;
import dev.understudy.image.OutputFormat;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import dev.understudy.testkit.codec.JdkReader;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files are the same, to the last byte, whether or not processors help with writing them. */
@Timeout(120)
class HelpedEncodingTest {

    private static final OutputFormat JPEG = OutputFormat.of("jpeg", "image/jpeg");

    /** Whoever helps has a thread of his own at once. */
    private static final IdleProcessors PROMPT = helper -> {
        CompletableFuture<Void> outcome =
                CompletableFuture.runAsync(() -> helper.help(() -> true), task -> new Thread(task).start());
        return outcome::join;
    };

    /** Whoever helps has something else to do after a while. */
    private static final IdleProcessors LEAVING = helper -> {
        AtomicInteger left = new AtomicInteger(2);
        return PROMPT.start(idle -> helper.help(() -> left.getAndDecrement() > 0));
    };

    private static byte[] write(Pixels pixels, double quality, boolean progressive, IdleProcessors processors) {
        EncodeOptions options = EncodeOptions.of(JPEG, Compression.NONE).withQuality(quality);
        return new JpegWriter(InkStorage.ADOBE).write(pixels, options, progressive, new byte[0], processors);
    }

    private static void assertSameFile(Pixels pixels, double quality, boolean progressive) {
        byte[] alone = write(pixels, quality, progressive, IdleProcessors.NONE);
        assertArrayEquals(alone, write(pixels, quality, progressive, PROMPT));
        assertArrayEquals(alone, write(pixels, quality, progressive, LEAVING));
    }

    @Test
    void helpChangesNoByte() {
        for (int i = 0; i < 16; i++) {
            RandomImage random = new RandomImage(i);
            Samples samples = new Samples[] {Samples.GRAY, Samples.YCC, Samples.YCC, Samples.CMYK}[i % 4];
            Pixels pixels = random.of(
                    samples, 500 + random.next(300), 500 + random.next(300), 1 << random.next(2), 1 << random.next(2));
            assertSameFile(pixels, 1 + random.next(100), i / 4 % 2 == 1);
        }
    }

    @Test
    void moreSymbolsThanAreKept() throws Exception {
        Pixels noise = noise(1700, 1300);
        byte[] file = write(noise, 100, false, IdleProcessors.NONE);
        assertArrayEquals(file, write(noise, 100, false, PROMPT));
        Plane read = JdkReader.read(file).orElseThrow().plane(0);
        int error = 0;
        for (int i = 0; i < read.samples().length; i++) {
            error = Math.max(
                    error, Math.abs((read.samples()[i] & 0xff) - (noise.plane(0).samples()[i] & 0xff)));
        }
        assertTrue(error <= 3, "differs by " + error);
    }

    private static Pixels noise(int width, int height) {
        byte[] samples = new byte[width * height];
        new Random(3).nextBytes(samples);
        return new Pixels(Samples.GRAY, List.of(new Plane(width, height, samples)), null, null);
    }

    @Test
    void whatAHelperThrowsIsThrown() {
        IllegalStateException thrown = new IllegalStateException("of the helper");
        IdleProcessors failing = helper -> () -> {
            throw thrown;
        };
        assertSame(thrown, assertThrows(IllegalStateException.class, () -> write(noise(900, 900), 80, false, failing)));
    }

    @Test
    void smallImagesAskForNoHelp() {
        AtomicInteger asked = new AtomicInteger();
        IdleProcessors counting = helper -> {
            asked.incrementAndGet();
            return null;
        };
        write(noise(400, 400), 80, false, counting);
        assertEquals(0, asked.get());
        write(noise(800, 600), 80, false, counting);
        assertTrue(asked.get() > 0);
    }
}

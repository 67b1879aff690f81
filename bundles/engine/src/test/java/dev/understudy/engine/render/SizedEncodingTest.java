package dev.understudy.engine.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Compression;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.Encoder;
import dev.understudy.image.OutputFormat;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class SizedEncodingTest {

    private static final OutputFormat JPEG = OutputFormat.of("jpeg", "image/jpeg");
    private static final Pixels PIXELS = new Pixels(Samples.GRAY, List.of(Plane.blank(1, 1)), null, null);

    private final List<Integer> tried = new ArrayList<>();

    @Test
    void whatIsSmallEnoughIsWrittenOnce() throws ServeException {
        assertEquals(60 * 1024, encode(60, 60, quality -> quality * 1024));
        assertEquals(List.of(60), tried);
    }

    @Test
    void theBestQualityThatFitsIsFound() throws ServeException {
        for (int asked = 2; asked <= 100; asked++) {
            for (int kilobytes = 1; kilobytes < asked; kilobytes++) {
                int bytes = encode(asked, kilobytes, quality -> quality * 1024);
                assertTrue(bytes <= kilobytes * 1024, asked + " to " + kilobytes + ": " + bytes);
                assertTrue(bytes >= 0.98 * kilobytes * 1024, asked + " to " + kilobytes + ": " + bytes);
                assertTrue(tried.size() <= 8, tried.toString());
            }
        }
    }

    @Test
    void aFileThatIsCloseEnoughEndsTheSearch() throws ServeException {
        encode(100, 50, quality -> quality == 100 ? 90_000 : 51_000);
        assertEquals(List.of(100, 50), tried);
    }

    @Test
    void whatNoQualityMakesSmallEnoughIsAnError() {
        for (int asked : new int[] {1, 2, 80, 100}) {
            ServeException e = assertThrows(ServeException.class, () -> encode(asked, 2, quality -> 3000 + quality));
            assertEquals(FailureKind.SIZE_LIMIT, e.failure().kind());
            assertEquals(
                    "A reply of 3001 bytes at the lowest quality is larger than jpegSize=2, 2048 bytes",
                    e.failure().message());
            assertTrue(tried.size() <= 8, tried.toString());
        }
    }

    @Test
    void nobodyWaitsAnyMore() {
        Thread.currentThread().interrupt();
        ServeException e = assertThrows(ServeException.class, () -> encode(80, 10, quality -> quality * 1024));
        assertTrue(Thread.interrupted());
        assertEquals(FailureKind.SERVER_OVERLOADED, e.failure().kind());
        assertEquals(List.of(80), tried);
    }

    private int encode(int quality, int kilobytes, IntUnaryOperator bytes) throws ServeException {
        tried.clear();
        Encoder encoder = new Encoder() {
            @Override
            public List<OutputFormat> formats() {
                return List.of(JPEG);
            }

            @Override
            public byte[] encode(Pixels pixels, EncodeOptions options) {
                tried.add((int) options.quality());
                return new byte[bytes.applyAsInt((int) options.quality())];
            }
        };
        EncodeOptions options =
                EncodeOptions.of(JPEG, Compression.lossyChroma("none")).withQuality(quality);
        return new SizedEncoding(encoder, options, kilobytes).encode(PIXELS).length;
    }
}

package dev.understudy.engine.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Compression;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.Encoder;
import dev.understudy.image.IdleProcessors;
import dev.understudy.image.OutputFormat;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class SizedEncodingTest {

    private static final OutputFormat JPEG = OutputFormat.of("jpeg", "image/jpeg");
    private static final Pixels PIXELS = new Pixels(Samples.GRAY, List.of(Plane.blank(1, 1)), null, null);

    private final List<Double> tried = new ArrayList<>();

    @Test
    void whatIsSmallEnoughIsWrittenOnce() throws ServeException {
        assertEquals(60 * 1024, encode(60, 60, quality -> quality * 1024));
        assertEquals(List.of(60.0), tried);
    }

    /** Sizes of a photograph at qualities from 1 on in steps of 3. */
    private static final int[] SIZES = {
        1043, 1153, 1578, 2161, 2822, 3510, 4163, 4797, 5427, 6043, 6576, 7152, 7727, 8207,
        8757, 9340, 9874, 10246, 10714, 11421, 12023, 12656, 13483, 14533, 15563, 16755, 18445, 20651,
        23250, 27095, 32253, 41393, 58715, 88507
    };

    private static double photograph(double quality) {
        double place = (quality - 1) / 3;
        int i = (int) Math.min(SIZES.length - 2, place);
        return SIZES[i] * Math.pow(SIZES[i + 1] / (double) SIZES[i], place - i);
    }

    @Test
    void theBestQualityThatFitsIsFoundInEightFiles() throws ServeException {
        int all = 0;
        int searches = 0;
        for (int asked = 2; asked <= 100; asked++) {
            for (int kilobytes = 3; kilobytes * 1024 < photograph(asked); kilobytes++) {
                int bytes = encode(asked, kilobytes, SizedEncodingTest::photograph);
                String what = asked + " to " + kilobytes + ": " + bytes + " by " + tried;
                assertTrue(bytes <= kilobytes * 1024, what);
                assertTrue(bytes >= 0.98 * kilobytes * 1024, what);
                assertTrue(tried.size() <= 8, what);
                all += tried.size();
                searches++;
            }
        }
        assertTrue(all < 4.5 * searches, all + " files in " + searches + " searches");
    }

    @Test
    void filesOfAnyOtherSizesFitToo() throws ServeException {
        for (int asked = 2; asked <= 100; asked++) {
            for (int kilobytes = 1; kilobytes < asked; kilobytes++) {
                int bytes = encode(asked, kilobytes, quality -> quality * 1024);
                assertTrue(bytes <= kilobytes * 1024, asked + " to " + kilobytes + ": " + bytes);
                assertTrue(bytes >= 0.9 * kilobytes * 1024, asked + " to " + kilobytes + ": " + bytes);
                assertTrue(tried.size() <= 8, tried.toString());
            }
        }
    }

    @Test
    void aFileThatIsCloseEnoughEndsTheSearch() throws ServeException {
        encode(100, 50, quality -> quality == 100 ? 90_000 : 51_000);
        assertEquals(2, tried.size());
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
        assertEquals(List.of(80.0), tried);
    }

    private int encode(int quality, int kilobytes, DoubleUnaryOperator bytes) throws ServeException {
        tried.clear();
        Encoder encoder = new Encoder() {
            @Override
            public List<OutputFormat> formats() {
                return List.of(JPEG);
            }

            @Override
            public byte[] encode(Pixels pixels, EncodeOptions options) {
                tried.add(options.quality());
                return new byte[(int) bytes.applyAsDouble(options.quality())];
            }
        };
        EncodeOptions options =
                EncodeOptions.of(JPEG, Compression.lossyChroma("none")).withQuality(quality);
        return new SizedEncoding(encoder, options, kilobytes, IdleProcessors.NONE).encode(PIXELS).length;
    }
}

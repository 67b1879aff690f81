package dev.understudy.codec.turbo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.codec.jpeg.JpegDecoder;
import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoder;
import dev.understudy.image.Pixels;
import dev.understudy.image.Region;
import dev.understudy.testkit.codec.BytesSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What libturbojpeg decodes is what our own decoder makes, to the last bit. */
class SameSamplesTest {

    private final Decoder ours = new JpegDecoder();
    private SpyAccelerator spy;
    private Decoder accelerated;

    @BeforeEach
    void load() {
        spy = new SpyAccelerator(new TurboAccelerator(SystemTurbo.loaded()));
        accelerated = new JpegDecoder(spy);
    }

    /** Decodes twice: the first time by ours, which shows that the file is sound. */
    private void assertSame(byte[] file) throws ServeException {
        Pixels expected = JpegFixture.decode(ours, file);
        assertSame(expected, JpegFixture.decode(accelerated, file));
        assertSame(expected, JpegFixture.decode(accelerated, file));
    }

    private static void assertSame(Pixels expected, Pixels actual) {
        assertEquals(expected.samples(), actual.samples());
        for (int i = 0; i < expected.planes().size(); i++) {
            assertEquals(expected.plane(i).width(), actual.plane(i).width());
            assertArrayEquals(expected.plane(i).samples(), actual.plane(i).samples());
        }
    }

    /** Sizes that end within a unit, within a block, and with both. */
    @ParameterizedTest
    @CsvSource({
        "1,1,160,128",
        "1,1,203,141",
        "2,1,160,128",
        "2,1,203,141",
        "2,2,160,128",
        "2,2,203,141",
        "2,2,161,129",
        "2,2,175,143",
        "1,2,160,128",
        "1,2,203,141",
        "4,1,160,128",
        "4,1,203,141",
        "4,1,161,129"
    })
    void ofEverySubsampling(int across, int down, int width, int height) throws Exception {
        for (int quality : new int[] {30, 75, 90, 95}) {
            byte[] file = JpegFixture.color(width, height, across, down, quality);
            assertSame(file);
        }
        assertEquals(4, spy.decoded.get());
    }

    @Test
    void ofGray() throws Exception {
        for (int width = 201; width < 217; width++) {
            byte[] file = JpegFixture.gray(width, 130 + width % 9);
            assertSame(file);
        }
        assertEquals(16, spy.decoded.get());
    }

    @Test
    void whatIsNotFasterIsLeftToOurs() throws Exception {
        for (byte[] file : List.of(
                JpegFixture.progressive(300, 200), JpegFixture.cmyk(300, 200), JpegFixture.color(90, 70, 2, 2, 80))) {
            assertSame(file);
        }
        byte[] file = JpegFixture.color(640, 480, 2, 2, 80);
        for (DecodeRequest request : List.of(
                new DecodeRequest(null, 2),
                new DecodeRequest(new Region(0, 0, 639, 480), 1),
                new DecodeRequest(null, 8))) {
            try (BytesSource source = new BytesSource(file)) {
                assertSame(
                        ours.decode(source, request).pixels(),
                        accelerated.decode(source, request).pixels());
                assertEquals(
                        ours.memory(ours.inspect(source), request), accelerated.memory(ours.inspect(source), request));
            }
        }
        assertEquals(0, spy.loaded.get());
    }
}

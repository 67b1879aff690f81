package dev.understudy.codec.tiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Region;
import dev.understudy.testkit.codec.BytesSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Images that are too large to be decoded as a whole. */
class LargePyramidTest {

    private static final int SIDE = 128 * LargePyramid.TILE;

    private static byte[] pyramid;
    private static byte[] alone;

    private final TiffDecoder decoder = new TiffDecoder();

    @BeforeAll
    static void files() throws Exception {
        byte[] tile = LargePyramid.tile();
        pyramid = LargePyramid.file(128, 6, tile);
        alone = LargePyramid.file(128, 1, tile);
    }

    @Test
    void aSmallerImageIsReadForItsOwnCost() throws Exception {
        BytesSource source = new BytesSource(pyramid);
        ImageInfo info = decoder.inspect(source);
        assertEquals(SIDE, info.width());
        assertEquals(32, info.smallerInFile());
        DecodeRequest request = new DecodeRequest(null, 32);
        Decoded decoded = decoder.decode(source, request);
        assertEquals(32, decoded.reduction());
        assertEquals(SIDE / 32, decoded.pixels().width());
        assertEquals(new Region(0, 0, SIDE, SIDE), decoded.region());
        assertTrue(decoder.memory(info, request) < 64 << 20);
        assertTrue(source.bytesRead() < 3L * pyramid.length, source.bytesRead() + " bytes read");
    }

    @Test
    void aPartIsReadAtFullSize() throws Exception {
        for (byte[] file : new byte[][] {pyramid, alone}) {
            Region part = new Region(SIDE - 700, SIDE / 2 + 10, 500, 300);
            Decoded decoded = decoder.decode(new BytesSource(file), new DecodeRequest(part, 1));
            assertEquals(part, decoded.region());
            assertEquals(500, decoded.pixels().width());
            assertEquals(300, decoded.pixels().height());
        }
    }

    @Test
    void whatIsTooLargeToDecodeIsRefused() throws Exception {
        assertTooLarge(pyramid, new DecodeRequest(null, 1));
        assertTooLarge(alone, new DecodeRequest(null, 32));
        Decoded half = decoder.decode(
                new BytesSource(LargePyramid.file(32, 2, LargePyramid.tile())), new DecodeRequest(null, 2));
        assertEquals(16 * LargePyramid.TILE, half.pixels().width());
    }

    private void assertTooLarge(byte[] file, DecodeRequest request) {
        ServeException e = assertThrows(ServeException.class, () -> decoder.decode(new BytesSource(file), request));
        assertEquals(FailureKind.SIZE_LIMIT, e.failure().kind());
    }
}

package dev.understudy.codec.tiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.codec.io.Input;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import dev.understudy.testkit.codec.BytesSource;
import dev.understudy.testkit.codec.TestImage;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Damage in some of the images of a pyramid. */
class DamagedPyramidTest {

    private final TiffDecoder decoder = new TiffDecoder();

    @ParameterizedTest
    @CsvSource({
        "pyramid.tif, 2, 2", "pyramid.tif, 4, 4", "pyramid.tif, 8, 8", "pyramid.tif, 8, 2",
        "pyramid-jpeg.tif, 2, 2", "pyramid-jpeg.tif, 4, 4", "pyramid-jpeg.tif, 16, 16", "pyramid-jpeg.tif, 16, 4"
    })
    void aDamagedSmallerImageMakesWayForTheNextLargerOne(String name, int read, int firstDamaged) throws Exception {
        byte[] file = TestImage.file(name);
        for (int factor = firstDamaged; factor <= read; factor *= 2) {
            damage(file, factor);
        }
        Decoded larger =
                decoder.decode(new BytesSource(TestImage.file(name)), new DecodeRequest(null, firstDamaged / 2));
        for (Region region : new Region[] {null, new Region(37, 21, 50, 40), new Region(130, 85, 3, 4)}) {
            DecodeRequest request = new DecodeRequest(region, read);
            Decoded wanted = decoder.decode(new BytesSource(TestImage.file(name)), request);
            Decoded decoded = decoder.decode(new BytesSource(file), request);
            assertEquals(read, decoded.reduction());
            assertEquals(wanted.region(), decoded.region());
            assertNull(decoded.damage());
            assertEquals(wanted.pixels().width(), decoded.pixels().width());
            assertEquals(wanted.pixels().height(), decoded.pixels().height());
            for (int i = 0; i < 3; i++) {
                assertIsMean(larger.pixels().plane(i), decoded, i, 2 * read / firstDamaged);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pyramid.tif", "pyramid-jpeg.tif"})
    void whatIsSoundIsReadBesideDamage(String name) throws Exception {
        byte[] file = TestImage.file(name);
        damage(file, 1);
        Decoded wanted = decoder.decode(new BytesSource(TestImage.file(name)), new DecodeRequest(null, 4));
        Decoded decoded = decoder.decode(new BytesSource(file), new DecodeRequest(null, 4));
        assertTrue(Arrays.equals(
                wanted.pixels().plane(0).samples(), decoded.pixels().plane(0).samples()));
        assertCorrupt(file, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pyramid.tif", "pyramid-jpeg.tif"})
    void withoutASoundImageThereIsNone(String name) throws Exception {
        byte[] file = TestImage.file(name);
        for (int factor = 1; factor <= 4; factor *= 2) {
            damage(file, factor);
        }
        assertCorrupt(file, 4);
        assertCorrupt(file, 2);
        assertEquals(
                8,
                decoder.decode(new BytesSource(file), new DecodeRequest(null, 8))
                        .reduction());
    }

    private void assertCorrupt(byte[] file, int maxReduction) {
        ServeException e = assertThrows(
                ServeException.class,
                () -> decoder.decode(new BytesSource(file), new DecodeRequest(null, maxReduction)));
        assertEquals(FailureKind.SOURCE_CORRUPT, e.failure().kind());
    }

    /** Overwrites the samples of all tiles. */
    private static void damage(byte[] file, int factor) throws Exception {
        TiffFile image;
        try (Input input = Input.of(new BytesSource(file).channel(), file.length)) {
            image = TiffPyramid.of(TiffFile.read(input), input).level(factor).file();
        }
        ChunkTable chunks = image.chunks();
        for (int i = 0; i < chunks.across() * chunks.down(); i++) {
            int start = (int) chunks.offset(i);
            Arrays.fill(file, start, start + (int) chunks.count(i), (byte) 0x81);
        }
    }

    /** Each sample is the mean of those of the larger image that it stands for, as far as there are any. */
    private static void assertIsMean(Plane larger, Decoded decoded, int index, int times) {
        Plane plane = decoded.pixels().plane(index);
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                int left = (decoded.region().x() / decoded.reduction() + x) * times;
                int top = (decoded.region().y() / decoded.reduction() + y) * times;
                double sum = 0;
                int count = 0;
                for (int row = top; row < Math.min(top + times, larger.height()); row++) {
                    for (int column = left; column < Math.min(left + times, larger.width()); column++, count++) {
                        sum += larger.at(column, row);
                    }
                }
                assertEquals(sum / count, plane.at(x, y), 0.51, "at " + x + "," + y);
            }
        }
    }
}

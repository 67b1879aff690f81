package dev.understudy.codec.tiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import dev.understudy.image.Tolerance;
import dev.understudy.testkit.codec.BytesSource;
import dev.understudy.testkit.codec.TestImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pyramids that libvips has written, as pages and as directories that hang on the first. */
class TiffPyramidTest {

    private static final String PAGES = "pyramid.tif";
    private static final String HANGING = "pyramid-jpeg.tif";

    /** Levels that samples may be off, those of JPEG most: half of a step between light and dark is far more. */
    private static final double MOST = 7;

    private final TiffDecoder decoder = new TiffDecoder();

    @ParameterizedTest
    @CsvSource({PAGES + ",8", HANGING + ",16"})
    void theHeadSaysHowSmallTheImageIsThere(String file, int smallest) throws Exception {
        assertEquals(smallest, decoder.inspect(source(file)).smallerInFile());
    }

    @Test
    void otherImagesAreThereOnce() throws Exception {
        assertEquals(1, decoder.inspect(source("tiles.tif")).smallerInFile());
    }

    @ParameterizedTest
    @CsvSource({
        PAGES + ", 1, 1, 133, 89",
        PAGES + ", 2, 2, 66, 44",
        PAGES + ", 3, 2, 66, 44",
        PAGES + ", 4, 4, 33, 22",
        PAGES + ", 8, 8, 16, 11",
        PAGES + ", 1000, 8, 16, 11",
        HANGING + ", 2, 2, 134, 89",
        HANGING + ", 16, 16, 16, 11"
    })
    void theSmallestThatWillDoIsRead(String file, int wanted, int read, int width, int height) throws Exception {
        Decoded decoded = decoder.decode(source(file), new DecodeRequest(null, wanted));
        assertEquals(read, decoded.reduction());
        assertEquals(width, decoded.pixels().width());
        assertEquals(height, decoded.pixels().height());
        assertShowsTheSame(decoded, decoder.decode(source(file), DecodeRequest.WHOLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {PAGES, HANGING})
    void partsOfASmallerImage(String file) throws Exception {
        Region wanted = new Region(37, 21, 50, 40);
        Decoded part = decoder.decode(source(file), new DecodeRequest(wanted, 4));
        assertEquals(new Region(36, 20, 52, 44), part.region());
        assertEquals(13, part.pixels().width());
        assertEquals(11, part.pixels().height());
        assertShowsTheSame(part, decoder.decode(source(file), DecodeRequest.WHOLE));
    }

    @Test
    void aSmallerImageTakesLessMemory() throws Exception {
        ImageInfo info = decoder.inspect(source(PAGES));
        long whole = decoder.memory(info, DecodeRequest.WHOLE);
        assertTrue(decoder.memory(info, new DecodeRequest(null, 4)) <= whole / 15);
        assertEquals(whole, decoder.memory(info, new DecodeRequest(null, 4, Tolerance.LENIENT)) / 2);
    }

    @Test
    void aPageThatDoesNotSayThatItIsSmallerIsNot() throws Exception {
        byte[] file = TestImage.file(PAGES);
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int changed = 0;
        for (int at = 0; at + 12 <= file.length; at += 2) {
            boolean subfileType = bytes.getShort(at) == (short) TiffTags.NEW_SUBFILE_TYPE
                    && bytes.getShort(at + 2) == 4
                    && bytes.getInt(at + 4) == 1
                    && bytes.getInt(at + 8) == 1;
            if (subfileType) {
                bytes.putInt(at + 8, 0);
                changed++;
            }
        }
        assertEquals(3, changed);
        Decoded decoded = decoder.decode(new BytesSource(file), new DecodeRequest(null, 8));
        assertEquals(1, decoded.reduction());
        assertNull(decoded.damage());
    }

    /** Where the first directory says that the next one is. */
    @ParameterizedTest
    @ValueSource(ints = {Integer.MAX_VALUE, -1, -6, -14, 1})
    void aPageThatIsNotThereDoesNoHarm(int position) throws Exception {
        byte[] file = TestImage.file("tiles.tif");
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(0x4949, bytes.getShort(0));
        int directory = bytes.getInt(4);
        bytes.putInt(directory + 2 + 12 * bytes.getShort(directory), position < 0 ? file.length + position : position);
        assertEquals(1, decoder.inspect(new BytesSource(file)).smallerInFile());
        Decoded decoded = decoder.decode(new BytesSource(file), new DecodeRequest(null, 2));
        assertEquals(1, decoded.reduction());
    }

    /** Tiles of the smaller images that lie behind the end of the file. */
    @Test
    void aSmallerImageThatIsNotAllThereIsNotRead() throws Exception {
        byte[] file = TestImage.file(PAGES);
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int second = next(bytes, bytes.getInt(4));
        for (int entry = second + 2; entry < second + 2 + 12 * bytes.getShort(second); entry += 12) {
            if (bytes.getShort(entry) == (short) TiffTags.TILE_OFFSETS) {
                bytes.putInt(bytes.getInt(entry + 8), Integer.MAX_VALUE);
            }
        }
        assertEquals(1, decoder.inspect(new BytesSource(file)).smallerInFile());
        assertEquals(
                1,
                decoder.decode(new BytesSource(file), new DecodeRequest(null, 2))
                        .reduction());
    }

    private static int next(ByteBuffer bytes, int directory) {
        return bytes.getInt(directory + 2 + 12 * bytes.getShort(directory));
    }

    /** Each sample is within some levels of the mean of those that it stands for. */
    private static void assertShowsTheSame(Decoded small, Decoded full) {
        int factor = small.reduction();
        double squares = 0;
        Plane plane = small.pixels().plane(1);
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                double wanted = mean(
                        full.pixels().plane(1),
                        small.region().x() + x * factor,
                        small.region().y() + y * factor,
                        factor);
                squares += Math.pow(wanted - plane.at(x, y), 2);
            }
        }
        double deviation = Math.sqrt(squares / plane.samples().length);
        assertTrue(deviation < MOST, "off by " + deviation);
    }

    private static double mean(Plane plane, int left, int top, int side) {
        double sum = 0;
        int count = 0;
        for (int y = top; y < Math.min(plane.height(), top + side); y++) {
            for (int x = left; x < Math.min(plane.width(), left + side); x++, count++) {
                sum += plane.at(x, y);
            }
        }
        return sum / count;
    }

    private static BytesSource source(String file) {
        return new BytesSource(TestImage.file(file));
    }
}

package dev.understudy.codec.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.testkit.codec.BytesSource;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Directories of gray TIFFs of 6 x 5 pixels in strips of 2 rows: odd ones that are sound, and ones whose entries contradict each other. */
class FieldChecksTest {

    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int STRIPS = 8;
    private static final int LISTS = 64;
    private static final int DIRECTORY = 128;

    private final TiffDecoder decoder = new TiffDecoder();
    private final ByteBuffer file = ByteBuffer.allocate(300).order(ByteOrder.LITTLE_ENDIAN);
    private final List<int[]> entries = new ArrayList<>();

    FieldChecksTest() {
        file.putShort((short) 0x4949).putShort((short) 42).putInt(DIRECTORY);
        for (int i = 0; i < 36; i++) {
            file.put(STRIPS + i, (byte) (7 * i));
        }
        offsets(STRIPS, STRIPS + 12, STRIPS + 24);
        lengths(12, 12, 6);
        entry(TiffTags.WIDTH, SHORT, 1, 6);
        entry(TiffTags.HEIGHT, SHORT, 1, 5);
        entry(TiffTags.BITS_PER_SAMPLE, SHORT, 1, 8);
        entry(TiffTags.COMPRESSION, SHORT, 1, 1);
        entry(TiffTags.STRIP_OFFSETS, LONG, 3, LISTS);
        entry(TiffTags.ROWS_PER_STRIP, SHORT, 1, 2);
        entry(TiffTags.STRIP_BYTE_COUNTS, LONG, 3, LISTS + 16);
    }

    private void offsets(int... offsets) {
        for (int i = 0; i < offsets.length; i++) {
            file.putInt(LISTS + 4 * i, offsets[i]);
        }
    }

    private void lengths(int... lengths) {
        for (int i = 0; i < lengths.length; i++) {
            file.putInt(LISTS + 16 + 4 * i, lengths[i]);
        }
    }

    private void entry(int tag, int type, int count, int value) {
        entries.removeIf(entry -> entry[0] == tag);
        entries.add(new int[] {tag, type, count, value});
    }

    private byte[] decode() throws ServeException {
        file.putShort(DIRECTORY, (short) entries.size());
        for (int i = 0; i < entries.size(); i++) {
            int[] entry = entries.get(i);
            int at = DIRECTORY + 2 + 12 * i;
            file.putShort(at, (short) entry[0]).putShort(at + 2, (short) entry[1]);
            file.putInt(at + 4, entry[2]).putInt(at + 8, entry[3]);
        }
        return decoder.decode(new BytesSource(file.array()), DecodeRequest.WHOLE)
                .pixels()
                .plane(0)
                .samples();
    }

    private byte[] stored(int from, int to) {
        return Arrays.copyOfRange(file.array(), from, to);
    }

    private void assertSound() throws ServeException {
        assertArrayEquals(stored(STRIPS, STRIPS + 30), decode());
    }

    private void assertDamaged(String words) {
        Failure failure = assertThrows(ServeException.class, this::decode).failure();
        assertEquals(FailureKind.SOURCE_CORRUPT, failure.kind());
        assertTrue(failure.message().contains(words), failure.message());
    }

    @Test
    void entriesMayBeMissingAndOutOfOrder() throws Exception {
        assertSound();
        entry(TiffTags.WIDTH, LONG, 1, 6);
        assertSound();
    }

    @Test
    void theLastStripMayBeFilledUp() throws Exception {
        lengths(12, 12, 12);
        assertSound();
        lengths(12, 12, 8);
        assertSound();
    }

    @Test
    void lengthsMayBeMissing() throws Exception {
        entries.removeIf(entry -> entry[0] == TiffTags.STRIP_BYTE_COUNTS);
        assertSound();
    }

    @Test
    void stripsMayBeShared() throws Exception {
        offsets(STRIPS, STRIPS, STRIPS + 24);
        byte[] samples = decode();
        assertArrayEquals(stored(STRIPS, STRIPS + 12), Arrays.copyOfRange(samples, 0, 12));
        assertArrayEquals(stored(STRIPS, STRIPS + 12), Arrays.copyOfRange(samples, 12, 24));
    }

    @Test
    void stripsDoNotLieInEachOther() {
        offsets(STRIPS, STRIPS + 11, STRIPS + 24);
        assertDamaged("lie in each other");
    }

    @Test
    void stripsDoNotLieInTheDirectory() {
        offsets(STRIPS, STRIPS + 12, DIRECTORY - 2);
        assertDamaged("lie in the directory");
    }

    @Test
    void stripsDoNotLieInTheListOfTheirPlaces() {
        offsets(STRIPS, STRIPS + 12, LISTS - 2);
        assertDamaged("lies in the entry 273");
    }

    @Test
    void thereAreAsManyStripsAsTheRowsNeed() {
        entry(TiffTags.HEIGHT, SHORT, 1, 4);
        assertDamaged("it has 3 strips, but needs 2");
    }

    @Test
    void stripsAreAsLongAsTheirRows() {
        entry(TiffTags.WIDTH, SHORT, 1, 4);
        assertDamaged("a strip or tile has 12 bytes, but needs 8");
    }

    @Test
    void aNumberStandsInTheDirectory() {
        entry(TiffTags.COMPRESSION, LONG, 2, STRIPS);
        assertDamaged("its entry 259 has 2 values");
    }

    @Test
    void aNumberForEachSampleIsOne() throws Exception {
        entry(TiffTags.SAMPLES_PER_PIXEL, SHORT, 1, 2);
        entry(TiffTags.WIDTH, SHORT, 1, 3);
        file.putInt(LISTS + 32, 1).putInt(LISTS + 36, 1);
        entry(TiffTags.COMPRESSION, LONG, 2, LISTS + 32);
        assertEquals(15, decode().length);
    }

    @Test
    void numbersAreWhole() {
        entry(TiffTags.COMPRESSION, 11, 1, 1);
        assertDamaged("its entry 259 is not of whole numbers");
        entry(TiffTags.COMPRESSION, 99, 1, 1);
        assertDamaged("its entry 259 is not of whole numbers");
    }
}

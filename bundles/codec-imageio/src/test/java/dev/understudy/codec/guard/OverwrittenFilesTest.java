package dev.understudy.codec.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.codec.ShippedCodecs;
import dev.understudy.codec.io.Input;
import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Plane;
import dev.understudy.testkit.codec.BytesSource;
import dev.understudy.testkit.codec.TestImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Samples of which a part has become bytes that are all alike, as a disk or a broken transfer leaves them. These may be codes, too. */
class OverwrittenFilesTest {

    private static final int STEP = 7;
    private static final int HOLE = 300;

    /**
     * Where the samples of each file are, and how many damaged files at most may look sound: those whose codes fit by chance, or are
     * samples as they are.
     */
    @ParameterizedTest
    @CsvSource({
        "tiles.tif, 8, 2640, 3",
        "packbits.tif, 8, 8698, 100",
        "deflate.tif, 8, 7807, 3",
        "rle8.bmp, 1078, 1684, 3",
        "still.gif, 205, 819, 3",
        "rgb.png, 41, 2000, 0"
    })
    void areRefused(String name, int from, int to, int unnoticed) throws Exception {
        byte[] file = TestImage.file(name);
        int end = Math.min(to, file.length - 12);
        List<Plane> right = planes(file);
        int wrong = 0;
        int refused = 0;
        for (int value : new int[] {0, 0xff, 0xaa}) {
            for (int start = from; start < end - 2; start += STEP) {
                for (int behind : new int[] {end, Math.min(end, start + HOLE), Math.max(end, to)}) {
                    byte[] damaged = file.clone();
                    Arrays.fill(damaged, start, Math.min(behind, file.length), (byte) value);
                    try {
                        wrong += isSame(planes(damaged), right) ? 0 : 1;
                    } catch (IOException | ServeException e) {
                        refused++;
                    }
                }
            }
        }
        int found = wrong;
        assertTrue(wrong <= unnoticed, () -> found + " were taken for sound");
        assertTrue(refused > (end - from) / STEP * 4, "the test has damage to find: " + refused);
    }

    private static boolean isSame(List<Plane> planes, List<Plane> right) {
        assertEquals(right.size(), planes.size());
        return IntStream.range(0, right.size())
                .allMatch(
                        i -> Arrays.equals(right.get(i).samples(), planes.get(i).samples()));
    }

    private static List<Plane> planes(byte[] file) throws IOException, ServeException {
        ByteBuffer head = ByteBuffer.wrap(file, 0, 64);
        GuardedDecoder decoder = ShippedCodecs.decoders().stream()
                .filter(candidate -> candidate.recognizes(head.duplicate()))
                .map(GuardedDecoder.class::cast)
                .findFirst()
                .orElseThrow();
        try (BytesSource source = new BytesSource(file);
                Input input = Input.of(source.channel(), file.length)) {
            return decoder.readPixels(input, DecodeRequest.WHOLE).pixels().planes();
        }
    }
}

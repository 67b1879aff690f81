package dev.understudy.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoder;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.testkit.codec.BytesSource;
import dev.understudy.testkit.codec.TestImage;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Fields of image files that say how long something is, where it begins, or of what kind it is, set to values that are not theirs: the file
 * is refused, or its image stays as it is. Each field of {@code damaged-fields.csv} once had values that made another image of it. Fields
 * that nothing else in a file contradicts are not among them.
 */
class DamagedFieldsTest {

    private static final Set<FailureKind> REFUSALS =
            Set.of(FailureKind.SOURCE_CORRUPT, FailureKind.SOURCE_UNSUPPORTED, FailureKind.SIZE_LIMIT);

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "/images/damaged-fields.csv", numLinesToSkip = 1)
    void makeNoOtherImage(String name, String field, int at, int bytes, boolean lowestFirst) throws Exception {
        byte[] sound = TestImage.file(name);
        Pixels right = Objects.requireNonNull(decode(sound));
        long value = read(sound, at, bytes, lowestFirst);
        for (long other : others(value, bytes)) {
            byte[] damaged = sound.clone();
            write(damaged, at, bytes, lowestFirst, other);
            try {
                Pixels pixels = decode(damaged);
                if (pixels != null) {
                    assertSame(right, pixels, name + ": " + field + " " + other + " instead of " + value);
                }
            } catch (ServeException e) {
                assertTrue(REFUSALS.contains(e.failure().kind()), e.failure().message());
            }
        }
    }

    /** Values beside a field's own, and those at the ends of its range. */
    private static Set<Long> others(long value, int bytes) {
        long most = (1L << Byte.SIZE * bytes) - 1;
        Set<Long> others = new TreeSet<>();
        for (int step : new int[] {1, 2, 4, 8, 10, 16, 100, 256}) {
            others.add(value - step & most);
            others.add(value + step & most);
        }
        others.addAll(List.of(0L, 1L, 2L, 3L, value / 2, value * 2 & most, most, most >> 1, most / 2 + 1));
        others.remove(value);
        return others;
    }

    private static long read(byte[] file, int at, int bytes, boolean lowestFirst) {
        return new BigInteger(1, ordered(Arrays.copyOfRange(file, at, at + bytes), lowestFirst)).longValueExact();
    }

    private static void write(byte[] file, int at, int bytes, boolean lowestFirst, long value) {
        byte[] all = ByteBuffer.allocate(Long.BYTES).putLong(value).array();
        byte[] field = Arrays.copyOfRange(all, Long.BYTES - bytes, Long.BYTES);
        System.arraycopy(ordered(field, lowestFirst), 0, file, at, bytes);
    }

    private static byte[] ordered(byte[] bytes, boolean lowestFirst) {
        byte[] ordered = bytes.clone();
        for (int i = 0; lowestFirst && i < bytes.length; i++) {
            ordered[i] = bytes[bytes.length - 1 - i];
        }
        return ordered;
    }

    /** The image; null when no decoder takes the file for its own. */
    private static @Nullable Pixels decode(byte[] file) throws ServeException {
        ByteBuffer head = ByteBuffer.wrap(file, 0, Math.min(64, file.length)).slice();
        for (Decoder decoder : ShippedCodecs.decoders()) {
            if (decoder.recognizes(head)) {
                return decoder.decode(new BytesSource(file), DecodeRequest.WHOLE)
                        .pixels();
            }
        }
        return null;
    }

    private static void assertSame(Pixels right, Pixels pixels, String message) {
        assertEquals(right.samples(), pixels.samples(), message);
        List<Plane> expected = planes(right);
        List<Plane> actual = planes(pixels);
        assertEquals(expected.size(), actual.size(), message);
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i).width(), actual.get(i).width(), message);
            assertTrue(Arrays.equals(expected.get(i).samples(), actual.get(i).samples()), message);
        }
    }

    private static List<Plane> planes(Pixels pixels) {
        List<Plane> planes = new ArrayList<>(pixels.planes());
        if (pixels.alpha() != null) {
            planes.add(pixels.alpha());
        }
        return planes;
    }
}

package dev.understudy.testkit.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.Decoder;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Region;
import dev.understudy.image.Tolerance;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.Arguments;

/** A file of any bytes: a decoder makes a whole image of it or fails as decoders may, before long. */
public final class FuzzedFile {

    private static final Set<FailureKind> ANSWERS = Set.of(
            FailureKind.SOURCE_CORRUPT,
            FailureKind.SOURCE_UNSUPPORTED,
            FailureKind.SVG_UNSUPPORTED,
            FailureKind.SIZE_LIMIT);
    /** More would only take longer. */
    private static final long MOST_PIXELS = 1 << 20;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    /** Of the processor: other load does not count. */
    private static final long MOST_NANOS = 10_000_000_000L;

    private final Decoder decoder;
    private final byte[] file;

    private FuzzedFile(Decoder decoder, byte[] file) {
        this.decoder = decoder;
        this.file = file;
    }

    /** Files to begin with. */
    public static Stream<Arguments> seeds(String... images) {
        return Stream.of(images).map(TestImage::file).map(Arguments::of);
    }

    /** Decodes the file in all ways there are. */
    public static void check(Decoder decoder, byte[] file) {
        if (!decoder.recognizes(ByteBuffer.wrap(file, 0, Math.min(64, file.length)))) {
            return;
        }
        long start = THREADS.getCurrentThreadCpuTime();
        for (Tolerance tolerance : Tolerance.values()) {
            new FuzzedFile(decoder, file).check(tolerance);
        }
        long nanos = THREADS.getCurrentThreadCpuTime() - start;
        assertTrue(nanos < MOST_NANOS, () -> "it took " + nanos / 1_000_000 + " ms");
    }

    private void check(Tolerance tolerance) {
        Optional<ImageInfo> info = answer(source -> decoder.inspect(source, tolerance));
        if (info.isEmpty() || info.get().area() > MOST_PIXELS) {
            return;
        }
        Optional<Decoded> whole = decode(null, tolerance);
        if (whole.isPresent()) {
            assertEquals(info.get(), whole.get().info());
            assertWhole(info.get(), whole.get(), tolerance);
            Region part = new Region(info.get().width() / 3, info.get().height() / 3, 17, 9);
            Decoded decoded = decode(part, tolerance).orElseThrow(() -> new AssertionError("whole, but not in part"));
            if (whole.get().damage() == null) {
                FileParts.assertContains(whole.get().pixels(), decoded, part);
            }
        }
    }

    private static void assertWhole(ImageInfo info, Decoded decoded, Tolerance tolerance) {
        assertEquals(info.width(), decoded.pixels().width());
        assertEquals(info.height(), decoded.pixels().height());
        assertEquals(info.samples(), decoded.pixels().samples());
        assertEquals(info.alpha(), decoded.pixels().alpha() != null);
        if (tolerance == Tolerance.STRICT) {
            assertNull(decoded.damage());
        }
    }

    private Optional<Decoded> decode(@Nullable Region region, Tolerance tolerance) {
        return answer(source -> decoder.decode(source, new DecodeRequest(region, 1, tolerance)));
    }

    private <T> Optional<T> answer(Work<T> work) {
        try (BytesSource source = new BytesSource(file)) {
            return Optional.of(work.on(source));
        } catch (ServeException e) {
            if (!ANSWERS.contains(e.failure().kind())) {
                throw new AssertionError(e);
            }
            return Optional.empty();
        }
    }

    private interface Work<T> {
        T on(BytesSource source) throws ServeException;
    }
}

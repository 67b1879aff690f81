package dev.understudy.codec.jpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Region;
import dev.understudy.image.Tolerance;
import dev.understudy.testkit.codec.BytesSource;
import dev.understudy.testkit.codec.SampleImages;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What decoding takes, against what is said of it beforehand. */
class JpegMemoryTest {

    /** Buffers of the file, tables of codes and blocks that are transformed together, whatever the size of the image. */
    private static final int ALWAYS = 1 << 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final JpegDecoder decoder = new JpegDecoder();

    @Test
    void sequential() throws Exception {
        check(SampleImages.read("shop/brushes.jpg"), false);
        check(SampleImages.read("gallery/hills-cmyk.jpg"), false);
    }

    @Test
    void progressive() throws Exception {
        try (BytesSource source = new BytesSource(SampleImages.read("shop/brushes.jpg"))) {
            Decoded decoded = decoder.decode(source, DecodeRequest.WHOLE);
            EncodeOptions options = EncodeOptions.of(
                    JpegEncoder.PROGRESSIVE,
                    JpegEncoder.PROGRESSIVE.compressions().get(0));
            check(new JpegEncoder().encode(decoded.pixels(), options), true);
        }
    }

    /** The first try, which ends at the damage, has given its memory back when what is left is salvaged. */
    @Test
    void salvagedAsMuchAsDecoded() throws Exception {
        byte[] file = SampleImages.read("shop/brushes.jpg");
        try (BytesSource source = new BytesSource(Arrays.copyOf(file, file.length * 9 / 10))) {
            ImageInfo info = decoder.inspect(source);
            DecodeRequest sound = new DecodeRequest(new Region(50, 60, 200, 170), 1);
            DecodeRequest lenient = sound.with(Tolerance.LENIENT);
            long announced = decoder.memory(info, lenient);
            assertEquals(decoder.memory(info, sound), announced);
            decoder.decode(source, lenient);
            long id = Thread.currentThread().getId();
            long before = THREADS.getThreadAllocatedBytes(id);
            decoder.decode(source, lenient);
            long allocated = THREADS.getThreadAllocatedBytes(id) - before;
            assertTrue(allocated <= 2 * (announced + ALWAYS), () -> allocated + " bytes instead of " + announced);
        }
    }

    private void check(byte[] file, boolean progressive) throws Exception {
        try (BytesSource source = new BytesSource(file)) {
            ImageInfo info = decoder.inspect(source);
            assertEquals(progressive, info.progressive());
            Region part = new Region(info.width() / 3, info.height() / 3, 100, 70);
            for (DecodeRequest request : List.of(
                    DecodeRequest.WHOLE,
                    new DecodeRequest(null, 2),
                    new DecodeRequest(null, 4),
                    new DecodeRequest(null, 8),
                    new DecodeRequest(part, 1))) {
                decoder.decode(source, request);
                long before =
                        THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
                decoder.decode(source, request);
                long allocated =
                        THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
                long announced = decoder.memory(info, request);
                assertTrue(
                        allocated <= announced + ALWAYS,
                        () -> request + " takes " + allocated + " bytes instead of " + announced);
            }
        }
    }
}

package dev.understudy.codec.jpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Region;
import dev.understudy.testkit.codec.BytesSource;
import dev.understudy.testkit.codec.SampleImages;
import java.lang.management.ManagementFactory;
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

package dev.understudy.codec.tiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import dev.understudy.testkit.codec.BytesSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TIFF with several samples of 2 or 4 bits a pixel, in strips of 5 rows or tiles of 16 x 16 pixels. */
class PackedSamplesTest {

    private static final int WIDTH = 37;
    private static final int HEIGHT = 23;

    private final TiffDecoder decoder = new TiffDecoder();

    private static int sample(int x, int y, int index, int bits) {
        return (3 * x + 5 * y + 7 * index + x * y / 4) % (1 << bits);
    }

    /**
     * What a file is like.
     *
     * @param bits of a sample
     * @param samples of a pixel
     */
    private record Shape(int bits, int samples, boolean planar, boolean tiled, boolean deflated, ByteOrder order) {

        byte[] file(int predictor) throws IOException {
            List<byte[]> chunks = new ArrayList<>();
            for (int plane = 0; plane < (planar ? samples : 1); plane++) {
                for (int y = 0; y < HEIGHT; y += chunkHeight()) {
                    for (int x = 0; x < WIDTH; x += chunkWidth()) {
                        chunks.add(chunk(plane, x, y));
                    }
                }
            }
            long[] offsets = new long[chunks.size()];
            long[] counts = new long[chunks.size()];
            int end = 8 + directory(offsets, counts, predictor).length();
            for (int i = 0; i < offsets.length; i++) {
                offsets[i] = end;
                counts[i] = chunks.get(i).length;
                end += chunks.get(i).length;
            }
            ByteBuffer file = ByteBuffer.allocate(end).order(order);
            file.putShort((short) (order == ByteOrder.LITTLE_ENDIAN ? 0x4949 : 0x4d4d));
            file.putShort((short) 42).putInt(8);
            directory(offsets, counts, predictor).writeTo(file);
            for (int i = 0; i < offsets.length; i++) {
                file.put((int) offsets[i], chunks.get(i));
            }
            return file.array();
        }

        private int chunkWidth() {
            return tiled ? 16 : WIDTH;
        }

        private int chunkHeight() {
            return tiled ? 16 : 5;
        }

        private byte[] chunk(int plane, int left, int top) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            int bottom = tiled ? top + 16 : Math.min(HEIGHT, top + 5);
            for (int y = top; y < bottom; y++) {
                int packed = 1;
                for (int x = left; x < left + chunkWidth(); x++) {
                    for (int i = planar ? plane : 0; i < (planar ? plane + 1 : samples); i++) {
                        packed = packed << bits | sample(x, y, i, bits);
                        if (packed > 0xff) {
                            bytes.write(packed);
                            packed = 1;
                        }
                    }
                }
                while (packed > 1 && packed <= 0xff) {
                    packed <<= bits;
                }
                if (packed > 1) {
                    bytes.write(packed);
                }
            }
            if (!deflated) {
                return bytes.toByteArray();
            }
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
                bytes.writeTo(out);
            }
            return packed.toByteArray();
        }

        private DirectoryWriter directory(long[] offsets, long[] counts, int predictor) {
            boolean gray = samples < 3;
            DirectoryWriter directory = new DirectoryWriter(order);
            directory.whole(TiffTags.WIDTH, WIDTH);
            directory.whole(TiffTags.HEIGHT, HEIGHT);
            directory.shorts(TiffTags.BITS_PER_SAMPLE, bits, samples);
            directory.shorts(TiffTags.COMPRESSION, deflated ? 8 : 1, 1);
            directory.shorts(TiffTags.PHOTOMETRIC, gray ? 1 : 2, 1);
            if (!tiled) {
                directory.longs(TiffTags.STRIP_OFFSETS, offsets);
            }
            directory.shorts(TiffTags.SAMPLES_PER_PIXEL, samples, 1);
            if (!tiled) {
                directory.whole(TiffTags.ROWS_PER_STRIP, 5);
                directory.longs(TiffTags.STRIP_BYTE_COUNTS, counts);
            }
            directory.shorts(TiffTags.PLANAR_CONFIGURATION, planar ? 2 : 1, 1);
            if (predictor != 1) {
                directory.shorts(TiffTags.PREDICTOR, predictor, 1);
            }
            if (tiled) {
                directory.whole(TiffTags.TILE_WIDTH, 16);
                directory.whole(TiffTags.TILE_HEIGHT, 16);
                directory.longs(TiffTags.TILE_OFFSETS, offsets);
                directory.longs(TiffTags.TILE_BYTE_COUNTS, counts);
            }
            if (samples % 2 == 0) {
                directory.shorts(TiffTags.EXTRA_SAMPLES, 2, 1);
            }
            directory.shorts(TiffTags.SAMPLE_FORMAT, 1, samples);
            return directory;
        }
    }

    private static Shape shape(int bits, int samples, String kinds) {
        return new Shape(
                bits,
                samples,
                kinds.contains("planar"),
                kinds.contains("tiled"),
                kinds.contains("deflated"),
                kinds.contains("little") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    }

    @ParameterizedTest
    @CsvSource({
        "4, 3, little",
        "4, 3, big",
        "2, 3, little planar",
        "2, 3, big tiled",
        "4, 4, little deflated",
        "2, 4, big planar tiled deflated",
        "4, 2, little tiled",
        "2, 2, big planar",
        "4, 3, big planar tiled",
    })
    void samplesAreThoseOfTheFile(int bits, int samples, String kinds) throws Exception {
        Shape shape = shape(bits, samples, kinds);
        assertSamples(shape, decode(shape, DecodeRequest.WHOLE));
        Decoded part = decode(shape, new DecodeRequest(new Region(11, 7, 13, 9), 1));
        assertEquals(new Region(11, 7, 13, 9), part.region().intersect(new Region(11, 7, 13, 9)));
        assertSamples(shape, part);
    }

    private Decoded decode(Shape shape, DecodeRequest request) throws IOException, ServeException {
        try (BytesSource source = new BytesSource(shape.file(1))) {
            return decoder.decode(source, request);
        }
    }

    private static void assertSamples(Shape shape, Decoded decoded) {
        Pixels pixels = decoded.pixels();
        List<Plane> planes = new ArrayList<>(pixels.planes());
        if (shape.samples() % 2 == 0) {
            planes.add(pixels.alpha());
        } else {
            assertNull(pixels.alpha());
        }
        assertEquals(shape.samples(), planes.size());
        Region region = decoded.region();
        for (int i = 0; i < planes.size(); i++) {
            for (int y = 0; y < region.height(); y++) {
                for (int x = 0; x < region.width(); x++) {
                    int stored = sample(x + region.x(), y + region.y(), i, shape.bits());
                    assertEquals(
                            stored * 255 / ((1 << shape.bits()) - 1),
                            planes.get(i).at(x, y));
                }
            }
        }
    }

    @Test
    void differencesOfSuchSamplesAreRefusedByName() throws Exception {
        Failure failure = failure(shape(4, 3, "big deflated").file(2));
        assertEquals(FailureKind.SOURCE_UNSUPPORTED, failure.kind());
        assertTrue(failure.message().contains("3 samples of 4 bits, stored as differences"), failure.message());
    }

    @Test
    void samplesThatAreNotThereAreDamage() throws Exception {
        byte[] file = shape(4, 3, "little").file(1);
        Failure failure = failure(Arrays.copyOf(file, file.length - 1));
        assertEquals(FailureKind.SOURCE_CORRUPT, failure.kind());
    }

    private Failure failure(byte[] file) {
        return assertThrows(ServeException.class, () -> {
                    try (BytesSource source = new BytesSource(file)) {
                        decoder.decode(source, DecodeRequest.WHOLE);
                    }
                })
                .failure();
    }
}

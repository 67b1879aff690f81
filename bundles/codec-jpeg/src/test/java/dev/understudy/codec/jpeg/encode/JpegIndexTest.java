package dev.understudy.codec.jpeg.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.understudy.codec.jpeg.JpegDecoder;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Compression;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.IdleProcessors;
import dev.understudy.image.OutputFormat;
import dev.understudy.image.Pixels;
import dev.understudy.image.Region;
import dev.understudy.image.Samples;
import dev.understudy.testkit.codec.BytesSource;
import dev.understudy.testkit.codec.ExternalProgram;
import dev.understudy.testkit.codec.SampleImages;
import dev.understudy.testkit.codec.TestImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A part that is found by an index is what is decoded without, to the last sample; what is not the file of the index is left alone. */
class JpegIndexTest {

    private static final int IMAGES = 60;
    private static final int REGIONS = 12;
    private static final OutputFormat JPEG = OutputFormat.of("jpeg", "image/jpeg");

    private final JpegDecoder decoder = new JpegDecoder();

    @TempDir
    private Path folder;

    private static byte[] file(RandomImage random, Samples samples, int size, boolean progressive) throws Exception {
        Pixels pixels = random.of(
                samples, 1 + random.next(size), 1 + random.next(size), 1 << random.next(3), 1 << random.next(3));
        EncodeOptions options = EncodeOptions.of(JPEG, Compression.NONE).withQuality(20 + random.next(80));
        return new JpegWriter(InkStorage.ADOBE).write(pixels, options, progressive, new byte[0]);
    }

    private byte[] index(byte[] file) throws ServeException {
        try (BytesSource source = new BytesSource(file)) {
            return decoder.index(source);
        }
    }

    private @Nullable Decoded find(byte[] file, DecodeRequest request, byte[] index) throws ServeException {
        try (BytesSource source = new BytesSource(file)) {
            return decoder.decodeIndexed(source, request, index, IdleProcessors.NONE);
        }
    }

    private void assertPartsAreFound(byte[] file, RandomImage random) throws Exception {
        byte[] index = index(file);
        assertTrue(index.length > 0, "there is no index");
        try (BytesSource source = new BytesSource(file)) {
            for (int j = 0; j < REGIONS; j++) {
                DecodeRequest request = request(
                        random,
                        decoder.inspect(source).width(),
                        decoder.inspect(source).height());
                assertSame(decoder.decode(source, request), find(file, request, index));
            }
            assertSame(decoder.decode(source, DecodeRequest.WHOLE), find(file, DecodeRequest.WHOLE, index));
        }
    }

    private static DecodeRequest request(RandomImage random, int width, int height) {
        int x = random.next(width);
        int y = random.next(height);
        Region region = new Region(x, y, 1 + random.next(width - x), 1 + random.next(height - y));
        DecodeRequest request = new DecodeRequest(region, 1 << random.next(4));
        return random.next(2) == 0 ? request : request.withChroma(2 * request.maxReduction());
    }

    private static void assertSame(Decoded expected, @Nullable Decoded actual) {
        assertNotNull(actual);
        assertEquals(expected.info(), actual.info());
        assertEquals(expected.region(), actual.region());
        assertEquals(expected.reduction(), actual.reduction());
        assertEquals(expected.pixels().samples(), actual.pixels().samples());
        assertEquals(expected.pixels().profile(), actual.pixels().profile());
        for (int i = 0; i < expected.pixels().planes().size(); i++) {
            assertEquals(
                    expected.pixels().plane(i).width(), actual.pixels().plane(i).width());
            assertArrayEquals(
                    expected.pixels().plane(i).samples(),
                    actual.pixels().plane(i).samples(),
                    "plane " + i);
        }
    }

    @Test
    void partsAreThoseOfTheFile() throws Exception {
        for (int i = 0; i < IMAGES; i++) {
            Samples samples = new Samples[] {Samples.GRAY, Samples.YCC, Samples.YCC, Samples.CMYK}[i % 4];
            RandomImage random = new RandomImage(i);
            assertPartsAreFound(file(random, samples, i % 5 == 0 ? 900 : 300, false), random);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "420.jpg",
                "422.jpg",
                "444.jpg",
                "gray.jpg",
                "cmyk.jpg",
                "restart.jpg",
                "exif.jpg",
                "rgb-named.jpg"
            })
    void partsOfKnownFilesAreFound(String name) throws Exception {
        assertPartsAreFound(TestImage.file(name), new RandomImage(7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-sample 2x2 -restart 1",
                "-sample 2x2 -restart 7B",
                "-sample 1x1 -restart 100B",
                "-sample 1x1 -restart 1B",
                "-sample 1x3,1x1,1x1",
                "-sample 2x2,2x1,1x2",
                "-sample 1x1,2x2,2x2",
                "-sample 4x1",
                "-rgb",
                "-grayscale -sample 2x2 -restart 16B",
                "-quality 100",
                "-sample 2x1 -restart 3"
            })
    void partsOfFilesOfLibjpegAreFound(String options) throws Exception {
        assumeTrue(new File("/usr/bin/cjpeg").canExecute(), "libjpeg-turbo-progs are not installed");
        Path original = folder.resolve("original.ppm");
        Path source = Files.write(folder.resolve("source.jpg"), SampleImages.read("gallery/birds/nuthatch.jpg"));
        ExternalProgram.run("djpeg", "-scale", "3/8", "-outfile", original.toString(), source.toString());
        Path file = folder.resolve("file.jpg");
        String[] arguments = (options + " -outfile " + file + " " + original).split(" ");
        ExternalProgram.run("cjpeg", arguments);
        assertPartsAreFound(Files.readAllBytes(file), new RandomImage(9));
    }

    @Test
    void progressiveFilesHaveNoIndex() throws Exception {
        RandomImage random = new RandomImage(3);
        byte[] file = file(random, Samples.YCC, 300, true);
        assertEquals(0, index(file).length);
        assertNull(find(file, DecodeRequest.WHOLE, new byte[0]));
    }

    @Test
    void littleIsReadOfTheFile() throws Exception {
        Pixels pixels = new RandomImage(5).of(Samples.YCC, 2000, 2000, 2, 2);
        EncodeOptions options = EncodeOptions.of(JPEG, Compression.NONE).withQuality(95);
        byte[] file = new JpegWriter(InkStorage.ADOBE).write(pixels, options, false, new byte[0]);
        byte[] index = index(file);
        assertTrue(index.length <= 1 << 17, index.length + " bytes");
        DecodeRequest request = new DecodeRequest(new Region(700, 1200, 160, 160), 1);
        try (BytesSource whole = new BytesSource(file);
                BytesSource part = new BytesSource(file)) {
            assertSame(
                    decoder.decode(whole, request), decoder.decodeIndexed(part, request, index, IdleProcessors.NONE));
            assertTrue(part.bytesRead() * 4 < whole.bytesRead(), part.bytesRead() + " of " + whole.bytesRead());
            // the head by itself and for its sum, and rows by buffers
            long rows = file.length * 208L / 2000;
            assertTrue(part.bytesRead() < rows + 4 * (1 << 16), part.bytesRead() + " for " + rows);
        }
    }

    /** A damaged file has no index, as it has no image. */
    @Test
    void damagedFilesHaveNoIndex() throws Exception {
        RandomImage random = new RandomImage(11);
        for (int i = 0; i < 200; i++) {
            byte[] damaged = file(random, Samples.YCC, 300, false);
            if (i % 2 == 0) {
                damaged[damaged.length / 3 + random.next(damaged.length / 2)] ^= (byte) (1 << random.next(8));
            } else {
                damaged = Arrays.copyOf(damaged, damaged.length / 2 + random.next(damaged.length / 2) - 1);
            }
            byte[] file = damaged;
            try (BytesSource source = new BytesSource(file)) {
                decoder.decode(source, DecodeRequest.WHOLE);
                assertTrue(index(file).length > 0);
            } catch (ServeException e) {
                ServeException refused = assertThrows(ServeException.class, () -> index(file));
                assertEquals(e.failure().message(), refused.failure().message());
            }
        }
    }

    /** Whatever has changed in the file: the part is refused, or it is what the file has. */
    @Test
    void changedFilesAreNotDecodedByTheIndex() throws Exception {
        RandomImage random = new RandomImage(13);
        int refused = 0;
        for (int i = 0; i < 400; i++) {
            byte[] file = file(random, i % 2 == 0 ? Samples.YCC : Samples.GRAY, 400, false);
            byte[] index = index(file);
            byte[] changed = i % 4 == 3 ? Arrays.copyOf(file, file.length - random.next(200)) : file.clone();
            if (i % 4 != 3) {
                changed[random.next(file.length)] ^= (byte) (1 << random.next(8));
            }
            try (BytesSource source = new BytesSource(file)) {
                DecodeRequest request = request(
                        random,
                        decoder.inspect(source).width(),
                        decoder.inspect(source).height());
                Decoded found = find(changed, request, index);
                if (found == null) {
                    refused++;
                } else {
                    assertSame(decoder.decode(source, request), found);
                }
            }
        }
        assertTrue(refused > 100, "only " + refused + " changes were noticed");
    }

    @Test
    void damagedIndexesDoNoHarm() throws Exception {
        byte[] file = file(new RandomImage(17), Samples.YCC, 900, false);
        byte[] sound = index(file);
        byte[] other = index(file(new RandomImage(18), Samples.YCC, 900, false));
        DecodeRequest request = new DecodeRequest(new Region(40, 40, 100, 60), 1);
        for (byte[] index : List.of(new byte[0], new byte[44], new byte[sound.length], other)) {
            assertNull(find(file, request, index));
        }
        Random random = new Random(4);
        for (int i = 0; i < 300; i++) {
            byte[] index = i % 3 == 0 ? Arrays.copyOf(sound, random.nextInt(sound.length)) : sound.clone();
            if (i % 3 != 0) {
                index[random.nextInt(i % 3 == 1 ? 60 : sound.length)] ^= (byte) (1 << random.nextInt(8));
            }
            find(file, request, index); // whoever keeps it knows its bytes by a checksum; it must not fail
        }
    }
}

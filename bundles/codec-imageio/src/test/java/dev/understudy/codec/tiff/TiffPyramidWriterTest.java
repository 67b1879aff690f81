package dev.understudy.codec.tiff;

import static dev.understudy.testkit.codec.TestImage.assertSimilar;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.understudy.image.ColorProfile;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.Embedded;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Orientation;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import dev.understudy.image.Samples;
import dev.understudy.source.Source;
import dev.understudy.testkit.codec.BytesSource;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TiffPyramidWriterTest {

    private static final int TILE = 32;
    private static final PixelSize SIZE = new PixelSize(301, 150);

    @TempDir
    private Path folder;

    private final TiffDecoder decoder = new TiffDecoder();

    /** A sample that tells where it is. */
    private static int sample(int level, int band, int x, int y) {
        return 60 * level + 20 * band + x / 4 + y / 8 & 0xff;
    }

    private static Plane plane(int level, int band, int left, int top, int width, int height) {
        byte[] samples = new byte[width * height];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) sample(level, band, left + i % width, top + i / width);
        }
        return new Plane(width, height, samples);
    }

    private static Pixels pixels(PyramidShape shape, int level, Region region) {
        List<Plane> planes = new ArrayList<>();
        for (int band = 0; band < shape.bands(); band++) {
            planes.add(plane(level, band, region.x(), region.y(), region.width(), region.height()));
        }
        int colors = shape.samples().planes();
        return new Pixels(shape.samples(), planes.subList(0, colors), shape.alpha() ? planes.get(colors) : null, null);
    }

    private Source write(PyramidShape shape, EncodeOptions options, long limit) throws IOException {
        Path file = folder.resolve("pyramid.tif");
        Files.deleteIfExists(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            TiffPyramidWriter writer = new TiffPyramidWriter(channel, shape, options, limit);
            // the smallest first: tiles may come in any order
            for (int level = shape.levels().size() - 1; level >= 0; level--) {
                PixelSize size = shape.levels().get(level);
                for (int row = 0; row < shape.tiles(size.height()); row++) {
                    for (int column = 0; column < shape.tiles(size.width()); column++) {
                        writer.write(
                                level,
                                column,
                                row,
                                pixels(shape, level, new Region(column * TILE, row * TILE, TILE, TILE)));
                    }
                }
            }
            writer.finish();
        }
        return new BytesSource(Files.readAllBytes(file));
    }

    private static EncodeOptions options(String compression) {
        return EncodeOptions.of(new TiffEncoder().formats().get(0), TiffPyramidWriter.compression(compression));
    }

    @ParameterizedTest
    @CsvSource({
        "RGB,  false, none, 99, false",
        "RGB,  true,  zip,  99, false",
        "RGB,  true,  lzw,  99, true",
        "GRAY, false, lzw,  99, false",
        "GRAY, true,  zip,  99, true",
        "CMYK, false, zip,  99, false",
        "CMYK, true,  none, 99, true",
        "RGB,  false, jpeg, 35, false",
        "RGB,  false, jpeg, 35, true",
        "GRAY, false, jpeg, 40, false",
        "CMYK, false, jpeg, 40, true",
    })
    void everyImageIsReadAsItWasWritten(Samples samples, boolean alpha, String compression, int quality, boolean big)
            throws Exception {
        PyramidShape shape = new PyramidShape(SIZE, samples, alpha, Orientation.NORMAL, TILE);
        Source file = write(shape, options(compression), big ? 0 : TiffPyramidWriter.BIG);
        ImageInfo info = decoder.inspect(file);
        assertEquals(4, info.smallerInFile());
        assertEquals(alpha, info.alpha());
        for (int level = 0; level < 3; level++) {
            PixelSize size = shape.levels().get(level);
            Decoded whole = decoder.decode(file, new DecodeRequest(null, 1 << level));
            assertEquals(1 << level, whole.reduction());
            assertSimilar(pixels(shape, level, new Region(0, 0, size.width(), size.height())), whole.pixels(), quality);
        }
        Decoded part = decoder.decode(file, new DecodeRequest(new Region(200, 100, 80, 40), 2));
        assertSimilar(pixels(shape, 1, new Region(100, 50, 40, 20)), part.pixels(), quality);
    }

    @Test
    void notesOfTheImageAreKept() throws Exception {
        byte[] profile = new byte[301];
        profile[300] = 1;
        PyramidShape shape = new PyramidShape(SIZE, Samples.RGB, false, Orientation.ROTATED_90, TILE);
        Embedded embedded = Embedded.NOTHING.withResolution(300).withProfile(new ColorProfile(profile));
        Source file = write(shape, options("zip").withEmbedded(embedded), TiffPyramidWriter.BIG);
        ImageInfo info = decoder.inspect(file);
        assertEquals(Orientation.ROTATED_90, info.orientation());
        assertEquals(300, info.resolution());
        ColorProfile read =
                decoder.decode(file, new DecodeRequest(null, 2)).pixels().profile();
        assertNotNull(read);
        assertArrayEquals(profile, read.bytes());
    }

    @Test
    void thereIsASmallerImageOfAllButASinglePixel() {
        assertEquals(1, levels(1, 1));
        assertEquals(2, levels(2, 1));
        assertEquals(2, levels(128, 128));
        assertEquals(2, levels(256, 3));
        assertEquals(3, levels(257, 3));
    }

    private static int levels(int width, int height) {
        return new PyramidShape(new PixelSize(width, height), Samples.GRAY, false, Orientation.NORMAL, TILE)
                .levels()
                .size();
    }

    /** One that is long and narrow has sides of the same few pixels in several images. */
    @Test
    void imagesOfANarrowPyramidAreToldApart() throws Exception {
        PyramidShape shape = new PyramidShape(new PixelSize(5, 1001), Samples.GRAY, false, Orientation.NORMAL, TILE);
        assertEquals(
                8,
                decoder.inspect(write(shape, options("zip"), TiffPyramidWriter.BIG))
                        .smallerInFile());
    }

    /** Rounded up each time, the smallest is more than 1/128. */
    @Test
    void imagesWhoseSidesAreRoundedUpAreTheirPowersOfTwo() throws Exception {
        PyramidShape shape = new PyramidShape(new PixelSize(10035, 3), Samples.GRAY, false, Orientation.NORMAL, TILE);
        assertEquals(
                128,
                decoder.inspect(write(shape, options("zip"), TiffPyramidWriter.BIG))
                        .smallerInFile());
    }

    @Test
    void aFileThatLacksATileIsNotFinished() throws Exception {
        PyramidShape shape = new PyramidShape(SIZE, Samples.GRAY, false, Orientation.NORMAL, TILE);
        try (FileChannel channel = FileChannel.open(
                folder.resolve("lacking.tif"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            TiffPyramidWriter writer = new TiffPyramidWriter(channel, shape, options("zip"), TiffPyramidWriter.BIG);
            writer.write(0, 0, 0, pixels(shape, 0, new Region(0, 0, TILE, TILE)));
            assertThrows(IllegalStateException.class, writer::finish);
        }
    }
}

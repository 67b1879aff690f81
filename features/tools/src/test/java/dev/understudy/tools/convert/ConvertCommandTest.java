package dev.understudy.tools.convert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.codec.jpeg.JpegDecoder;
import dev.understudy.codec.png.PngDecoder;
import dev.understudy.codec.raster.PlaneConversions;
import dev.understudy.codec.tiff.TiffDecoder;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Orientation;
import dev.understudy.image.Pixels;
import dev.understudy.image.Samples;
import dev.understudy.source.Source;
import dev.understudy.tools.UnderstudyTools;
import dev.understudy.tools.setup.FileOnDisk;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ConvertCommandTest {

    private static final Path IMAGES =
            Path.of(System.getProperty("understudy.root", "../..")).resolve("features/samples/images");

    @TempDir
    private Path folder;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    private int run(Object... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        CommandLine line = UnderstudyTools.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        String[] all = Stream.concat(Stream.of("convert"), Stream.of(arguments).map(Object::toString))
                .toArray(String[]::new);
        return line.execute(all);
    }

    private Path converted(String image, String... options) {
        Path target = folder.resolve("converted.tif");
        Object[] all = Stream.concat(
                        Stream.of("-overwrite", "--quiet"),
                        Stream.concat(Stream.of(options), Stream.of(IMAGES.resolve(image), target)))
                .toArray();
        assertEquals(0, run(all), err::toString);
        return target;
    }

    private static ImageInfo info(Path file) throws Exception {
        try (Source source = FileOnDisk.open(file)) {
            return new TiffDecoder().inspect(source);
        }
    }

    private static Pixels pixels(Path file, int reduction) throws Exception {
        try (Source source = FileOnDisk.open(file)) {
            return new TiffDecoder()
                    .decode(source, new DecodeRequest(null, reduction))
                    .pixels();
        }
    }

    private static void assertSame(Pixels expected, Pixels actual) {
        assertEquals(expected.samples(), actual.samples());
        for (int i = 0; i < expected.planes().size(); i++) {
            assertArrayEquals(expected.plane(i).samples(), actual.plane(i).samples(), "plane " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "deflate", "lzw"})
    void noSampleOfTheLargestImageIsChanged(String compression) throws Exception {
        Path target = converted("shop/bowl-cutout.png", "--compression", compression);
        try (Source source = FileOnDisk.open(IMAGES.resolve("shop/bowl-cutout.png"))) {
            Pixels expected =
                    new PngDecoder().decode(source, DecodeRequest.WHOLE).pixels();
            Pixels actual = pixels(target, 1);
            assertSame(expected, actual);
            assertNotNull(expected.alpha());
            assertNotNull(actual.alpha());
            assertArrayEquals(expected.alpha().samples(), actual.alpha().samples());
        }
        assertEquals(8, info(target).smallerInFile());
        assertEquals(160, pixels(target, 4).width());
    }

    @Test
    void samplesThatLoseBitsAreCounted() {
        assertEquals(0, run(IMAGES.resolve("gallery/sunset-16bit.png"), folder.resolve("deep.tif")), err::toString);
        assertTrue(out.toString().contains("1 converted, to 8 bits a sample from more"), out.toString());
        assertEquals(0, run(IMAGES.resolve("shop/lamp.tif"), folder.resolve("plain.tif")), err::toString);
        assertFalse(out.toString().contains("bits"), out.toString());
    }

    /** Made in bands, with little memory, it is the same file. */
    @ParameterizedTest
    @ValueSource(
            strings = {"gallery/bridge.jpg", "gallery/sunset-16bit.png", "shop/lamp.tif", "gallery/hills-cmyk.jpg"})
    void bandsMakeNoDifference(String image) throws IOException {
        byte[] whole = Files.readAllBytes(converted(image));
        byte[] inBands = Files.readAllBytes(converted(image, "--memory", "9"));
        assertArrayEquals(whole, inBands);
    }

    /** The codes of a JPEG are handed on: of its largest image, which is no larger than the file then, luma is that of the file. */
    @ParameterizedTest
    @ValueSource(strings = {"gallery/bridge.jpg", "gallery/mountains.jpg"})
    void theCodesOfAJpegAreHandedOn(String image) throws Exception {
        Path source = IMAGES.resolve(image);
        Path handedOn = converted(image, "--compression", "lzw");
        Pixels expected;
        try (Source file = FileOnDisk.open(source)) {
            expected = PlaneConversions.toRgb(
                    new JpegDecoder().decode(file, DecodeRequest.WHOLE).pixels());
        }
        Pixels actual = pixels(handedOn, 1);
        assertEquals(expected.width(), actual.width());
        assertTrue(meanSquare(expected, actual) < 0.5, "mean square " + meanSquare(expected, actual));
        long size = Files.size(handedOn);
        Pixels half = pixels(handedOn, 2);
        Path anew = converted(image, "--compression", "lzw", "-forceJPEGDecompress");
        assertTrue(size < Files.size(anew) / 2, size + " of " + Files.size(anew));
        assertSame(half, pixels(anew, 2));
    }

    private static double meanSquare(Pixels one, Pixels other) {
        double squares = 0;
        for (int i = 0; i < one.plane(1).samples().length; i++) {
            int difference =
                    (one.plane(1).samples()[i] & 0xff) - (other.plane(1).samples()[i] & 0xff);
            squares += difference * difference;
        }
        return squares / one.plane(1).samples().length;
    }

    @Test
    void jpegIsNotFarFromTheImage() throws Exception {
        Pixels exact = pixels(converted("gallery/bridge.jpg"), 2);
        Pixels jpeg = pixels(converted("gallery/bridge.jpg", "--compression", "jpeg", "--decode-jpeg"), 2);
        assertEquals(Samples.RGB, jpeg.samples());
        assertTrue(meanSquare(exact, jpeg) < 4, "mean square " + meanSquare(exact, jpeg));
    }

    @Test
    void transparencyIsDeflatedAndDoesNotMixIn() throws Exception {
        Path target = converted("shop/doll/hat.png", "-jpegcompress");
        Pixels small = pixels(target, 2);
        assertNotNull(small.alpha());
        assertTrue(info(target).alpha());
    }

    @Test
    void profileOrientationResolutionAndXmpAreKept() throws Exception {
        Path kept = converted("gallery/hills-cmyk.jpg");
        assertTrue(info(kept).profile());
        assertEquals(Samples.CMYK, info(kept).samples());
        assertEquals(300, info(converted("gallery/bridge.jpg", "-dpi", "300")).resolution());
        assertFalse(info(converted("gallery/hills-cmyk.jpg", "--no-profile")).profile());
        assertEquals(Orientation.NORMAL, info(kept).orientation());
    }

    @Test
    void aFileOfManyBytesIsBigTiff() throws Exception {
        Path big = converted("gallery/bridge.jpg", "--bigtiff");
        assertEquals(43, Files.readAllBytes(big)[3]);
        Pixels expected = pixels(big, 4);
        assertSame(expected, pixels(converted("gallery/bridge.jpg"), 4));
    }

    @Test
    void aFolderIsConvertedAndTheNextRunGoesOn() throws Exception {
        Path source = Files.createDirectories(folder.resolve("in/sub"));
        Path target = folder.resolve("out");
        Files.copy(IMAGES.resolve("gallery/bridge.jpg"), source.resolve("bridge.jpg"));
        Files.copy(IMAGES.resolve("shop/clock.gif"), source.resolveSibling("clock.gif"));
        Files.writeString(source.resolve("Thumbs.db"), "no image");
        assertEquals(0, run(source.getParent(), target), err::toString);
        assertEquals("2 converted; 1 no images", out.toString().strip());
        Path made = target.resolve("sub/bridge.tif");
        byte[] before = Files.readAllBytes(made);
        FileTime time = Files.getLastModifiedTime(made);
        Files.delete(target.resolve("clock.tif"));
        Files.writeString(target.resolve(".clock.tif.123.part"), "of a run that was killed");
        assertEquals(0, run(source.getParent(), target), err::toString);
        assertEquals("1 converted; 1 there already; 1 no images", out.toString().strip());
        assertEquals(time, Files.getLastModifiedTime(made));
        assertArrayEquals(before, Files.readAllBytes(made));
        assertEquals(List.of("clock.tif", "sub"), names(target));
        Files.setLastModifiedTime(made, FileTime.fromMillis(1000));
        assertEquals(0, run(source.getParent(), target), err::toString);
        assertTrue(out.toString().contains("1 there already, but older"), out.toString());
        assertEquals(0, run("--existing", "older", source.getParent(), target), err::toString);
        assertArrayEquals(before, Files.readAllBytes(made));
    }

    /** What lies beside an image under its name takes its pyramid from it neither before nor after it in order. */
    @Test
    void onlyImagesTakeTheNamesOfPyramids() throws Exception {
        Path source = Files.createDirectories(folder.resolve("in"));
        Files.copy(IMAGES.resolve("shop/clock.gif"), source.resolve("clock.gif"));
        for (String beside : List.of("clock.aae", "clock.xmp", "clock")) {
            Files.writeString(source.resolve(beside), "no image");
        }
        assertEquals(0, run(source, folder.resolve("out")), err::toString);
        assertEquals("1 converted; 3 no images", out.toString().strip());
        assertEquals(List.of("clock.tif"), names(folder.resolve("out")));
        assertEquals(0, run(source, folder.resolve("out")), err::toString);
        assertEquals("1 there already; 3 no images", out.toString().strip());
        Files.writeString(source.resolve("clock.bmp"), "damaged");
        assertEquals(1, run(source, folder.resolve("out")));
        assertTrue(err.toString().contains("clock.bmp': of no known image format"), err.toString());
    }

    @Test
    void linksThatAreNotFollowedAreTold() throws Exception {
        Path source = Files.createDirectories(folder.resolve("in"));
        Files.copy(IMAGES.resolve("shop/clock.gif"), folder.resolve("clock.gif"));
        Files.createSymbolicLink(source.resolve("clock.gif"), folder.resolve("clock.gif"));
        Files.createSymbolicLink(source.resolve("more"), folder);
        Files.createSymbolicLink(source.resolve("gone.jpg"), folder.resolve("gone.jpg"));
        assertEquals(1, run(source, folder.resolve("out")));
        assertEquals("1 converted; 2 failed", out.toString().strip());
        assertTrue(err.toString().contains("more: it is a link to a folder"), err.toString());
        assertEquals(List.of("clock.tif"), names(folder.resolve("out")));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void damageIsToldAndLeavesNothing() throws Exception {
        Path source = Files.createDirectories(folder.resolve("in"));
        Files.copy(IMAGES.resolve("gallery/broken.jpg"), source.resolve("broken.jpg"));
        Files.copy(IMAGES.resolve("gallery/empty.jpg"), source.resolve("empty.jpg"));
        Files.copy(IMAGES.resolve("gallery/bridge.jpg"), source.resolve("same.jpg"));
        Files.copy(IMAGES.resolve("gallery/bridge.jpg"), source.resolve("same.jpeg"));
        assertEquals(1, run("--parallel", 1, source, folder.resolve("out")));
        assertEquals("1 converted; 3 failed", out.toString().strip());
        assertEquals(List.of("same.tif"), names(folder.resolve("out")));
        assertTrue(err.toString().contains("broken.jpg"), err.toString());
        assertTrue(err.toString().contains("same.jpg: '"), err.toString());
        assertEquals(1, run("--parallel", 1, "--stop-on-error", source, folder.resolve("out2")));
        assertEquals("1 failed; 3 not begun", out.toString().strip());
        assertEquals(1, run(IMAGES.resolve("gallery/broken.jpg"), folder.resolve("broken.tif")));
        assertFalse(Files.exists(folder.resolve("broken.tif")));
    }

    @Test
    void aFileInPlaceOfAFolderIsTold() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        assertEquals(1, run(IMAGES.resolve("shop/clock.gif"), file.resolve("clock.tif")));
        assertTrue(err.toString().contains("'" + file + "' is a file, and would have to be a folder"), err.toString());
    }

    @Test
    void whatTakesTooMuchMemoryIsRefusedWithTheLimit() {
        assertEquals(1, run("--memory", 1, IMAGES.resolve("gallery/bridge.jpg"), folder.resolve("bridge.tif")));
        assertTrue(err.toString().contains("MiB") && err.toString().contains("--memory"), err.toString());
    }

    @Test
    void argumentsThatMakeNoSenseAreRefused() {
        Path image = IMAGES.resolve("gallery/bridge.jpg");
        Path target = folder.resolve("bridge.tif");
        assertEquals(2, run("-lzwcompress", "--compression", "lzw", image, target));
        assertEquals(2, run("--tile", "100", image, target));
        assertEquals(2, run("--quality", "101", image, target));
        assertEquals(2, run("--memory", "17592186044416", image, target));
        assertEquals(2, run("--dpi", "1e30", image, target));
        assertTrue(err.toString().contains("more than 0, up to 100000"), err.toString());
        assertEquals(2, run("-autocrop", "ul", "0", "0.1", "info.xml", image, target));
        assertTrue(err.toString().contains("-autocrop of ic is not offered"), err.toString());
        assertEquals(2, run("-intentPerceptual", image, target));
        assertEquals(2, run(folder.resolve("none"), target));
        assertEquals(2, run(folder, folder.resolve("below")));
        assertEquals(2, run(image, image));
        assertEquals(2, run(image));
    }

    /** The reference's own examples. */
    @Test
    void optionsOfIcAreTaken() throws Exception {
        Path source = Files.createDirectories(folder.resolve("in"));
        Files.copy(IMAGES.resolve("shop/clock.gif"), source.resolve("clock.gif"));
        assertEquals(0, run("-convert", source.resolve("clock.gif"), source.resolve("clock.tif")), err::toString);
        Files.delete(source.resolve("clock.tif"));
        Path target = folder.resolve("out");
        assertEquals(
                0,
                run("-convert -jpegcompress -jpegquality 90 -overwrite -continueOnError".split(" "), source, target),
                err::toString);
        assertEquals(
                0,
                run(
                        ("-convert -lzwcompress -embedXmpData -embedColorProfile -maintainpixeltype -overwrite"
                                        + " -continueOnError -skiphidden -maxmem 100000000")
                                .split(" "),
                        source,
                        target),
                err::toString);
        assertEquals("tiff", info(target.resolve("clock.tif")).format());
    }

    private int run(String[] options, Path source, Path target) {
        return run(Stream.concat(Stream.of(options), Stream.of(source, target)).toArray());
    }
}

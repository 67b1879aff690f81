package dev.understudy.codec.eps;

import static dev.understudy.testkit.codec.TestImage.assertSimilar;
import static dev.understudy.testkit.codec.TestImage.plane;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.understudy.codec.meta.PathReader;
import dev.understudy.codec.meta.PhotoshopResources;
import dev.understudy.codec.tiff.TiffDecoder;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.EmbeddedPath;
import dev.understudy.image.EmbeddedPath.Knot;
import dev.understudy.image.EmbeddedPath.Subpath;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import dev.understudy.testkit.codec.BytesSource;
import dev.understudy.testkit.codec.EncoderContract;
import dev.understudy.testkit.codec.ExternalProgram;
import dev.understudy.testkit.codec.TestImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpsEncoderTest extends EncoderContract {

    @TempDir
    Path temp;

    EpsEncoderTest() {
        super(new EpsEncoder(), new EpsReader(), new Abilities(Integer.MAX_VALUE, 99, false, true, true));
    }

    @Test
    void thePagePrintsThePixels() throws Exception {
        check(TestImage.rgb(), "tiff24nc");
        check(TestImage.gray(), "tiffgray");
        Plane ink = plane((x, y) -> x * 4);
        check(
                new Pixels(Samples.CMYK, List.of(ink, plane((x, y) -> y * 5), ink, plane((x, y) -> 9)), null, null),
                "tiff32nc");
    }

    private void check(Pixels pixels, String device) throws Exception {
        check(pixels, device, options.noted(150, null));
    }

    private void check(Pixels pixels, String device, EncodeOptions written) throws Exception {
        Path page = temp.resolve("page.eps");
        Files.write(page, encoder.encode(pixels, written));
        Path printed = temp.resolve("printed.tif");
        ExternalProgram.run(
                "gs",
                "-q",
                "-dNOPAUSE",
                "-dBATCH",
                "-dSAFER",
                "-dEPSCrop",
                "-sDEVICE=" + device,
                "-r" + (int) written.embedded().resolution(),
                "-o",
                printed.toString(),
                page.toString());
        try (BytesSource source = new BytesSource(Files.readAllBytes(printed))) {
            Pixels seen = new TiffDecoder().decode(source, DecodeRequest.WHOLE).pixels();
            for (int i = 0; i < pixels.planes().size(); i++) {
                assertSimilar(pixels.plane(i), seen.plane(i), 99);
            }
        }
    }

    @Test
    void theBoxIsOfWholePointsAndTheFinerOneIsExact() throws Exception {
        EncodeOptions written = options.noted(300, null);
        String file = new String(encoder.encode(TestImage.rgb(), written), StandardCharsets.ISO_8859_1);
        assertTrue(file.contains("%%BoundingBox: 0 0 15 12\n"));
        assertTrue(file.contains("%%HiResBoundingBox: 0 0 14.64 11.28\n"));
    }

    @Test
    void pathsAreWherePhotoshopPutsThem() throws Exception {
        Knot corner = new Knot(0.25, 0.5, 0.25, 0.5, 0.25, 0.5);
        Subpath closed = new Subpath(true, EmbeddedPath.Combination.values()[0], List.of(corner, corner, corner));
        List<EmbeddedPath> paths = List.of(new EmbeddedPath("Left", true, List.of(closed)));
        EncodeOptions written = options.noted(72, null);
        byte[] file = encoder.encode(
                TestImage.rgb(), written.withEmbedded(written.embedded().withPaths(paths)));
        String text = new String(file, StandardCharsets.ISO_8859_1);
        int start = text.indexOf("%BeginPhotoshop: ");
        String block = text.substring(text.indexOf('\n', start) + 1, text.indexOf("%EndPhotoshop\n"));
        byte[] resources = HexFormat.of().parseHex(block.replace("% ", "").replace("\n", ""));
        assertTrue(text.startsWith("%BeginPhotoshop: " + resources.length + "\n", start));
        List<EmbeddedPath> read = PathReader.read(PhotoshopResources.read(resources), fault -> fail(fault));
        assertEquals("Left", read.get(0).name());
        assertTrue(read.get(0).clipping());
        assertEquals(0.25, read.get(0).subpaths().get(0).knots().get(0).x(), 1e-6);
        check(
                TestImage.rgb(),
                "tiff24nc",
                written.withEmbedded(written.embedded().withPaths(paths)));
    }

    /** Samples that look like words of PostScript or ends of lines are samples. */
    @Test
    void anySamplesPassThrough() throws Exception {
        for (int first : new int[] {'\n', '\r', '%', ')', 0x04, 0x1b}) {
            check(new Pixels(Samples.GRAY, List.of(plane((x, y) -> first)), null, null), "tiffgray");
        }
    }
}

package dev.understudy.codec.eps;

import static dev.understudy.testkit.codec.TestImage.assertSimilar;
import static dev.understudy.testkit.codec.TestImage.plane;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.codec.tiff.TiffDecoder;
import dev.understudy.image.DecodeRequest;
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
        Path page = temp.resolve("page.eps");
        Files.write(page, encoder.encode(pixels, options.noted(150, null)));
        Path printed = temp.resolve("printed.tif");
        ExternalProgram.run(
                "gs",
                "-q",
                "-dNOPAUSE",
                "-dBATCH",
                "-dSAFER",
                "-dEPSCrop",
                "-sDEVICE=" + device,
                "-r150",
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

    /** Samples that look like words of PostScript or ends of lines are samples. */
    @Test
    void anySamplesPassThrough() throws Exception {
        for (int first : new int[] {'\n', '\r', '%', ')', 0x04, 0x1b}) {
            check(new Pixels(Samples.GRAY, List.of(plane((x, y) -> first)), null, null), "tiffgray");
        }
    }
}

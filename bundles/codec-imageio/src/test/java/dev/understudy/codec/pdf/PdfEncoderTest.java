package dev.understudy.codec.pdf;

import static dev.understudy.testkit.codec.TestImage.assertSimilar;
import static dev.understudy.testkit.codec.TestImage.plane;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.codec.tiff.TiffDecoder;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import dev.understudy.testkit.codec.BytesSource;
import dev.understudy.testkit.codec.EncoderContract;
import dev.understudy.testkit.codec.ExternalProgram;
import dev.understudy.testkit.codec.TestImage;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfEncoderTest extends EncoderContract {

    private static final ColorProfile SRGB =
            new ColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
    private static final Pixels INKS = new Pixels(
            Samples.CMYK,
            List.of(plane((x, y) -> x * 4), plane((x, y) -> y * 5), plane((x, y) -> 200 - x), plane((x, y) -> x + y)),
            null,
            null);

    @TempDir
    Path temp;

    PdfEncoderTest() {
        super(new PdfEncoder(), new PdfReader(), new Abilities(Integer.MAX_VALUE, 99, false, true, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "zip", "jpeg"})
    void thePageIsSoundAndPrintsThePixels(String compression) throws Exception {
        for (Pixels pixels : List.of(TestImage.rgb(), TestImage.gray(), INKS)) {
            for (ColorProfile profile : pixels.samples() == Samples.RGB ? List.of(SRGB) : List.<ColorProfile>of()) {
                check(
                        pixels,
                        options.compressed(compression)
                                .withEmbedded(options.noted(150, profile).embedded()));
            }
            check(
                    pixels,
                    options.compressed(compression)
                            .withEmbedded(options.noted(150, null).embedded()));
        }
    }

    private void check(Pixels pixels, EncodeOptions options) throws Exception {
        Path page = temp.resolve("page.pdf");
        Files.write(page, encoder.encode(pixels, options));
        String judgment = ExternalProgram.run("qpdf", "--check", page.toString());
        assertTrue(judgment.contains("No syntax or stream encoding errors found"), judgment);
        String device = switch (pixels.samples()) {
            case GRAY -> "tiffgray";
            case CMYK -> "tiff32nc";
            default -> "tiff24nc";
        };
        Path printed = temp.resolve("printed.tif");
        ExternalProgram.run(
                "gs",
                "-q",
                "-dNOPAUSE",
                "-dBATCH",
                "-dSAFER",
                "-sDEVICE=" + device,
                "-r150",
                "-o",
                printed.toString(),
                page.toString());
        Pixels seen = read(printed);
        double decibels =
                options.compression().quality() ? 33 : options.embedded().profile() == null ? 99 : 45;
        for (int i = 0; i < pixels.planes().size(); i++) {
            assertSimilar(pixels.plane(i), seen.plane(i), decibels);
        }
    }

    private static Pixels read(Path tiff) throws Exception {
        try (BytesSource source = new BytesSource(Files.readAllBytes(tiff))) {
            return new TiffDecoder().decode(source, DecodeRequest.WHOLE).pixels();
        }
    }

    @Test
    void aPixelIsAPointUnlessThereIsAResolution() throws Exception {
        assertTrue(text(options.plain()).contains("/MediaBox [0 0 61 47]"));
        assertTrue(text(options.noted(300, null)).contains("/MediaBox [0 0 14.64 11.28]"));
    }

    @Test
    void noPageIsLargerThanReadersShow() throws Exception {
        Pixels wide = new Pixels(Samples.GRAY, List.of(Plane.blank(20_000, 10)), null, null);
        String file = new String(encoder.encode(wide, options.plain()), StandardCharsets.ISO_8859_1);
        assertTrue(file.contains("/MediaBox [0 0 14400 7.2]"));
    }

    @Test
    void theSameImageIsTheSameFileAtAnyTime() throws Exception {
        assertFalse(text(options.plain()).contains("Date"));
        assertFalse(text(options.plain()).contains("/ID"));
    }

    @Test
    void anImageThatJpegCannotHoldIsTooLarge() {
        Pixels wide = new Pixels(Samples.GRAY, List.of(Plane.blank(70_000, 1)), null, null);
        ServeException e = assertThrows(ServeException.class, () -> encoder.encode(wide, options.compressed("jpeg")));
        assertEquals(FailureKind.SIZE_LIMIT, e.failure().kind());
    }

    private String text(EncodeOptions written) throws ServeException {
        return new String(encoder.encode(TestImage.rgb(), written), StandardCharsets.ISO_8859_1);
    }
}

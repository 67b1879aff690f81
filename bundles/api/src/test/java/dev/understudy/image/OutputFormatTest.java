package dev.understudy.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputFormatTest {

    private static final Compression LOSSY = Compression.lossy("lossy");
    private static final OutputFormat AVIF =
            OutputFormat.of("avif", "image/avif").withCompressions(LOSSY, Compression.lossless("lossless"));

    @Test
    void aFormatIsOpaqueAndOfRgbAndGrayUnlessItSaysOtherwise() {
        OutputFormat ppm = OutputFormat.of("ppm", "image/x-portable-pixmap");
        assertFalse(ppm.alpha());
        assertEquals(Set.of(Samples.RGB, Samples.GRAY), ppm.samples());
        assertEquals(List.of(Compression.NONE), ppm.compressions());
        OutputFormat pdf = OutputFormat.of("pdf", "application/pdf")
                .withSamples(Samples.RGB, Samples.GRAY, Samples.CMYK)
                .withAlias("portable");
        assertEquals(Set.of(Samples.RGB, Samples.GRAY, Samples.CMYK), pdf.samples());
        assertEquals(List.of("portable"), pdf.aliases());
    }

    @Test
    void anAlphaFormatHasNoOtherSpellingOfTheOpaqueOne() {
        OutputFormat alpha = AVIF.withAlias("av1f").withAlpha("avif-alpha");
        assertTrue(alpha.alpha());
        assertEquals(List.of(), alpha.aliases());
        assertEquals(AVIF.compressions(), alpha.compressions());
    }

    @Test
    void theFirstCompressionIsTheUsualOne() {
        assertEquals(Optional.of(LOSSY), AVIF.compression(""));
        assertEquals(Optional.of(LOSSY), AVIF.compression("none"));
        assertEquals(Optional.of(AVIF.compressions().get(1)), AVIF.compression("LossLess"));
        assertEquals(Optional.empty(), AVIF.compression("zip"));
        OutputFormat tif =
                OutputFormat.of("tif", "image/tiff").withCompressions(Compression.lossless("zip"), Compression.NONE);
        assertEquals("zip", tif.compression("").orElseThrow().name());
        assertEquals(Compression.NONE, tif.compression("none").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "PNG", "p,ng", "p ng", "-png", "p\nng", "ü", "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddx"})
    void namesCanBeWrittenInAQuery(String name) {
        assertThrows(IllegalArgumentException.class, () -> OutputFormat.of(name, "image/png"));
        assertThrows(IllegalArgumentException.class, () -> AVIF.withAlias(name));
        assertThrows(IllegalArgumentException.class, () -> Compression.lossless(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "png", "image/", "image/png\r\nX: y", "image/png; q=1"})
    void mediaTypesCanBeWrittenInAHeader(String type) {
        assertThrows(IllegalArgumentException.class, () -> OutputFormat.of("png", type));
    }

    @Test
    void everyFormatHasRgbAndSomeCompression() {
        assertThrows(IllegalArgumentException.class, () -> AVIF.withSamples(Samples.GRAY));
        assertThrows(IllegalArgumentException.class, () -> AVIF.withSamples(Samples.RGB, Samples.YCC));
        assertThrows(IllegalArgumentException.class, AVIF::withCompressions);
    }

    @Test
    void anOptionIsHeededByTheFormatAndItsAlphaTwin() {
        assertFalse(AVIF.heeds(FormatOption.PROFILE));
        OutputFormat profiled = AVIF.withOptions(FormatOption.PROFILE);
        assertTrue(profiled.withAlpha("avif-alpha").withAlias("av1f").heeds(FormatOption.PROFILE));
    }

    @Test
    void optionsOfAFileChangeOneByOne() {
        EncodeOptions plain = EncodeOptions.of(AVIF, LOSSY);
        ColorProfile profile = new ColorProfile(new byte[9]);
        Embedded embedded = Embedded.NOTHING.withProfile(profile).withResolution(300);
        EncodeOptions changed =
                plain.withQuality(7).withFullChroma(true).withScans(4).withEmbedded(embedded);
        assertEquals(
                new EncodeOptions(
                        AVIF,
                        LOSSY,
                        7,
                        true,
                        4,
                        Quantization.USUAL,
                        Embedded.NOTHING.withResolution(300).withProfile(profile)),
                changed);
        assertEquals(
                plain,
                changed.withEmbedded(Embedded.NOTHING)
                        .withFullChroma(false)
                        .withScans(EncodeOptions.USUAL_SCANS)
                        .withQuality(100));
        assertThrows(IllegalArgumentException.class, () -> plain.withQuality(0));
        assertThrows(IllegalArgumentException.class, () -> plain.withQuality(100.01));
        assertThrows(IllegalArgumentException.class, () -> plain.withQuality(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> plain.withScans(2));
        assertThrows(IllegalArgumentException.class, () -> plain.withScans(6));
    }
}

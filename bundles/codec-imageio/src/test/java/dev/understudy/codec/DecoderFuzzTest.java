package dev.understudy.codec;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.understudy.image.Decoder;
import dev.understudy.testkit.codec.FuzzedFile;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The boundary to the image libraries, with files that somebody else has thought of; see CONTRIBUTING. */
class DecoderFuzzTest {

    static Stream<Arguments> jpegs() {
        return FuzzedFile.seeds("420.jpg", "progressive.jpg", "gray.jpg", "cmyk.jpg", "restart.jpg", "exif.jpg");
    }

    static Stream<Arguments> pngs() {
        return FuzzedFile.seeds(
                "rgb.png",
                "palette2.png",
                "gray16.png",
                "keyed.png",
                "gray-alpha.png",
                "exif.png",
                "index-beyond-palette.png");
    }

    static Stream<Arguments> gifs() {
        return FuzzedFile.seeds("still.gif", "transparent.gif", "animated.gif", "index-beyond-palette.gif");
    }

    static Stream<Arguments> tiffs() {
        return FuzzedFile.seeds("gray16.tif", "jpeg.tif", "group4.tif", "bilevel.tif", "palette.tif", "deflate.tif");
    }

    static Stream<Arguments> webps() {
        return FuzzedFile.seeds("lossy.webp", "lossless.webp", "lossy-alpha.webp", "animated.webp", "notes.webp");
    }

    static Stream<Arguments> bitmaps() {
        return FuzzedFile.seeds(
                "bilevel.bmp", "rle8.bmp", "palette.bmp", "555.bmp", "alpha.bmp", "index-beyond-palette.bmp");
    }

    static Stream<Arguments> photoshops() {
        return FuzzedFile.seeds("noted.psd", "rgba.psd", "cmyk-alpha.psb", "gray-alpha.psd", "zip.psd", "keyed.psd");
    }

    @MethodSource("jpegs")
    @FuzzTest
    void jpeg(byte[] file) {
        FuzzedFile.check(decoder("jpeg"), file);
    }

    @MethodSource("pngs")
    @FuzzTest
    void png(byte[] file) {
        FuzzedFile.check(decoder("png"), file);
    }

    @MethodSource("gifs")
    @FuzzTest
    void gif(byte[] file) {
        FuzzedFile.check(decoder("gif"), file);
    }

    @MethodSource("tiffs")
    @FuzzTest
    void tiff(byte[] file) {
        FuzzedFile.check(decoder("tiff"), file);
    }

    @MethodSource("webps")
    @FuzzTest
    void webp(byte[] file) {
        FuzzedFile.check(decoder("webp"), file);
    }

    @MethodSource("bitmaps")
    @FuzzTest
    void bmp(byte[] file) {
        FuzzedFile.check(decoder("bmp"), file);
    }

    @MethodSource("photoshops")
    @FuzzTest
    void psd(byte[] file) {
        FuzzedFile.check(decoder("psd"), file);
    }

    private Decoder decoder(String format) {
        return ShippedCodecs.decoders().stream()
                .filter(decoder -> decoder.format().equals(format))
                .findFirst()
                .orElseThrow();
    }
}

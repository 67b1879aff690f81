package dev.understudy.codec.svg;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.understudy.testkit.codec.FuzzedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that somebody else has thought of; see CONTRIBUTING. */
class SvgFuzzTest {

    static Stream<Arguments> files() throws IOException {
        Stream.Builder<Arguments> files = Stream.builder();
        for (Path file : SvgRendering.shapes()) {
            files.add(Arguments.of((Object) Files.readAllBytes(file)));
        }
        return files.build();
    }

    /** Fonts and images to begin with. */
    static Stream<byte[]> parts() {
        return Stream.of(
                        "/fonts/boxes.ttf",
                        "/fonts/boxes.otf",
                        "/fonts/boxes.woff",
                        "/fonts/boxes-variable.ttf",
                        "/jpeg/small.jpg",
                        "/jpeg/inks.jpg",
                        "/jpeg/swapped.jpg")
                .map(SvgRendering::resource);
    }

    /** A file that stands in a document as a font and as an image. */
    @MethodSource("parts")
    @FuzzTest
    void part(byte[] file) {
        for (String element : List.of(
                "<style>@font-face{font-family:F;src:" + SvgRendering.url("font/ttf", file)
                        + "}</style><text y='9' font-family='F'>AB C\u0e01</text>",
                "<image width='9' height='9' href='data:image/jpeg;base64,"
                        + Base64.getEncoder().encodeToString(file) + "'/>")) {
            byte[] document = SvgRendering.document(element).getBytes(StandardCharsets.UTF_8);
            FuzzedFile.check(SvgRendering.decoder(SvgSettings.DEFAULT), document);
        }
    }

    @MethodSource("files")
    @FuzzTest
    void svg(byte[] file) {
        FuzzedFile.check(SvgRendering.decoder(SvgSettings.DEFAULT), file);
    }
}

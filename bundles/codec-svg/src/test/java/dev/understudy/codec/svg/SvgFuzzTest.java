package dev.understudy.codec.svg;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.understudy.testkit.codec.FuzzedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    @MethodSource("files")
    @FuzzTest
    void svg(byte[] file) {
        FuzzedFile.check(new SvgDecoder(SvgSettings.DEFAULT), file);
    }
}

package dev.understudy.codec.webp;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.understudy.testkit.codec.FuzzedFile;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The decoder for systems without native code, with files that somebody else has thought of. */
class PlainWebpFuzzTest {

    private final WebpDecoder decoder = new WebpDecoder(new TwelveMonkeysFrameDecoder());

    static Stream<Arguments> files() {
        return FuzzedFile.seeds("lossy.webp", "lossless.webp", "lossless-alpha.webp", "palette-lossless.webp");
    }

    @MethodSource("files")
    @FuzzTest
    void webp(byte[] file) {
        FuzzedFile.check(decoder, file);
    }
}

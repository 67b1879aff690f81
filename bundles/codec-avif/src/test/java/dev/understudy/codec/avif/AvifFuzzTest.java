package dev.understudy.codec.avif;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.understudy.testkit.codec.FuzzedFile;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The boundary to native code, with files that somebody else has thought of; see CONTRIBUTING. */
class AvifFuzzTest {

    static Stream<Arguments> files() {
        return FuzzedFile.seeds(
                "420.avif",
                "422-12bit.avif",
                "gray.avif",
                "alpha.avif",
                "multiplied.avif",
                "profile.avif",
                "turned.avif");
    }

    @MethodSource("files")
    @FuzzTest
    void avif(byte[] file) {
        FuzzedFile.check(NativeAvif.codec().decoders().get(0), file);
    }
}

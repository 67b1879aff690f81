package dev.understudy.codec.turbo;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.understudy.codec.turbo.natives.TurboLibraries;
import dev.understudy.codec.turbo.natives.TurboLibrary;
import java.util.Optional;

/** The system's libturbojpeg; tests of it are skipped where there is none. */
final class SystemTurbo {

    private static final Optional<TurboLibrary> LIBRARY = TurboLibraries.find();

    private SystemTurbo() {}

    static TurboLibrary loaded() {
        assumeTrue(
                LIBRARY.isPresent(),
                "No libturbojpeg here (Debian: apt-get install libturbojpeg0): what it decodes is not tested");
        return LIBRARY.orElseThrow();
    }
}

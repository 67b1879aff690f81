package dev.understudy.codec.avif.natives;

import dev.understudy.codec.avif.CodingSettings;
import java.util.Map;

/** libaom: for all that SVT-AV1 does not take. */
final class Libaom {

    private static final Map<String, String> OPTIONS =
            Map.of("usage", "allintra", "cpu-used", "8", "still-picture", "1");

    private Libaom() {}

    static Map<String, String> options(CodingSettings settings) {
        return OPTIONS;
    }
}

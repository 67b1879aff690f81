package dev.understudy.itest.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Comparisons with another picture: one that is kept, or one that the server gives for another request. */
final class ModelChecks {

    private static final Path GOLDEN = Path.of("src/test/resources/conformance/golden");
    private static final Path ARTEFACTS = Path.of("target/conformance/failures");

    private ModelChecks() {}

    /** {@code name tolerance}: as the kept picture. {@code -Dgolden.accept} keeps the present one instead. */
    static Check golden(String rest) {
        String[] words = rest.split(" +", 2);
        Path kept = GOLDEN.resolve(words[0] + ".png");
        Tolerance tolerance = Tolerance.parse(words[1]);
        return exchange -> {
            Picture actual = exchange.picture();
            if (System.getProperty("golden.accept") != null && !passes(kept, actual, tolerance)) {
                actual.write(kept);
            }
            if (!Files.exists(kept)) {
                actual.write(ARTEFACTS.resolve(words[0] + ".actual.png"));
                throw new AssertionError("there is no golden picture " + words[0]);
            }
            compare(words[0], Picture.read(kept), actual, tolerance);
        };
    }

    /** {@code target tolerance}: as the whole answer to another request. */
    static Check like(String rest) {
        String[] words = rest.split(" +", 2);
        Tolerance tolerance = Tolerance.parse(words[1]);
        return exchange -> compare(
                exchange.row().origin().replace(':', '-'),
                Picture.read(exchange.other(words[0]).body()),
                exchange.picture(),
                tolerance);
    }

    /** {@code x,y target tolerance}: as the part of the answer to another request that starts there. */
    static Check part(String rest) {
        String[] words = rest.split(" +", 3);
        int[] start = PictureChecks.integers(words[0]);
        Tolerance tolerance = Tolerance.parse(words[2]);
        return exchange -> {
            Picture actual = exchange.picture();
            Picture whole = Picture.read(exchange.other(words[1]).body());
            Picture part = whole.part(start[0], start[1], actual.width(), actual.height());
            compare(exchange.row().origin().replace(':', '-'), part, actual, tolerance);
        };
    }

    private static boolean passes(Path kept, Picture actual, Tolerance tolerance) throws IOException {
        if (!Files.exists(kept)) {
            return false;
        }
        Picture expected = Picture.read(kept);
        return sameSize(expected, actual) && tolerance.accepts(Difference.between(expected, actual));
    }

    private static void compare(String name, Picture expected, Picture actual, Tolerance tolerance) {
        if (!sameSize(expected, actual)) {
            actual.write(ARTEFACTS.resolve(name + ".actual.png"));
            throw new AssertionError("size %dx%d instead of %dx%d"
                    .formatted(actual.width(), actual.height(), expected.width(), expected.height()));
        }
        Difference difference = Difference.between(expected, actual);
        if (!tolerance.accepts(difference)) {
            expected.write(ARTEFACTS.resolve(name + ".expected.png"));
            actual.write(ARTEFACTS.resolve(name + ".actual.png"));
            new Picture(difference.picture()).write(ARTEFACTS.resolve(name + ".difference.png"));
            throw new AssertionError("differs by up to %d, %.1f dB; pictures in %s"
                    .formatted(difference.largest(), difference.psnr(), ARTEFACTS));
        }
    }

    private static boolean sameSize(Picture one, Picture other) {
        return one.width() == other.width() && one.height() == other.height();
    }
}

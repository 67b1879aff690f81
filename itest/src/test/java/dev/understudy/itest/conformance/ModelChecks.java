package dev.understudy.itest.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Comparisons with another image: one that is kept, or one that the server gives for another request. */
final class ModelChecks {

    private static final Path GOLDEN = Path.of("src/test/resources/conformance/golden");
    private static final Path FAILURES = Path.of("target/conformance/failures");

    private ModelChecks() {}

    /** {@code name tolerance}: as the kept image. {@code -Dgolden.accept} keeps the present one instead. */
    static Check golden(String rest) {
        String[] words = rest.split(" +", 2);
        Path kept = GOLDEN.resolve(words[0] + ".png");
        ImageTolerance tolerance = ImageTolerance.parse(words[1]);
        return exchange -> {
            ReplyImage actual = exchange.image();
            if (System.getProperty("golden.accept") != null && !passes(kept, actual, tolerance)) {
                actual.write(kept);
            }
            if (!Files.exists(kept)) {
                actual.write(FAILURES.resolve(words[0] + ".actual.png"));
                throw new AssertionError("there is no golden image " + words[0]);
            }
            compare(words[0], ReplyImage.read(kept), actual, tolerance);
        };
    }

    /** {@code target tolerance}: as the whole answer to another request. */
    static Check like(String rest) {
        String[] words = rest.split(" +", 2);
        ImageTolerance tolerance = ImageTolerance.parse(words[1]);
        return exchange -> compare(
                exchange.row().origin().replace(':', '-'),
                ReplyImage.read(exchange.other(words[0]).body()),
                exchange.image(),
                tolerance);
    }

    /** {@code x,y target tolerance}: as the part of the answer to another request that starts there. */
    static Check part(String rest) {
        String[] words = rest.split(" +", 3);
        int[] start = ImageChecks.integers(words[0]);
        ImageTolerance tolerance = ImageTolerance.parse(words[2]);
        return exchange -> {
            ReplyImage actual = exchange.image();
            ReplyImage whole = ReplyImage.read(exchange.other(words[1]).body());
            ReplyImage part = whole.part(start[0], start[1], actual.width(), actual.height());
            compare(exchange.row().origin().replace(':', '-'), part, actual, tolerance);
        };
    }

    private static boolean passes(Path kept, ReplyImage actual, ImageTolerance tolerance) throws IOException {
        if (!Files.exists(kept)) {
            return false;
        }
        ReplyImage expected = ReplyImage.read(kept);
        return sameSize(expected, actual) && tolerance.accepts(Difference.between(expected, actual));
    }

    private static void compare(String name, ReplyImage expected, ReplyImage actual, ImageTolerance tolerance) {
        if (!sameSize(expected, actual)) {
            actual.write(FAILURES.resolve(name + ".actual.png"));
            throw new AssertionError("size %dx%d instead of %dx%d"
                    .formatted(actual.width(), actual.height(), expected.width(), expected.height()));
        }
        Difference difference = Difference.between(expected, actual);
        if (!tolerance.accepts(difference)) {
            expected.write(FAILURES.resolve(name + ".expected.png"));
            actual.write(FAILURES.resolve(name + ".actual.png"));
            new ReplyImage(difference.image()).write(FAILURES.resolve(name + ".difference.png"));
            throw new AssertionError("differs by up to %d, %.1f dB; images in %s"
                    .formatted(difference.largest(), difference.psnr(), FAILURES));
        }
    }

    private static boolean sameSize(ReplyImage one, ReplyImage other) {
        return one.width() == other.width() && one.height() == other.height();
    }
}

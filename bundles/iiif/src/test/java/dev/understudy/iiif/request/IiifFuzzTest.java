package dev.understudy.iiif.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.PixelSize;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Paths that somebody else has thought of: each is refused, or its canonical form asks for the same image. */
class IiifFuzzTest {

    private static final Set<FailureKind> ANSWERS = Set.of(
            FailureKind.PARAMETER_INVALID,
            FailureKind.OBJECT_UNKNOWN,
            FailureKind.REQUEST_MALFORMED,
            FailureKind.REQUEST_UNSUPPORTED,
            FailureKind.SIZE_LIMIT);

    static Stream<Arguments> paths() {
        return Stream.of(
                        "shop%2Fbowl/full/max/0/default.jpg",
                        "a/info.json",
                        "a/10,20,100,50/^!900,900/!90.5/gray.png",
                        "a/pct:50.5,50,1e9,50/pct:12.345/360/bitonal.webp",
                        "a/square/%5E999999999,/22.50/color.tif",
                        "a//,/-1/.")
                .map(text -> Arguments.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    @MethodSource("paths")
    @FuzzTest
    void path(byte[] input) {
        String path = new String(input, StandardCharsets.UTF_8);
        for (PixelSize size : new PixelSize[] {new PixelSize(600, 400), new PixelSize(1, 30_000)}) {
            for (boolean template : new boolean[] {false, true}) {
                check(path, new ImageFacts(size, template, template, List.of()));
            }
        }
    }

    private static void check(String path, ImageFacts facts) {
        try {
            if (IiifTarget.parse(path) instanceof IiifTarget.Image image) {
                ImageQuery query = ImageQuery.of(image, facts, "shop", PixelSize.NONE);
                IiifTarget again = IiifTarget.parse(image.identifier() + "/" + query.canonical());
                assertEquals(query, ImageQuery.of((IiifTarget.Image) again, facts, "shop", PixelSize.NONE), path);
                ImageQuery.ofMissing(image);
            }
        } catch (ServeException e) {
            assertFalse(e.failure().message().isBlank());
            assertTrue(ANSWERS.contains(e.failure().kind()), e.failure()::message);
        }
    }
}

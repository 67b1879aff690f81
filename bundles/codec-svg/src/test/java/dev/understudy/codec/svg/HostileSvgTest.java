package dev.understudy.codec.svg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.testkit.codec.BytesSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of little that ask for much: they are refused before they take it. */
class HostileSvgTest {

    private static final Duration BOUND = Duration.ofSeconds(20);

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("entities that multiply", entities(), FailureKind.SOURCE_CORRUPT),
                Arguments.of("an external entity", external(), FailureKind.SVG_UNSUPPORTED),
                Arguments.of("an external parameter entity", parameter(), null),
                Arguments.of(
                        "an external image",
                        root("<image width='9' height='9' href='http://127.0.0.1:9/x.png'/>"),
                        FailureKind.SVG_UNSUPPORTED),
                Arguments.of(
                        "a file as an image",
                        root("<image width='9' height='9' href='file:///etc/passwd'/>"),
                        FailureKind.SVG_UNSUPPORTED),
                Arguments.of("a use of another file", root("<use href='other.svg#a'/>"), FailureKind.SVG_UNSUPPORTED),
                Arguments.of(
                        "an import",
                        root("<style>@import url(http://127.0.0.1:9/a.css);</style>"),
                        FailureKind.SVG_UNSUPPORTED),
                Arguments.of(
                        "deep nesting",
                        root("<g>".repeat(100_000) + "</g>".repeat(100_000)),
                        FailureKind.SVG_UNSUPPORTED),
                Arguments.of("many elements", root("<g/>".repeat(300_000)), FailureKind.SVG_UNSUPPORTED),
                Arguments.of("uses that multiply", uses(), FailureKind.SVG_UNSUPPORTED),
                Arguments.of("a use of itself", root("<g id='a'><use href='#a'/></g>"), FailureKind.SVG_UNSUPPORTED),
                Arguments.of(
                        "a pattern of itself",
                        root("<pattern id='p' width='1' height='1'><rect width='9' height='9'"
                                + " fill='url(#p)'/></pattern><rect width='9' height='9' fill='url(#p)'/>"),
                        FailureKind.SVG_UNSUPPORTED),
                Arguments.of(
                        "a mask of itself",
                        root("<mask id='m'><rect width='9' height='9' mask='url(#m)'/></mask>"
                                + "<rect width='9' height='9' mask='url(#m)'/>"),
                        FailureKind.SVG_UNSUPPORTED),
                Arguments.of(
                        "a clip path of itself",
                        root("<clipPath id='m'><rect width='9' height='9' clip-path='url(#m)'/>"
                                + "</clipPath><rect width='9' height='9' clip-path='url(#m)'/>"),
                        FailureKind.SVG_UNSUPPORTED),
                Arguments.of(
                        "a marker of itself",
                        root("<marker id='m' refX='1'><path d='M0 0h1v1' marker-mid='url(#m)'/></marker>"
                                + "<path d='M0 0h1v1' marker-mid='url(#m)'/>"),
                        FailureKind.SVG_UNSUPPORTED),
                Arguments.of(
                        "a gradient of itself",
                        root("<linearGradient id='a' href='#b'/><linearGradient id='b' href='#a'/>"
                                + "<rect width='9' height='9' fill='url(#a)'/>"),
                        FailureKind.SVG_UNSUPPORTED),
                Arguments.of(
                        "countless dashes",
                        root("<path d='M0 0h1000000' stroke='red' stroke-dasharray='.0001'/>"),
                        FailureKind.SVG_UNSUPPORTED),
                Arguments.of(
                        "a number beyond all numbers",
                        root("<rect width='1e999' height='9'/>"),
                        FailureKind.SVG_UNSUPPORTED),
                Arguments.of(
                        "transforms that multiply",
                        root("<g transform='scale(1e6)'>".repeat(9) + "<rect width='9' height='9'/>"
                                + "</g>".repeat(9)),
                        FailureKind.SVG_UNSUPPORTED),
                Arguments.of(
                        "a large tile",
                        root("<pattern id='p' patternUnits='userSpaceOnUse' width='100000' height='100000'>"
                                + "<rect width='9' height='9'/></pattern><rect width='9' height='9' fill='url(#p)'/>"),
                        FailureKind.SVG_UNSUPPORTED),
                Arguments.of(
                        "layers in layers",
                        "<svg width='2000' height='2000'>" + "<g opacity='.9'>".repeat(50)
                                + "<rect width='2000' height='2000'/>" + "</g>".repeat(50) + "</svg>",
                        FailureKind.SVG_UNSUPPORTED),
                Arguments.of(
                        "a large filter",
                        root("<filter id='f'><feGaussianBlur stdDeviation='100000'/></filter>"
                                + "<rect width='9' height='9' filter='url(#f)'/>"),
                        FailureKind.SVG_UNSUPPORTED),
                Arguments.of(
                        "rules for everything",
                        root("<style>" + "g g g g .a{fill:red}".repeat(20_000) + "</style>"
                                + "<rect class='a' width='9' height='9'/>".repeat(20_000)),
                        FailureKind.SVG_UNSUPPORTED),
                Arguments.of(
                        "rules for fonts",
                        root("<style>" + "@font-face{font-family:F;src:local(a)}".repeat(20_000) + "</style>"
                                + "<text font-family='F'>a</text>".repeat(20_000)),
                        FailureKind.SVG_UNSUPPORTED),
                Arguments.of("ranges of characters", ranges(), null),
                Arguments.of(
                        "a long path", root("<path stroke='red' d='M0 0" + "l9 9-9-8".repeat(100_000) + "'/>"), null));
    }

    private static String root(String elements) {
        return "<svg xmlns='http://www.w3.org/2000/svg' width='100' height='100'>" + elements + "</svg>";
    }

    private static String entities() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE svg [<!ENTITY a0 'aaaaaaaaaa'>");
        for (int i = 1; i < 12; i++) {
            bomb.append("<!ENTITY a" + i + " '" + ("&a" + (i - 1) + ";").repeat(10) + "'>");
        }
        return bomb + "]><svg width='1' height='1'><desc>&a11;</desc></svg>";
    }

    private static String external() {
        return "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg width='9'"
                + " height='9'><desc>&x;</desc></svg>";
    }

    private static String parameter() {
        return "<!DOCTYPE svg [<!ENTITY % x SYSTEM 'http://127.0.0.1:9/x'> %x;]><svg width='9' height='9'/>";
    }

    /** Fonts for many ranges that touch each other, and text that is in none of them. */
    private static String ranges() {
        String range = IntStream.range(0, 2000)
                .mapToObj(i -> "U+" + Integer.toHexString(0x20000 + i * 7 % 2000) + "-21000")
                .collect(Collectors.joining(","));
        String font = SvgRendering.url("font/ttf", SvgRendering.resource("/fonts/boxes.ttf"));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            text.append("<text font-family='F, sans-serif'>")
                    .append("word ".repeat(4000))
                    .append("</text>");
        }
        return root("<style>" + ("@font-face{font-family:F;src:" + font + ";unicode-range:" + range + "}").repeat(80)
                + "</style>" + text);
    }

    private static String uses() {
        StringBuilder elements = new StringBuilder("<g id='a0'><rect width='1' height='1'/></g>");
        for (int i = 1; i < 40; i++) {
            elements.append("<g id='a" + i + "'>" + ("<use href='#a" + (i - 1) + "'/>").repeat(10) + "</g>");
        }
        return root("<defs>" + elements + "</defs><use href='#a39' fill='none'/>");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void endsSoon(String name, String file, FailureKind expected) {
        assertTimeoutPreemptively(BOUND, () -> {
            try (BytesSource source = new BytesSource(file.getBytes(StandardCharsets.UTF_8))) {
                SvgDecoder decoder = SvgRendering.decoder(SvgSettings.DEFAULT);
                if (expected == null) {
                    decoder.decode(source, DecodeRequest.WHOLE);
                } else {
                    ServeException failure =
                            assertThrows(ServeException.class, () -> decoder.decode(source, DecodeRequest.WHOLE));
                    assertEquals(
                            expected,
                            failure.failure().kind(),
                            failure.failure().message());
                }
            }
        });
    }
}

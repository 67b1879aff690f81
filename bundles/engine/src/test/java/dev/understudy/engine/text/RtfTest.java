package dev.understudy.engine.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.engine.plan.TextDialect;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RtfTest {

    @Test
    void bracesAndBackslashesTellIt() {
        assertTrue(Rtf.isFormatted("a\\b"));
        assertTrue(Rtf.isFormatted("{"));
        assertFalse(Rtf.isFormatted("a}/b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "}{\\",
                "{\\colortbl;\\red255;}",
                "\\u8364?\\'e4\\*\\par \\",
                "1 a-b",
                "two\nlines\r\nthree",
                "\u05e9\u05dc\u05d5\u05dd \uD83C\uDF3C"
            })
    void whatIsSaidLiterallyIsReadBackInTheFormattingAroundIt(String text) {
        TextDocument document = RtfReader.read("{\\b" + Rtf.literal(text) + "}", TextDialect.TEXT, List.of());
        assertEquals(text.replace("\r", ""), read(document));
        assertTrue(document.lines().stream()
                .flatMap(line -> line.runs().stream())
                .allMatch(run -> run.style().equals(TextStyle.DEFAULT.withBold(true))));
    }

    @Test
    void nothingBreaksOut() {
        Random random = new Random(20261122);
        String alphabet = "\\{}*'-u9fsbpar \n;~_\u00e9";
        for (int i = 0; i < 2000; i++) {
            String text = random.ints(random.nextInt(40), 0, alphabet.length())
                    .mapToObj(alphabet::charAt)
                    .map(String::valueOf)
                    .collect(Collectors.joining());
            assertEquals(
                    "a" + text + "z",
                    read(RtfReader.read("{\\fs20 a" + Rtf.literal(text) + "z}", TextDialect.TEXT, List.of())));
        }
    }

    private static String read(TextDocument document) {
        return document.lines().stream()
                .map(line -> line.runs().stream().map(TextDocument.Run::text).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }
}

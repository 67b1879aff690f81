package dev.understudy.engine.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the requests in a vector image are found, and where none is looked for. */
class ImageReferencesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        <image href="/is/image/shop/a?wid=3"/>                        | shop/a?wid=3
        <image xlink:href='/is/image?src=$img$&wid=300&hei=400'/>     | ?src=$img$&wid=300&hei=400
        <image xlink:href='/is/image?src=a&amp;wid=3&#38;hei=&#x34;'/> | ?src=a&wid=3&hei=4
        <svg:image x = "1" href = "https://h.example:8/is/image/a"/>  | a
        <image href=" HTTP://h.example/is/image/a#b " width="3">      | a
        <image a=">" href="/is/image/a"/>                             | a
        <image href="/is/image/\u00c3\u00a4"/>                        | \u00e4
        <!-- " --><image href="/is/image/a"/>                         | a
        <!DOCTYPE svg [ <!ENTITY e "<image href='/is/image/b'/>"> ]><image href="/is/image/a"/> | a
        """)
    void areFound(String text, String request) throws Exception {
        ImageReferences references = ImageReferences.in(text);
        assertEquals(List.of(request), references.requests());
        String replaced = references.replaced(Map.of(request, "data:x"));
        assertEquals(replaced.length(), references.length(Map.of(request, "data:x")));
        assertEquals(List.of(), ImageReferences.in(replaced).requests());
        assertEquals(text, references.replaced(Map.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        <!-- <image href="/is/image/a"/> -->                  | 0
        <![CDATA[<image href="/is/image/a"/>]]>               | 0
        <?x <image href="/is/image/a"/> ?>                    | 0
        <use href="/is/image/a"/>                             | 0
        <images href="/is/image/a"/>                          | 0
        <image src="/is/image/a" title="href='/is/image/b'"/> | 0
        <image href="/is/imagery/a"/>                         | 0
        <image href="/is/content/a"/>                         | 0
        <image href="//h.example/is/image/a"/>                | 0
        <image href="ftp://h.example/is/image/a"/>            | 0
        <image href="http://h.example/a?/is/image/a"/>        | 0
        <image href="data:image/png;base64,AA"/>              | 0
        <image href=/is/image/a />                            | 0
        <image href="/is/image/a                              | 0
        <image href="/is/image/a"/><image href='/is/image/a'/><image href='/is/image/b'/> | 3
        """)
    void noOtherIs(String text, int count) throws Exception {
        assertEquals(count, ImageReferences.in(text).requests().size());
    }

    @Test
    void linesMayBreakWithinAnElement() throws Exception {
        assertEquals(
                List.of("a"),
                ImageReferences.in("<image\n\thref\n=\n'/is/image/a'\n/>").requests());
    }

    @Test
    void onlyWhatIsSaidIsReplaced() throws Exception {
        String text = "<g><image x='1' href='/is/image/a' y='2'/><image href='/is/image/b'/></g>";
        assertEquals(
                "<g><image x='1' href='data:A' y='2'/><image href='/is/image/b'/></g>",
                ImageReferences.in(text).replaced(Map.of("a", "data:A")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<image href='/is/image/a'/>", " href='/is/image/a'"})
    void oneRequestCountsAsOftenAsItIsThere(String again) throws Exception {
        String begin = again.startsWith("<") ? "" : "<image";
        assertEquals(64, ImageReferences.in(begin + again.repeat(64)).requests().size());
        ServeException refused = assertThrows(ServeException.class, () -> ImageReferences.in(begin + again.repeat(65)));
        assertEquals(FailureKind.SIZE_LIMIT, refused.failure().kind());
    }

    /** A search that begins again at each of them would take from minutes to hours. */
    @ParameterizedTest
    @ValueSource(strings = {"<!a>", "<!--", "<![CDATA[", "<?", "<a='", "<image href ", "<image href=", "<", "&"})
    void theTimeGrowsAsTheTextDoes(String piece) throws Exception {
        assertEquals(List.of(), ImageReferences.in(piece.repeat(1 << 20)).requests());
    }

    @Test
    void theSearchEndsWhenNobodyWaits() {
        Thread.currentThread().interrupt();
        try {
            assertThrows(ServeException.class, () -> ImageReferences.in("<a/>"));
        } finally {
            assertTrue(Thread.interrupted());
        }
    }
}

package dev.understudy.engine.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void areFound(String text, String request) {
        assertEquals(List.of(request), ImageReferences.of(text));
        String replaced = ImageReferences.replaced(text, found -> found.equals(request) ? "data:x" : null);
        assertEquals(List.of(), ImageReferences.of(replaced));
        assertEquals(text, ImageReferences.replaced(text, found -> null));
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
        <image href="/is/image/a"/><image href='/is/image/a'/><image href='/is/image/b'/> | 2
        """)
    void noOtherIs(String text, int count) {
        assertEquals(count, ImageReferences.of(text).size());
    }

    @Test
    void linesMayBreakWithinAnElement() {
        assertEquals(List.of("a"), ImageReferences.of("<image\n\thref\n=\n'/is/image/a'\n/>"));
    }

    @Test
    void onlyWhatIsSaidIsReplaced() {
        String text = "<g><image x='1' href='/is/image/a' y='2'/><image href='/is/image/b'/></g>";
        assertEquals(
                "<g><image x='1' href='data:A' y='2'/><image href='/is/image/b'/></g>",
                ImageReferences.replaced(text, request -> request.equals("a") ? "data:A" : null));
    }
}

package dev.understudy.tools.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.tools.url.RequestTarget;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlShapeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/is/image/shop/brushes?wid=400&fmt=jpeg | /is/image/shop/…?wid=#&fmt=jpeg",
                "/is/image/shop/other?WID=12.5&fmt=jpeg | /is/image/shop/…?wid=#&fmt=jpeg",
                "/is/image/shop/a/b?$listing$&.v=12 | /is/image/shop/…?$listing$&.…",
                "/is/image/shop/a?$title=Hello&rgn=1,2,-3,4 | /is/image/shop/…?$title=…&rgn=#,#,#,#",
                "/is/image/shop/a?src=is{shop/b?wid=1} | /is/image/shop/…?src=…",
                "/is/image?req=exists | /is/image?req=exists",
                "/is/image/alone | /is/image/…"
            })
    void urlsOfOneKindHaveOneShape(String url, String shape) {
        assertEquals(shape, UrlShape.of(RequestTarget.of(url).orElseThrow()));
    }
}

package dev.understudy.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForeignUrlTest {

    @ParameterizedTest
    @CsvSource({
        "http://a.example/b, http://a.example/b",
        "HTTP://A.Example:80/B?C, http://a.example/B?C",
        "https://a.example.:443, https://a.example/",
        "https://a.example:/b, https://a.example/b",
        "http://a.example?b=c, http://a.example/?b=c",
        "http://a.example:8080/b|c{d}^, http://a.example:8080/b|c{d}^",
        "http://[2001:DB8::1]:81/, http://[2001:db8::1]:81/",
        "http://10.0.0.1/%zz, http://10.0.0.1/%zz"
    })
    void oneFormForAllSpellings(String text, String url) {
        assertEquals(url, ForeignUrl.of(text).toString());
        assertEquals(ForeignUrl.of(text), ForeignUrl.of(url));
    }

    @ParameterizedTest
    @CsvSource({
        "http://a.example/b, http://a.example/b",
        "http://a.example/b?key=1, http://a.example/b?***",
        "http://a.example/b?, http://a.example/b?***"
    })
    void messagesHaveNoQuery(String text, String shown) {
        assertEquals(shown, ForeignUrl.of(text).shown());
        assertEquals(shown, SourceKey.foreign(ForeignUrl.of(text)).toString());
    }

    @Test
    void whatIsTooLongIsNone() {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> ForeignUrl.of("http://a.example/" + "b".repeat(4096)))
                .getMessage();
        assertEquals("it has more than 4096 characters", message);
    }

    @ParameterizedTest
    @CsvSource({
        "http://a, true",
        "x+y.z-1:a, true",
        "//a/b, true",
        "a/b, false",
        "/a:b, false",
        "1:b, false",
        "a?b:c, false"
    })
    void absoluteUrlsHaveASchemeOrAHost(String text, boolean absolute) {
        assertEquals(absolute, ForeignUrl.isAbsolute(text));
    }

    @Test
    void controlCharactersAreInNoUrl() {
        for (char c = 0; c <= ' '; c++) {
            String text = "http://a.example/b" + c + "c";
            assertTrue(assertThrows(IllegalArgumentException.class, () -> ForeignUrl.of(text))
                    .getMessage()
                    .contains("percent-encoded"));
        }
    }
}

package dev.understudy.tools.url;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetLineTest {

    private static final String TARGET = "/is/image/shop/brushes?src=is%7Ba%7D&wid=400";

    private static String found(String line) {
        return TargetLine.target(line).map(RequestTarget::toString).orElse("nothing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                TARGET,
                "  " + TARGET,
                "https://images.example.com" + TARGET,
                "//images.example.com" + TARGET + "#there",
                "Request: " + TARGET + " 200",
                "127.0.0.1 - - [01/Jan/2026:00:00:00 +0000] \"GET " + TARGET
                        + " HTTP/1.1\" 200 7 \"http://x/is/image/no\"",
                "127.0.0.1 \"HEAD " + TARGET + "\"",
                "\"https://images.example.com" + TARGET + "\",",
                "'" + TARGET + "'"
            })
    void aTargetIsFoundInALine(String line) {
        assertEquals(TARGET, found(line));
    }

    /** As the server writes them by default: percent signs are encoded once more. */
    @Test
    void theLogOfThisServerIsDecoded() {
        String line = "2026-11-30 12:00:00.000 +0000 127.0.0.1 200 0 1 1 1 1 - IMG 'shop' HIT GET "
                + TARGET.replace("%", "%25") + " HTTP/1.1 [qtp-1] '-' - -";
        assertEquals(TARGET, found(line));
    }

    /** The log of another server, without quotation marks, has percent signs as they came. */
    @Test
    void percentSignsAreDecodedWhereAllAreEncoded() {
        assertEquals("/is/image/a?$x=50%25%20off", found("GET /is/image/a?$x=50%25%20off HTTP/1.1"));
        assertEquals("/is/image/a?$x=50%25%20off", found("GET /is/image/a?$x=50%2525%2520off HTTP/1.1"));
    }

    @Test
    void blanksAreOfTheRequestWhereItIsBetweenQuotationMarks() {
        String line = "127.0.0.1 - - [01/Jan/2026:00:00:00 +0000] \"GET /is/image/a?text={a b}&wid=4 HTTP/1.1\" 200 7";
        assertEquals("/is/image/a?text={a b}&wid=4", found(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "# /is/image/a", "/favicon.ico", "GET /index.html HTTP/1.1", "/is/imagery/a"})
    void otherLinesHaveNone(String line) {
        assertEquals("nothing", found(line));
    }

    @Test
    void bytesBeyondAsciiAreEncoded() {
        assertEquals("/is/image/shop/%C3%A4?wid=1", found("/is/image/shop/\u00c3\u00a4?wid=1"));
    }

    @Test
    void aTargetIsDividedAtTheFirstQuestionMark() {
        assertEquals(
                new RequestTarget("/is/image", "shop/a", "?$x$"),
                RequestTarget.of("/is/image/shop/a??$x$").orElseThrow());
        assertEquals(
                new RequestTarget("/is/image", "", "req=exists"),
                RequestTarget.of("/is/image?req=exists").orElseThrow());
    }
}

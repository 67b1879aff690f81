package dev.understudy.redirect.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.FailureKind;
import dev.understudy.observe.CacheUse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes out and what comes back while the secondary server works. */
@Timeout(30)
class ForwardTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\nContent-Length: 7\r\n"
            + "Access-Control-Allow-Origin: *\r\nETag: \"abc\"\r\n\r\npicture";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/is/image/shop/drum",
                "/is/image/shop/drum?wid=200&$pdp$&layer=1&src=is{a/b?c}&text=%C3%A9+%2f%2F&&x=a|b\"<>^`\\",
                "/is/image/shop/gr%C3%B6%c3%9fe%20x?",
                "/is/image/shop/drum?a=größe",
                "/is/image/?%zz%",
            })
    void theTargetGoesOutByteForByte(String target) throws Exception {
        try (RawSecondary secondary = RawSecondary.answering(OK);
                Primary primary = new Primary(secondary.rootUrl())) {
            String answer = primary.get(target);
            assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
            String line = secondary.requests().get(0).lines().findFirst().orElseThrow();
            assertEquals("GET " + latin(target) + " HTTP/1.1", line);
        }
    }

    private static String latin(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    @Test
    void endToEndHeadersGoOutAndOthersDoNot() throws Exception {
        try (RawSecondary secondary = RawSecondary.answering(OK);
                Primary primary = new Primary(secondary.rootUrl())) {
            String answer = primary.get(
                    "/is/image/shop/drum",
                    "If-None-Match: \"abc\"",
                    "If-Modified-Since: Sat, 26 Jul 2014 00:28:32 GMT",
                    "Accept: image/webp",
                    "Cookie: a=b",
                    "Range: bytes=0-9",
                    "X-Forwarded-For: 10.1.2.3",
                    "Via: 1.1 cdn",
                    "Keep-Alive: 300",
                    "Proxy-Authorization: Basic x",
                    "TE: trailers",
                    "Connection: X-Hop",
                    "X-Hop: 1");
            assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
            List<String> sent = secondary.requests().get(0).lines().toList();
            for (String kept : List.of(
                    "If-None-Match: \"abc\"",
                    "If-Modified-Since: Sat, 26 Jul 2014 00:28:32 GMT",
                    "Accept: image/webp",
                    "Cookie: a=b",
                    "Range: bytes=0-9",
                    "X-Forwarded-Proto: http",
                    "Understudy-Forwarded: 1",
                    "Via: 1.1 cdn, 1.1 understudy",
                    "Host: " + secondary.rootUrl().substring("http://".length()))) {
                assertTrue(sent.contains(kept), () -> kept + " is missing in " + sent);
            }
            assertTrue(sent.stream().anyMatch(line -> line.matches("X-Forwarded-For: 10\\.1\\.2\\.3, .+")));
            for (String dropped : List.of("Keep-Alive", "TE:", "Proxy-", "X-Hop", "Accept-Encoding", "User-Agent")) {
                assertFalse(sent.stream().anyMatch(line -> line.startsWith(dropped)), () -> dropped + " in " + sent);
            }
        }
    }

    @Test
    void theAnswerComesBackAsItIs() throws Exception {
        try (RawSecondary secondary = RawSecondary.answering(OK);
                Primary primary = new Primary(secondary.rootUrl())) {
            String answer = primary.get("/is/image/shop/drum");
            assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
            assertTrue(answer.contains("ETag: \"abc\"\r\n"), answer);
            assertTrue(answer.contains("Content-Type: image/jpeg\r\n"), answer);
            assertTrue(answer.endsWith("\r\n\r\npicture"), answer);
            assertEquals(2, answer.split("Access-Control-Allow-Origin", -1).length, answer);
            assertTrue(answer.contains("Understudy-StandIn: secondary; code=source.missing\r\n"), answer);
            assertEquals(CacheUse.REMOTE, primary.observation.cacheUse());
            assertEquals(secondary.rootUrl(), primary.observation.context());
            assertTrue(primary.failures.isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "301 Moved Permanently",
                "302 Found",
                "400 Bad Request",
                "401 Unauthorized",
                "403 Forbidden",
                "404 Not Found",
                "407 Proxy Authentication Required",
                "500 Internal Server Error",
                "503 Service Unavailable"
            })
    void anyStatusIsPassedOn(String status) throws Exception {
        String answer =
                "HTTP/1.1 " + status + "\r\nLocation: http://127.0.0.1:1/\r\nWWW-Authenticate: Basic realm=\"x\"\r\n"
                        + "Content-Length: 4\r\n\r\ntext";
        try (RawSecondary secondary = RawSecondary.answering(answer);
                Primary primary = new Primary(secondary.rootUrl())) {
            String passed = primary.get("/is/image/shop/drum");
            assertTrue(passed.startsWith("HTTP/1.1 " + status.substring(0, 3)), passed);
            assertTrue(passed.contains("Location: http://127.0.0.1:1/\r\n"), passed);
            assertTrue(passed.endsWith("\r\n\r\ntext"), passed);
            assertEquals(1, secondary.requests().size());
        }
    }

    @Test
    void notModifiedIsPassedOn() throws Exception {
        String answer = "HTTP/1.1 304 Not Modified\r\nETag: \"abc\"\r\n\r\n";
        try (RawSecondary secondary = RawSecondary.answering(answer);
                Primary primary = new Primary(secondary.rootUrl())) {
            String passed = primary.get("/is/image/shop/drum", "If-None-Match: \"abc\"");
            assertTrue(passed.startsWith("HTTP/1.1 304"), passed);
            assertTrue(passed.contains("ETag: \"abc\"\r\n"), passed);
            assertTrue(passed.contains("Understudy-StandIn: secondary"), passed);
        }
    }

    @Test
    void compressedAnswersStayCompressed() throws Exception {
        String answer = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 6\r\n\r\n\u001f\u008b\b\0\0\1";
        try (RawSecondary secondary = RawSecondary.answering(answer);
                Primary primary = new Primary(secondary.rootUrl())) {
            String passed = primary.get("/is/image/shop/drum");
            assertTrue(passed.contains("Content-Encoding: gzip\r\n"), passed);
            assertTrue(passed.endsWith("\r\n\r\n\u001f\u008b\b\0\0\1"), passed);
        }
    }

    @Test
    void headHasTheLengthAndNoBody() throws Exception {
        try (RawSecondary secondary = RawSecondary.answering(OK.substring(0, OK.length() - "picture".length()));
                Primary primary = new Primary(secondary.rootUrl())) {
            String answer = primary.request("HEAD", "/is/image/shop/drum");
            assertTrue(secondary.requests().get(0).startsWith("HEAD "));
            assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
            assertTrue(answer.contains("Content-Length: 7\r\n"), answer);
            assertTrue(answer.endsWith("\r\n\r\n"), answer);
        }
    }

    @Test
    void interimAnswersDoNotCount() throws Exception {
        String answer = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + OK;
        try (RawSecondary secondary = RawSecondary.answering(answer);
                Primary primary = new Primary(secondary.rootUrl())) {
            assertTrue(primary.get("/is/image/shop/drum").endsWith("\r\n\r\npicture"));
        }
    }

    @Test
    void chunksArriveWhole() throws Exception {
        String answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: X-Hop\r\nX-Hop: 1\r\n\r\n"
                + "4\r\npict\r\n3\r\nure\r\n0\r\n\r\n";
        try (RawSecondary secondary = RawSecondary.answering(answer);
                Primary primary = new Primary(secondary.rootUrl())) {
            String passed = primary.get("/is/image/shop/drum");
            assertTrue(passed.contains("pict") && passed.contains("ure"), passed);
            assertFalse(passed.contains("X-Hop: 1"), passed);
        }
    }

    @Test
    void anAbsoluteTargetDoesNotChooseTheServer() throws Exception {
        try (RawSecondary secondary = RawSecondary.answering(OK);
                Primary primary = new Primary(secondary.rootUrl())) {
            String answer = primary.get("http://primary/is/image/shop/drum");
            assertTrue(answer.endsWith("picture"), answer);
            assertTrue(secondary.requests().get(0).startsWith("GET /is/image/shop/drum HTTP/1.1\r\n"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Understudy-Forwarded: 1",
                "Via: 1.0 cdn, 1.1 understudy",
                "Via: 1.1 Understudy (x)",
                "Via: \"x, 1.1 understudy"
            })
    void whatWasForwardedIsNotForwardedAgain(String mark) throws Exception {
        try (RawSecondary secondary = RawSecondary.answering(OK);
                Primary primary = new Primary(secondary.rootUrl())) {
            assertTrue(primary.get("/is/image/shop/drum", mark).endsWith("served here"));
            assertTrue(secondary.requests().isEmpty());
        }
    }

    @Test
    void onlyReadsWithoutABodyAreForwarded() throws Exception {
        try (RawSecondary secondary = RawSecondary.answering(OK);
                Primary primary = new Primary(secondary.rootUrl())) {
            assertTrue(primary.request("POST", "/is/image/shop/drum", "Content-Length: 0")
                    .endsWith("served here"));
            assertTrue(primary.get("/is/image/shop/drum", "Content-Length: 1").contains("served here"));
            assertTrue(secondary.requests().isEmpty());
        }
    }

    @Test
    void withoutARootUrlNothingIsForwarded() throws Exception {
        try (Primary primary = new Primary("")) {
            assertTrue(primary.get("/is/image/shop/drum").endsWith("served here"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/is/image/a%7Cb?x", "/is/image/a%7cb"})
    void aPipeInThePathIsRefusedClearly(String target) throws Exception {
        try (RawSecondary secondary = RawSecondary.answering(OK);
                Primary primary = new Primary(secondary.rootUrl())) {
            String answer = primary.get(target);
            assertTrue(answer.startsWith("HTTP/1.1 403"), answer);
            assertTrue(answer.endsWith("A path with a pipe character (|) cannot be sent to the secondary server"));
            assertEquals(FailureKind.SECONDARY_PATH, primary.failures.element().kind());
            assertTrue(secondary.requests().isEmpty());
        }
    }
}

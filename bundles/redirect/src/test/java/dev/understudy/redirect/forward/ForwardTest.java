package dev.understudy.redirect.forward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.observe.CacheUse;
import dev.understudy.serve.Forwardable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests and answers while the secondary server works. */
@Timeout(30)
class ForwardTest {

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
        try (FaultServer secondary = FaultServer.of(AnswerMode.WELL);
                PrimaryServer primary = new PrimaryServer(secondary.rootUrl())) {
            RawAnswer answer = primary.get(target);
            assertEquals("payload", answer.body(), answer::toString);
            assertEquals(
                    "GET " + latin(target) + " HTTP/1.1",
                    secondary.requests().get(0).requestLine());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/is/image/shop/B\u00fccher?x=\u00e4&\u00ff",
                "/is/image/\u00c3\u00b6\u00fc",
                "/is/image/a?\u00c0\u00ae?b"
            })
    void bytesThatAreNoUtf8GoOutAsTheyCame(String target) throws Exception {
        try (FaultServer secondary = FaultServer.of(AnswerMode.WELL);
                PrimaryServer primary = new PrimaryServer(secondary.rootUrl())) {
            primary.rawTarget(target);
            assertEquals("payload", primary.get("/is/image/x").body());
            assertEquals(
                    "GET " + target + " HTTP/1.1", secondary.requests().get(0).requestLine());
        }
    }

    @Test
    void bytesThatAreNotKnownAnyMoreAreNotReplacedByOthers() throws Exception {
        try (FaultServer secondary = FaultServer.of(AnswerMode.WELL);
                PrimaryServer primary = new PrimaryServer(secondary.rootUrl())) {
            RawAnswer answer = primary.get("/is/image/a?x=\uFFFD");
            assertEquals(List.of("text; code=secondary.path"), answer.header("Understudy-StandIn"), answer::toString);
            assertTrue(secondary.requests().isEmpty());
        }
    }

    private static String latin(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String sent(String header, String... headers) throws Exception {
        try (FaultServer secondary = FaultServer.of(AnswerMode.WELL);
                PrimaryServer primary = new PrimaryServer(secondary.rootUrl())) {
            assertEquals("payload", primary.get(PrimaryServer.TARGET, headers).body());
            return secondary.requests().get(0).lines().stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(header + ":"))
                    .map(line -> line.substring(header.length() + 1).strip())
                    .findFirst()
                    .orElse("none");
        }
    }

    @Test
    void aTraceIsContinuedByAChild() throws Exception {
        String trace = "traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        String child = sent("traceparent", trace);
        assertTrue(child.matches("00-4bf92f3577b34da6a3ce929d0e0e4736-[0-9a-f]{16}-01"), child);
        assertFalse(child.contains("00f067aa0ba902b7"), child);
        assertEquals("a=1,b=2", sent("tracestate", trace, "tracestate: a=1,b=2"));
    }

    @Test
    void aTraceThatIsNoneIsReplacedAndNoneIsBegun() throws Exception {
        String bad = "traceparent: 00-00000000000000000000000000000000-00f067aa0ba902b7-01";
        String begun = sent("traceparent", bad);
        assertTrue(begun.matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00"), begun);
        assertFalse(begun.contains("00000000000000000000000000000000"), begun);
        assertEquals("none", sent("tracestate", bad, "tracestate: a=1"));
        assertEquals("none", sent("tracestate", "tracestate: a=1"));
        assertEquals("none", sent("traceparent"));
    }

    @Test
    void endToEndHeadersGoOutAndOthersDoNot() throws Exception {
        try (FaultServer secondary = FaultServer.of(AnswerMode.WELL);
                PrimaryServer primary = new PrimaryServer(secondary.rootUrl())) {
            RawAnswer answer = primary.get(
                    PrimaryServer.TARGET,
                    "If-None-Match: \"abc\"",
                    "If-Modified-Since: Sat, 26 Jul 2014 00:28:32 GMT",
                    "Accept: image/webp",
                    "Sec-CH-DPR: 2",
                    "Save-Data: on",
                    "Cookie: a=b",
                    "Range: bytes=0-9",
                    "X-Forwarded-For: 10.1.2.3",
                    "X-Forwarded-For: 10.4.5.6",
                    "Via: 1.1 cdn",
                    "Keep-Alive: 300",
                    "Proxy-Authorization: Basic x",
                    "TE: trailers",
                    "Connection: X-Hop",
                    "X-Hop: 1");
            assertEquals("payload", answer.body(), answer::toString);
            List<String> sent = secondary.requests().get(0).lines();
            for (String kept : List.of(
                    "If-None-Match: \"abc\"",
                    "If-Modified-Since: Sat, 26 Jul 2014 00:28:32 GMT",
                    "Accept: image/webp",
                    "Sec-CH-DPR: 2",
                    "Save-Data: on",
                    "Cookie: a=b",
                    "Range: bytes=0-9",
                    "X-Forwarded-Proto: http",
                    "Understudy-Forwarded: 1",
                    "Via: 1.1 cdn, 1.1 understudy",
                    "Host: " + secondary.rootUrl().substring("http://".length()))) {
                assertTrue(sent.contains(kept), () -> kept + " is missing in " + sent);
            }
            assertTrue(sent.stream()
                    .anyMatch(line -> line.matches("X-Forwarded-For: 10\\.1\\.2\\.3, 10\\.4\\.5\\.6, .+")));
            for (String dropped : List.of("Keep-Alive", "TE:", "Proxy-", "X-Hop", "Accept-Encoding", "User-Agent")) {
                assertFalse(sent.stream().anyMatch(line -> line.startsWith(dropped)), () -> dropped + " in " + sent);
            }
        }
    }

    @Test
    void theAnswerComesBackUnchanged() throws Exception {
        try (FaultServer secondary = FaultServer.of(AnswerMode.WELL);
                PrimaryServer primary = new PrimaryServer(secondary.rootUrl())) {
            RawAnswer answer = primary.get(PrimaryServer.TARGET);
            assertEquals(200, answer.status(), answer::toString);
            assertEquals(List.of("\"abc\""), answer.header("ETag"));
            assertEquals(List.of("image/jpeg"), answer.header("Content-Type"));
            assertEquals(List.of("*"), answer.header("Access-Control-Allow-Origin"));
            assertEquals(List.of("secondary; code=source.missing"), answer.header("Understudy-StandIn"));
            assertEquals("payload", answer.body());
            assertEquals("abc", primary.logged().seen().digest());
        }
    }

    /** Row 26 of faults.md, and 27 for all statuses of that kind. */
    @Test
    void anyStatusIsPassedOn() throws Exception {
        int[] statuses = IntStream.concat(
                        IntStream.of(200, 201, 203, 206, 226, 300, 301, 302, 303, 305, 307, 308),
                        IntStream.rangeClosed(400, 599))
                .toArray();
        AnswerMode asAsked = request -> request.say("HTTP/1.1 "
                + request.requestLine().replaceAll("\\D*/(\\d+) .*", "$1") + " Whatever\r\n"
                + "Location: http://127.0.0.1:1/\r\nWWW-Authenticate: Basic realm=\"x\"\r\n"
                + "Proxy-Authenticate: Basic realm=\"x\"\r\nRetry-After: 1\r\nContent-Length: 4\r\n\r\ntext");
        try (FaultServer secondary = FaultServer.of(asAsked);
                PrimaryServer primary = new PrimaryServer(secondary.rootUrl())) {
            for (int status : statuses) {
                RawAnswer answer = primary.get("/is/image/" + status);
                assertEquals(status, answer.status(), answer::toString);
                assertEquals("text", answer.body(), answer::toString);
                assertEquals(List.of("http://127.0.0.1:1/"), answer.header("Location"), answer::toString);
                assertEquals(List.of("Basic realm=\"x\""), answer.header("WWW-Authenticate"), answer::toString);
                assertEquals(List.of("secondary; code=source.missing"), answer.header("Understudy-StandIn"));
                assertEquals(status, primary.logged().status());
            }
            assertEquals(statuses.length, secondary.requests().size());
        }
    }

    @Test
    void headHasTheLengthAndNoBody() throws Exception {
        try (FaultServer secondary = FaultServer.answering(AnswerMode.PAYLOAD.replaceAll("payload$", ""));
                PrimaryServer primary = new PrimaryServer(secondary.rootUrl())) {
            RawAnswer answer = primary.request("HEAD", PrimaryServer.TARGET);
            assertTrue(secondary.requests().get(0).requestLine().startsWith("HEAD "));
            assertEquals(200, answer.status(), answer::toString);
            assertEquals(List.of("7"), answer.header("Content-Length"));
            assertEquals("", answer.body());
        }
    }

    @Test
    void chunksArriveWhole() throws Exception {
        String answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: X-Hop\r\nX-Hop: 1\r\n\r\n"
                + "4\r\npayl\r\n3\r\noad\r\n0\r\n\r\n";
        try (FaultServer secondary = FaultServer.answering(answer);
                PrimaryServer primary = new PrimaryServer(secondary.rootUrl())) {
            RawAnswer passed = primary.get(PrimaryServer.TARGET);
            assertEquals("payload", passed.whole(), passed::toString);
            assertEquals(List.of(), passed.header("X-Hop"));
        }
    }

    @Test
    void goodConnectionsAreReused() throws Exception {
        try (FaultServer secondary = FaultServer.of(AnswerMode.WELL);
                PrimaryServer primary = new PrimaryServer(secondary.rootUrl())) {
            for (int i = 0; i < 5; i++) {
                assertEquals("payload", primary.get(PrimaryServer.TARGET).body());
                primary.logged();
            }
            assertEquals(
                    1,
                    secondary.requests().stream()
                            .map(ReceivedRequest::socket)
                            .distinct()
                            .count());
        }
    }

    @Test
    void anAbsoluteTargetDoesNotChooseTheServer() throws Exception {
        try (FaultServer secondary = FaultServer.of(AnswerMode.WELL);
                PrimaryServer primary = new PrimaryServer(secondary.rootUrl())) {
            RawAnswer answer = primary.get("http://primary" + PrimaryServer.TARGET);
            assertEquals("payload", answer.body(), answer::toString);
            assertEquals(
                    "GET " + PrimaryServer.TARGET + " HTTP/1.1",
                    secondary.requests().get(0).requestLine());
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
    void aForwardedRequestIsNotForwardedAgain(String mark) throws Exception {
        try (FaultServer secondary = FaultServer.of(AnswerMode.WELL);
                PrimaryServer primary = new PrimaryServer(secondary.rootUrl())) {
            servedHere(primary.get(PrimaryServer.TARGET, mark));
            assertTrue(secondary.requests().isEmpty());
        }
    }

    /** What stands in then is kept by nobody. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Understudy-Forwarded: 0",
                "Via: 1.1 understudy",
                "Expect: 100-continue",
                "Content-Length: 1",
                "Transfer-Encoding: chunked"
            })
    void aRequestThatBearsAMarkIsBarredWhereOthersAreNot(String mark) throws Exception {
        try (FaultServer secondary = FaultServer.of(AnswerMode.WELL);
                PrimaryServer primary = new PrimaryServer(secondary.rootUrl())) {
            primary.get(PrimaryServer.TARGET, mark);
            assertEquals(Forwardable.BARRED, primary.asked());
            primary.get(PrimaryServer.TARGET, "Via: 1.1 cdn", "Content-Length: 0");
            assertEquals(Forwardable.YES, primary.asked());
            primary.change("");
            primary.get(PrimaryServer.TARGET, mark);
            assertEquals(Forwardable.BARRED_PER_CATALOG, primary.asked());
        }
    }

    /** Row 30 of faults.md. */
    @Test
    void aServerThatIsItsOwnSecondaryAsksItselfOnce() throws Exception {
        try (PrimaryServer primary = new PrimaryServer("")) {
            primary.change(primary.rootUrl());
            RawAnswer answer = primary.get(PrimaryServer.TARGET);
            assertEquals(403, answer.status(), answer::toString);
            assertEquals(List.of("secondary; code=source.missing"), answer.header("Understudy-StandIn"));
            // Both requests end with the same bytes, either of them first.
            assertEquals(
                    Set.of(CacheUse.UNDEFINED, CacheUse.REMOTE),
                    Set.of(
                            primary.logged().seen().cacheUse(),
                            primary.logged().seen().cacheUse()));
            assertTrue(primary.isIdle());
        }
    }

    /** Row 30 of faults.md. */
    @Test
    void aRingOfServersIsOneHopLong() throws Exception {
        try (PrimaryServer one = new PrimaryServer("");
                PrimaryServer two = new PrimaryServer("");
                PrimaryServer three = new PrimaryServer(one.rootUrl())) {
            one.change(two.rootUrl());
            two.change(three.rootUrl());
            RawAnswer answer = one.get(PrimaryServer.TARGET);
            assertEquals(403, answer.status(), answer::toString);
            one.logged();
            two.logged();
            assertTrue(one.isIdle() && two.isIdle() && three.isIdle());
        }
    }

    @Test
    void onlyReadsWithoutABodyAreForwarded() throws Exception {
        try (FaultServer secondary = FaultServer.of(AnswerMode.WELL);
                PrimaryServer primary = new PrimaryServer(secondary.rootUrl())) {
            assertEquals(
                    405,
                    primary.request("POST", PrimaryServer.TARGET, "Content-Length: 0")
                            .status());
            servedHere(primary.get(PrimaryServer.TARGET, "Content-Length: 1"));
            assertTrue(secondary.requests().isEmpty());
        }
    }

    @Test
    void withoutARootUrlNothingIsForwarded() throws Exception {
        try (PrimaryServer primary = new PrimaryServer("")) {
            servedHere(primary.get(PrimaryServer.TARGET));
        }
    }

    private static void servedHere(RawAnswer answer) {
        assertEquals(List.of("text; code=source.missing"), answer.header("Understudy-StandIn"), answer::toString);
    }

    /** Row 31 of faults.md. */
    @ParameterizedTest
    @ValueSource(strings = {"/is/image/a%7Cb?x", "/is/image/a%7cb"})
    void aPipeInThePathIsRefusedClearly(String target) throws Exception {
        try (FaultServer secondary = FaultServer.of(AnswerMode.WELL);
                PrimaryServer primary = new PrimaryServer(secondary.rootUrl())) {
            RawAnswer answer = primary.get(target);
            assertEquals(403, answer.status(), answer::toString);
            assertEquals(List.of("text; code=secondary.path"), answer.header("Understudy-StandIn"));
            assertEquals("A path with a pipe character (|) cannot be sent to the secondary server", answer.body());
            assertEquals(CacheUse.UNDEFINED, primary.logged().seen().cacheUse());
            assertTrue(secondary.requests().isEmpty());
        }
    }
}

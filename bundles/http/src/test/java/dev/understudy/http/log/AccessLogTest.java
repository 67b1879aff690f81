package dev.understudy.http.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.FailureKind;
import dev.understudy.http.LocalServer;
import dev.understudy.http.Mounts;
import dev.understudy.http.NoForwarding;
import dev.understudy.http.ServingHandler;
import dev.understudy.observe.AccessRecord;
import dev.understudy.observe.CacheUse;
import dev.understudy.serve.Answer;
import dev.understudy.serve.Body;
import dev.understudy.serve.Forwardable;
import dev.understudy.serve.Freshness;
import dev.understudy.serve.JsonReader;
import dev.understudy.serve.Reply;
import dev.understudy.serve.StandIn;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines of the access log. */
class AccessLogTest {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-01T23:30:05.042Z"), ZoneId.of("Europe/Zurich"));

    @TempDir
    Path folder;

    private LocalServer server;

    /** Answers with an image of seven bytes, or with an error for paths that name one. */
    private final class Images extends ServingHandler {
        Images() {
            super(new NoForwarding(), true, Mounts.IMAGE);
        }

        @Override
        protected Answer answer(Request request, String path, Forwardable forwardable, AccessRecord accessRecord) {
            accessRecord.rootId("shop");
            accessRecord.parseNanos(Duration.ofMillis(3).toNanos());
            accessRecord.fetchNanos(Duration.ofMillis(17).toNanos());
            accessRecord.cacheKey("00ff");
            if (path.startsWith("ruled")) {
                accessRecord.transformedTarget("shop/bowl?wid=3&text=a b");
            }
            if (path.startsWith("missing")) {
                accessRecord.exception("source.missing: The file of 'shop/100% wool' does not exist");
                return Reply.of("text/plain;charset=utf-8", "Image not found".getBytes())
                        .withStatus(403)
                        .withStandIn(new StandIn(StandIn.Kind.TEXT, FailureKind.SOURCE_MISSING));
            }
            Reply reply = new Reply(
                    200,
                    "image/jpeg",
                    new Body.Bytes(new byte[7]),
                    Freshness.of(Duration.ofHours(1)),
                    "abc",
                    null,
                    List.of(),
                    CacheUse.REUSED,
                    null);
            return path.startsWith("shared") ? reply.withCacheUse(CacheUse.REMOTE_CREATED, "10.0.0.2") : reply;
        }
    }

    private String log(String pattern, String requestLine, String... headers) throws Exception {
        return log(LogFormat.PATTERN, pattern, requestLine, headers);
    }

    private String log(LogFormat format, String pattern, String requestLine, String... headers) throws Exception {
        AccessLogSettings settings = new AccessLogSettings(folder, 10, Long.MAX_VALUE, 100, "access-", format, pattern);
        try (AccessLog log = AccessLog.open(settings, CLOCK)) {
            server = LocalServer.of("/is/image", new Images());
            CountDownLatch logged = new CountDownLatch(1);
            server.server.setRequestLog((request, response) -> {
                log.log(request, response);
                logged.countDown();
            });
            server.send(requestLine, headers);
            // a client has its answer before the line is written
            assertTrue(logged.await(30, TimeUnit.SECONDS));
            server.close();
        }
        return Files.readString(folder.resolve("access-2026-03-02.log"));
    }

    @Test
    void theServerThatAReplyCameFrom() throws Exception {
        assertEquals(
                "REMOTE_CREATED 10.0.0.2",
                log("%{CacheUse}r %{PeerServer}r", "GET /is/image/shared").strip());
        String json = log(LogFormat.JSON, LogPattern.DEFAULT, "GET /is/image/shared");
        assertTrue(json.contains("\"peerServer\":\"10.0.0.2\""), json);
    }

    @Test
    void aTargetThatRulesHaveChanged() throws Exception {
        assertEquals(
                "/is/image/shop/bowl?wid=3&text=a%20b /is/image/ruled",
                log("%{TransformedUrl}r %U", "GET /is/image/ruled").strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "%B %b %s %m | 7 7 200 GET",
                "%U%q | /is/image/shop/bowl?wid=300",
                "%r | GET%20/is/image/shop/bowl?wid=300%20HTTP/1.1",
                "%R | GET /is/image/shop/bowl?wid=300 HTTP/1.1",
                "%G | 2026-03-02 00:30:05.042 +0100",
                "%t | [02/Mar/2026:00:30:05 +0100]",
                "%O %S %u %v | 1 - - test",
                "%{CacheKey}r %{CacheUse}r %{ContentType}r %{Digest}r | 00ff REUSED image/jpeg abc",
                "%{Context}r %{Exception}r %{PeerServer}r | - - -",
                "%{FetchTime}r %{ParseTime}r | 17 3",
                "%{PathBasedAccess}r %{ProcessingStatus}r %{ReqType}r | false 0 IMG",
                "'%{RootId}r' %{Size}r %{TransformedUrl}r | 'shop' 7 /is/image/shop/bowl?wid=300",
                "%{Referer}i %{x-none}i | https://shop.example/a%20b%25 -",
                "%{Content-Type} %{ETag}o %{X-None} | image/jpeg \"abc\" -",
                "100%% of [%s] | 100% of [200]",
                "plain text | plain text",
            })
    void variables(String pattern, String line) throws Exception {
        assertEquals(
                line + "\n", log(pattern, "GET /is/image/shop/bowl?wid=300", "Referer: https://shop.example/a b%"));
    }

    @Test
    void timesAndCounters() throws Exception {
        String line = log("%a %A %D %T %I %p %{SendTime}r", "GET /is/image/x");
        assertTrue(line.matches("\\S+ \\S+ \\d+ \\d+\\.\\d{3} \\S+ \\S+ \\d+\n"), line);
    }

    @Test
    void anErrorIsLoggedWithItsCauseInOneField() throws Exception {
        assertEquals(
                "403 1 15 source.missing:%20The%20file%20of%20'shop/100%25%20wool'%20does%20not%20exist UNDEFINED\n",
                log("%s %{ProcessingStatus}r %B %{Exception}r %{CacheUse}r", "GET /is/image/missing"));
    }

    @Test
    void anImageThatIsNotModifiedIsLoggedWithItsSize() throws Exception {
        assertEquals("304 7 0 -\n", log("%s %{Size}r %B %b", "GET /is/image/x", "If-None-Match: \"abc\""));
    }

    @Test
    void aHeadHasNoBytes() throws Exception {
        assertEquals("200 HEAD 0\n", log("%s %m %B", "HEAD /is/image/x"));
    }

    @Test
    void encodedCharactersOfTheRequestStayReadable() throws Exception {
        assertEquals("GET /is/image/a%2520b?$t$=x%250Ay HTTP/1.1\n", log("%R", "GET /is/image/a%20b?$t$=x%0Ay"));
    }

    /** Four requests of the greatest length would otherwise take a megabyte, with each variable that has the address. */
    @Test
    void aVeryLongRequestIsCutOff() throws Exception {
        String line = log("%R %q", "GET /is/image/x?" + "a".repeat(50_000));
        String kept = "/is/image/x?" + "a".repeat(8192 - 12);
        assertEquals("GET " + kept + "...+41820 HTTP/1.1 ?" + "a".repeat(8191) + "...+41809\n", line);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void anEscapeIsNotCutInTwo(int before) throws Exception {
        String line = log("%{Referer}i", "GET /is/image/x", "Referer: " + "a".repeat(before) + "%".repeat(4000));
        String kept = line.substring(0, line.indexOf("...+"));
        assertTrue(kept.matches("a{" + before + "}(%25)+"), "an escape is cut in two");
        assertTrue(kept.length() <= 8192 && kept.length() > 8192 - 6, "too much is cut off: " + kept.length());
    }

    @Test
    void theThreadIsTheOneThatTheServersLogNames() throws Exception {
        String line = log("%I", "GET /is/image/x");
        assertTrue(line.startsWith("qtp"), line);
    }

    @Test
    void requestsUnderNoMountAreLoggedToo() throws Exception {
        assertEquals("404 - 0 - '' -\n", log("%s %{ReqType}r %{ProcessingStatus}r %O '%{RootId}r' %I", "GET /nowhere"));
    }

    @Test
    void malformedRequestsAreLoggedToo() throws Exception {
        assertEquals("400", log("%s", "GET /is/image/%zz").strip());
    }

    @Test
    void theDefaultPatternHasAFixedNumberOfFields() throws Exception {
        String line = log(LogPattern.DEFAULT, "GET /is/image/shop/bowl?wid=300", "Referer: a b c");
        int fields = LogPattern.DEFAULT.split(" ").length + 2 /* %G */ + 2 /* %R */;
        assertEquals(fields, line.strip().split(" ").length, line);
        assertTrue(line.startsWith("2026-03-02 00:30:05.042 +0100 "), line);
        assertTrue(line.contains(" IMG 'shop' REUSED GET /is/image/shop/bowl?wid=300 HTTP/1.1 ["), line);
        assertTrue(line.contains("] 'a%20b%20c' test - - - - abc image/jpeg "), line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%z", "%{Nothing}r", "%{CacheUse", "%s %Q", "%{cacheuse}r"})
    void anUnknownVariableIsNamed(String pattern) {
        var error = assertThrows(IllegalArgumentException.class, () -> LogPattern.compile(pattern));
        assertTrue(error.getMessage().startsWith("there is no variable '%"), error.getMessage());
        assertTrue(error.getMessage().contains("CacheUse"), error.getMessage());
    }

    @Test
    void aLineOfJson() throws Exception {
        String line = log(
                LogFormat.JSON,
                "%s",
                "GET /is/image/missing?wid=300",
                "Referer: https://shop.example/",
                "traceparent: " + TRACE);
        Map<String, Object> json = JsonReader.object(line);
        assertEquals("2026-03-02T00:30:05.042+01:00", json.get("time"));
        assertEquals("GET", json.get("method"));
        assertEquals("/is/image/missing?wid=300", json.get("target"));
        assertEquals(403.0, json.get("status"));
        assertEquals("shop", json.get("catalog"));
        assertEquals("source.missing", json.get("failure"));
        assertEquals("text", json.get("standIn"));
        assertEquals("source.missing: The file of 'shop/100% wool' does not exist", json.get("exception"));
        assertEquals(3.0, json.get("parseMs"));
        assertEquals(17.0, json.get("fetchMs"));
        assertEquals("4bf92f3577b34da6a3ce929d0e0e4736", json.get("traceId"));
        assertEquals("00f067aa0ba902b7", json.get("parentId"));
        assertFalse(json.containsKey("spanId"), line);
        assertFalse(json.containsKey("cacheUse"), line);
        assertTrue(line.endsWith("}\n"), line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"}{\"status\":1,\"",
                "back\\slash \\u0000 \\\"",
                "</script><script>",
                "tab\there",
                "\u00e9\u6905 \ud83d\ude00 \u2028\u2029\u0085",
                "%0d%0aforged: line",
                "",
            })
    void whateverAClientSaysALineIsOneObject(String hostile) throws Exception {
        String line = log(
                LogFormat.JSON,
                "%s",
                "GET /is/image/x?text=%22" + hostile.replaceAll("[^!-~]|[\"\\\\<>]", ""),
                "Referer: " + hostile,
                "User-Agent: " + hostile,
                "X-Forwarded-For: " + hostile);
        assertEquals(1, line.lines().count(), line);
        Map<String, Object> json = JsonReader.object(line);
        // Headers are bytes, which the server reads as ISO-8859-1.
        String bytes = new String(hostile.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertEquals(bytes.isEmpty() ? null : bytes, json.get("userAgent"));
        assertEquals(200.0, json.get("status"));
    }

    @Test
    void bytesThatAreNoTextAndValuesThatAreVeryLong() throws Exception {
        LineBuffer line = new LineBuffer();
        JsonObject json = JsonObject.begin(line);
        json.text("half", "a\ud800b\udc00");
        json.text("controls", "\u0000\u001f\u007f");
        json.text("long", "x".repeat(20_000));
        json.list("list", List.of("a\"", "b"));
        json.number("unknown", -1);
        json.millis("ms", 1_234_567);
        json.end();
        Map<String, Object> read = JsonReader.object(new String(line.bytes(), 0, line.length()));
        assertEquals("a\ufffdb\ufffd", read.get("half"));
        assertEquals("\u0000\u001f\u007f", read.get("controls"));
        assertTrue(read.get("long").toString().endsWith("x...+11808"));
        assertEquals(List.of("a\"", "b"), read.get("list"));
        assertEquals(1.234, read.get("ms"));
        assertEquals(5, read.size());
    }

    @Test
    void theTraceThatARequestBelongsTo() throws Exception {
        String pattern = "%{TraceId}r %{ParentId}r %{SpanId}r";
        assertEquals(
                "4bf92f3577b34da6a3ce929d0e0e4736 00f067aa0ba902b7 -\n",
                log(pattern, "GET /is/image/x", "traceparent: " + TRACE));
        assertEquals(
                "4bf92f3577b34da6a3ce929d0e0e4736 00f067aa0ba902b7 -\n- - -\n",
                log(pattern, "GET /is/image/x", "traceparent: 00-" + "0".repeat(32) + "-00f067aa0ba902b7-01"));
    }

    @Test
    void withoutFolderThereIsNoLog() throws Exception {
        try (AccessLog log = AccessLog.open(AccessLogSettings.NONE, CLOCK)) {
            server = LocalServer.of("/is/image", new Images());
            server.server.setRequestLog(log);
            assertEquals(200, server.get("/is/image/x").getStatus());
            server.close();
        }
        assertFalse(Files.list(folder).findAny().isPresent());
    }
}

package dev.understudy.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.RuleHeader;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.observe.CacheUse;
import dev.understudy.serve.Body;
import dev.understudy.serve.Forward;
import dev.understudy.serve.Forwardable;
import dev.understudy.serve.Freshness;
import dev.understudy.serve.RedirectTarget;
import dev.understudy.serve.Reply;
import dev.understudy.serve.StandIn;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.http.HttpDateTime;
import org.eclipse.jetty.http.HttpTester;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies as clients get them over HTTP. */
class ReplyTest {

    private static final String DIGEST = "9e107d9d372bb6826bd81d3542a419d6";
    private static final Instant MODIFIED = Instant.parse("2018-06-21T12:00:00.700Z");
    private static final Reply IMAGE = new Reply(
            200,
            "image/jpeg",
            new Body.Bytes("image".getBytes(StandardCharsets.UTF_8)),
            Freshness.of(Duration.ofHours(10)),
            DIGEST,
            MODIFIED,
            List.of(),
            CacheUse.CREATED,
            null);

    private static final StandIn DEFAULT_IMAGE = new StandIn(StandIn.Kind.DEFAULT_IMAGE, FailureKind.SOURCE_MISSING);

    private LocalServer server;

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private HttpTester.Response send(Reply reply, String requestLine, String... headers) throws Exception {
        server = LocalServer.of("/is/image", new FixedHandler((path, query, forwardable) -> reply));
        return server.send(requestLine + " /is/image/x", headers);
    }

    private HttpTester.Response get(UnaryOperator<Reply> change, String... headers) throws Exception {
        return send(change.apply(IMAGE), "GET", headers);
    }

    @Test
    void anImageHasItsValidatorsAndLifetime() throws Exception {
        var response = get(reply -> reply);
        assertEquals(200, response.getStatus());
        assertEquals("image", response.getContent());
        assertEquals("image/jpeg", response.get("Content-Type"));
        assertEquals("5", response.get("Content-Length"));
        assertEquals('"' + DIGEST + '"', response.get("ETag"));
        assertEquals("Thu, 21 Jun 2018 12:00:00 GMT", response.get("Last-Modified"));
        assertEquals("max-age=36000", response.get("Cache-Control"));
        Duration lifetime =
                Duration.between(HttpDateTime.parse(response.get("Date")), HttpDateTime.parse(response.get("Expires")));
        assertTrue(Math.abs(lifetime.toSeconds() - 36_000) <= 2, lifetime.toString());
        assertNull(response.get("Understudy-StandIn"));
        assertEquals("nosniff", response.get("X-Content-Type-Options"));
        assertNull(response.get("Server"));
        assertNull(response.get("Accept-Ranges"));
    }

    @Test
    void headersOfRulesReplaceOrAddTo() throws Exception {
        var rules = List.of(
                new RuleHeader("X-Shop", "a", false),
                new RuleHeader("x-shop", "b", true),
                new RuleHeader("Cache-Control", "max-age=5", false),
                new RuleHeader("Vary", "Origin", true),
                new RuleHeader("Access-Control-Allow-Origin", "https://shop.example", false));
        for (String condition : List.of("If-None-Match: \"other\"", "If-None-Match: \"" + DIGEST + "\"")) {
            var response = get(reply -> reply.withHeaders(rules), condition);
            assertEquals("a, b", response.get("X-Shop"));
            assertEquals("max-age=5", response.get("Cache-Control"));
            assertNull(response.get("Expires"));
            assertEquals("Origin", response.get("Vary"));
            assertEquals("https://shop.example", response.get("Access-Control-Allow-Origin"));
            server.close();
        }
        var kept = get(reply -> reply.withHeaders(rules)
                .withFreshness(Freshness.of(Duration.ofHours(1)).forClientAlone()));
        assertEquals("private, max-age=3600", kept.get("Cache-Control"));
        assertEquals("a, b", kept.get("X-Shop"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Cache-Control | immutable | true | max-age=36000, immutable | ",
                "cache-control | no-store | false | no-store | ",
                "Expires | Thu, 21 Jun 2018 12:00:00 GMT | false | | Thu, 21 Jun 2018 12:00:00 GMT"
            })
    void theLifetimeOfARuleIsNotContradicted(String name, String value, boolean adds, String control, String expires)
            throws Exception {
        var response = get(reply -> reply.withHeaders(List.of(new RuleHeader(name, value, adds))));
        assertEquals(control, response.get("Cache-Control"));
        assertEquals(expires, response.get("Expires"));
    }

    @Test
    void headIsTheSameWithoutBody() throws Exception {
        var response = send(IMAGE, "HEAD");
        assertEquals(200, response.getStatus());
        assertEquals("", response.getContent() == null ? "" : response.getContent());
        assertEquals("5", response.get("Content-Length"));
        assertEquals("image/jpeg", response.get("Content-Type"));
        assertEquals('"' + DIGEST + '"', response.get("ETag"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"" + DIGEST + "\"",
                "W/\"" + DIGEST + "\"",
                "*",
                "\"other\", \"" + DIGEST + "\"",
                "\"other\",W/\"" + DIGEST + "\"  , \"third\""
            })
    void aKnownImageIsNotSentAgain(String known) throws Exception {
        var response = get(reply -> reply, "If-None-Match: " + known);
        assertEquals(304, response.getStatus());
        assertEquals('"' + DIGEST + '"', response.get("ETag"));
        assertEquals("max-age=36000", response.get("Cache-Control"));
        assertNull(response.get("Content-Type"));
        assertEquals("5", response.get("Content-Length"));
        assertEquals(0, response.getContentBytes().length);
        assertEquals("*", response.get("Access-Control-Allow-Origin"));
        assertEquals("nosniff", response.get("X-Content-Type-Options"));
    }

    @Test
    void headOfAKnownImageIsNotModifiedToo() throws Exception {
        assertEquals(304, send(IMAGE, "HEAD", "If-None-Match: *").getStatus());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"other\"", DIGEST, "", "\"" + DIGEST, "w/\"" + DIGEST + "\""})
    void anotherImageIsSent(String known) throws Exception {
        assertEquals(200, get(reply -> reply, "If-None-Match: " + known).getStatus());
    }

    @Test
    void theDateCountsWithoutAnEntityTag() throws Exception {
        assertEquals(
                304,
                get(reply -> reply, "If-Modified-Since: Thu, 21 Jun 2018 12:00:00 GMT")
                        .getStatus());
    }

    @Test
    void anOlderCopyIsReplaced() throws Exception {
        assertEquals(
                200,
                get(reply -> reply, "If-Modified-Since: Thu, 21 Jun 2018 11:59:59 GMT")
                        .getStatus());
    }

    @Test
    void theEntityTagGoesBeforeTheDate() throws Exception {
        assertEquals(
                200,
                get(reply -> reply, "If-None-Match: \"other\"", "If-Modified-Since: Thu, 21 Jun 2018 12:00:00 GMT")
                        .getStatus());
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "", "Thu, 99 Jun 2018 12:00:00 GMT", "0"})
    void aMalformedDateIsIgnored(String date) throws Exception {
        assertEquals(200, get(reply -> reply, "If-Modified-Since: " + date).getStatus());
    }

    @Test
    void withoutDateThereIsNothingToCompare() throws Exception {
        var response = get(reply -> reply.withLastModified(null), "If-Modified-Since: Thu, 21 Jun 2029 12:00:00 GMT");
        assertEquals(200, response.getStatus());
        assertNull(response.get("Last-Modified"));
    }

    @Test
    void aLifetimeOfZeroMeansToRevalidateEachTime() throws Exception {
        assertEquals(
                "max-age=0",
                get(reply -> reply.withFreshness(Freshness.of(Duration.ZERO))).get("Cache-Control"));
    }

    @Test
    void aReplyThatMayNotBeStoredIsNoStore() throws Exception {
        var response = get(reply -> reply.withFreshness(Freshness.NO_STORE));
        assertEquals("no-store", response.get("Cache-Control"));
        assertNull(response.get("Expires"));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 403, 500})
    void aTextErrorIsAlwaysSent(int status) throws Exception {
        Reply error = new Reply(
                status,
                "text/plain;charset=utf-8",
                new Body.Bytes("Image not found".getBytes(StandardCharsets.UTF_8)),
                Freshness.NO_STORE,
                DIGEST,
                MODIFIED,
                List.of(),
                CacheUse.UNDEFINED,
                new StandIn(StandIn.Kind.TEXT, FailureKind.SOURCE_MISSING));
        var response = send(error, "GET", "If-None-Match: *", "If-Modified-Since: Thu, 21 Jun 2029 12:00:00 GMT");
        assertEquals(status, response.getStatus());
        assertEquals("Image not found", response.getContent());
        assertEquals("text; code=source.missing", response.get("Understudy-StandIn"));
        assertEquals("nosniff", response.get("X-Content-Type-Options"));
        assertEquals("no-store", response.get("Cache-Control"));
        assertNull(response.get("ETag"));
        assertNull(response.get("Last-Modified"));
    }

    @Test
    void aDefaultImageHasItsOwnEntityTag() throws Exception {
        var response = get(reply -> reply.withStandIn(DEFAULT_IMAGE), "If-None-Match: \"stand-in-" + DIGEST + '"');
        assertEquals(304, response.getStatus());
        assertEquals("\"stand-in-" + DIGEST + '"', response.get("ETag"));
        assertNull(response.get("Last-Modified"));
        assertEquals("default-image; code=source.missing", response.get("Understudy-StandIn"));
    }

    @Test
    void theTagsOfAnImageAndOfItsStandInDiffer() throws Exception {
        var response = get(reply -> reply.withStandIn(DEFAULT_IMAGE), "If-None-Match: \"" + DIGEST + '"');
        assertEquals(200, response.getStatus());
        server.close();
        assertEquals(
                200,
                get(reply -> reply, "If-None-Match: \"stand-in-" + DIGEST + '"').getStatus());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "If-Match: \"#\" | 200",
                "If-Match: \"other\", \"#\" | 200",
                "If-Match: * | 200",
                "If-Match: \"other\" | 412",
                "If-Match: W/\"#\" | 412",
                "If-Match: # | 412",
                "If-Unmodified-Since: Thu, 21 Jun 2018 12:00:00 GMT | 200",
                "If-Unmodified-Since: Thu, 21 Jun 2029 12:00:00 GMT | 200",
                "If-Unmodified-Since: Thu, 21 Jun 2018 11:59:59 GMT | 412",
                "If-Unmodified-Since: yesterday | 200",
                // The tag goes before the date, and both before the conditions that may give 304.
                "If-Match: \"#\", If-Unmodified-Since: Thu, 21 Jun 2018 11:59:59 GMT | 200",
                "If-Match: \"other\", If-None-Match: \"#\" | 412",
                "If-Match: \"#\", If-None-Match: \"#\" | 304",
                "If-Unmodified-Since: Thu, 21 Jun 2018 11:59:59 GMT, If-None-Match: * | 412",
                "If-None-Match: \"other\", If-Modified-Since: Thu, 21 Jun 2018 12:00:00 GMT | 200",
            })
    void conditionsCountInTheOrderOfTheStandard(String conditions, int status) throws Exception {
        String[] headers = conditions.replace("#", DIGEST).split(", (?=If-)");
        for (String method : List.of("GET", "HEAD")) {
            var response = send(IMAGE, method, headers);
            assertEquals(status, response.getStatus(), method);
            assertEquals(status == 412 ? "no-store" : "max-age=36000", response.get("Cache-Control"));
            assertEquals("nosniff", response.get("X-Content-Type-Options"));
            server.close();
        }
    }

    @Test
    void anErrorIsSentWhateverTheConditions() throws Exception {
        assertEquals(
                403,
                send(error(403, FailureKind.SOURCE_MISSING), "GET", "If-Match: \"other\"")
                        .getStatus());
    }

    @Test
    void whatNeverChangesIsNotModifiedWhateverItIs() throws Exception {
        var response =
                send(Reply.notModified(Freshness.of(Duration.ofDays(3650))), "GET", "If-None-Match: \"from-long-ago\"");
        assertEquals(304, response.getStatus());
        assertEquals("\"from-long-ago\"", response.get("ETag"));
        assertEquals("max-age=315360000", response.get("Cache-Control"));
        assertEquals("nosniff", response.get("X-Content-Type-Options"));
        assertNull(response.get("Content-Length"));
        assertNull(response.get("Content-Type"));
    }

    /** Jetty would say that the image is empty. */
    @Test
    void anImageThatTheSecondaryHasNotChangedHasNoLength() throws Exception {
        Forward forward = new Forward(new Failure.Missing("x", true), RedirectTarget.OF_THE_SERVER, why -> IMAGE);
        server = LocalServer.of(
                "/is/image", new FixedHandler((path, query, forwardable) -> forward, new NotModifiedElsewhere()));
        var response = server.get("/is/image/x", "If-None-Match: \"x\"");
        assertEquals(304, response.getStatus());
        assertNull(response.get("Content-Length"));
        assertEquals("secondary; code=source.missing", response.get("Understudy-StandIn"));
        assertEquals("nosniff", response.get("X-Content-Type-Options"));
    }

    private static final class NotModifiedElsewhere implements Forwarding {
        @Override
        public Forwardable accepts(Request request) {
            return Forwardable.YES;
        }

        @Override
        public void forward(
                Request request,
                Response response,
                Callback callback,
                Forward forward,
                Consumer<Failure> onNoResponse) {
            response.setStatus(304);
            response.getHeaders().put("X-Content-Type-Options", "sniff");
            callback.succeeded();
        }
    }

    @Test
    void anEmptyBodyIsAnAnswerToo() throws Exception {
        var response = send(Reply.of("text/plain", new byte[0]), "GET");
        assertEquals(200, response.getStatus());
        assertEquals("0", response.get("Content-Length"));
    }

    @Test
    void bytesInMemoryHaveNoRanges() throws Exception {
        var response = get(reply -> reply, "Range: bytes=0-1");
        assertEquals(200, response.getStatus());
        assertEquals("image", response.getContent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void anOverloadedServerNamesTheTimeToRetry(String method) throws Exception {
        var response = send(error(503, FailureKind.SERVER_OVERLOADED), method);
        assertEquals(503, response.getStatus());
        assertEquals("1", response.get("Retry-After"));
        assertEquals("text; code=server.overloaded", response.get("Understudy-StandIn"));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 403, 500, 502, 504})
    void otherErrorsHaveNoTimeToRetry(int status) throws Exception {
        assertNull(send(error(status, FailureKind.SERVER_OVERLOADED), "GET").get("Retry-After"));
    }

    private static Reply error(int status, FailureKind cause) {
        return Reply.of("text/plain;charset=utf-8", "no".getBytes(StandardCharsets.UTF_8))
                .withStatus(status)
                .withStandIn(new StandIn(StandIn.Kind.TEXT, cause));
    }

    @Test
    void everySiteMayReadTheAnswer() throws Exception {
        var response = get(reply -> reply, "Origin: https://shop.example");
        assertEquals("*", response.get("Access-Control-Allow-Origin"));
        assertTrue(response.get("Access-Control-Expose-Headers").contains("Understudy-StandIn"));
    }

    @Test
    void aPreflightRequestIsAnswered() throws Exception {
        var response = send(
                IMAGE,
                "OPTIONS",
                "Origin: https://shop.example",
                "Access-Control-Request-Method: GET",
                "Access-Control-Request-Headers: x-anything");
        assertEquals(204, response.getStatus());
        assertEquals("*", response.get("Access-Control-Allow-Origin"));
        assertEquals("GET, HEAD, OPTIONS", response.get("Access-Control-Allow-Methods"));
        assertEquals("*", response.get("Access-Control-Allow-Headers"));
        assertEquals("86400", response.get("Access-Control-Max-Age"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "PROPFIND", "TRACE"})
    void otherMethodsAreNotAllowed(String method) throws Exception {
        var response = send(IMAGE, method);
        assertEquals(405, response.getStatus());
        assertEquals("GET, HEAD, OPTIONS", response.get("Allow"));
        assertEquals("Method Not Allowed\n", response.getContent());
    }

    @Test
    void anExceptionBecomesAnAnswerWithoutDetails() throws Exception {
        server = LocalServer.of("/is/image", new FixedHandler((path, query, forwardable) -> {
            throw new StackOverflowError("secret/path/of/a/file");
        }));
        var response = server.get("/is/image/x");
        assertEquals(500, response.getStatus());
        assertEquals("Internal error", response.getContent());
        assertEquals("text; code=internal", response.get("Understudy-StandIn"));
        assertEquals("*", response.get("Access-Control-Allow-Origin"));
        assertFalse(response.toString().contains("secret"));
    }
}

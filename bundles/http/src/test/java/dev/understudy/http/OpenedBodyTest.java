package dev.understudy.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.observe.CacheUse;
import dev.understudy.serve.Body;
import dev.understudy.serve.Freshness;
import dev.understudy.serve.Reply;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.eclipse.jetty.http.HttpTester;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are streamed, in parts if asked for, and always closed. */
class OpenedBodyTest {

    private static final int LENGTH = 1_000_003;
    private static final Instant CHANGED = Instant.parse("2018-06-21T12:00:00.500Z");
    private static final SourceKey KEY = new SourceKey(SourceKey.Kind.STATIC_CONTENT, "", "file", true);

    @TempDir
    Path folder;

    private final byte[] bytes = new byte[LENGTH];
    private final List<FileChannel> channels = new ArrayList<>();
    private long promised = LENGTH;
    private boolean overwritten;
    private Instant stated = CHANGED;
    private LocalServer server;

    @BeforeEach
    void start() throws Exception {
        new Random(7).nextBytes(bytes);
        Path file = Files.write(folder.resolve("file"), bytes);
        server = LocalServer.of("/is/image", new FixedHandler((path, query, forwardable) -> {
            try {
                channels.add(FileChannel.open(file));
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            return new Reply(
                    200,
                    "application/pdf",
                    new Body.Opened(channels.get(channels.size() - 1), promised, () -> overwritten),
                    Freshness.of(Duration.ofHours(1)),
                    "abc",
                    stated,
                    List.of(new Stamp(KEY, CHANGED.toEpochMilli(), LENGTH, "")),
                    CacheUse.UNDEFINED,
                    null);
        }));
    }

    @AfterEach
    void allBodiesAreClosed() throws Exception {
        server.close();
        assertFalse(channels.isEmpty());
        channels.forEach(channel -> assertFalse(channel.isOpen()));
    }

    private HttpTester.Response get(String... headers) throws Exception {
        return server.get("/is/image/x", headers);
    }

    @Test
    void streamsAll() throws Exception {
        var response = get();
        assertEquals(200, response.getStatus());
        assertEquals("bytes", response.get("Accept-Ranges"));
        assertEquals(String.valueOf(LENGTH), response.get("Content-Length"));
        assertArrayEquals(bytes, response.getContentBytes());
    }

    @Test
    void headSendsNothing() throws Exception {
        var response = server.send("HEAD /is/image/x");
        assertEquals(String.valueOf(LENGTH), response.get("Content-Length"));
        assertEquals(200, response.getStatus());
    }

    @Test
    void aKnownFileIsNotSent() throws Exception {
        assertEquals(304, get("If-None-Match: \"abc\"").getStatus());
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 1",
        "bytes=5-9, 5, 5",
        "bytes=70000-199999, 70000, 130000",
        "bytes=1000000-, 1000000, 3",
        "bytes=1000000-99999999, 1000000, 3",
        "bytes=-10, 999993, 10",
        "bytes=1-999999999999999999, 1, 1000002",
        "Bytes=5-9, 5, 5",
    })
    void sendsAPart(String range, int offset, int length) throws Exception {
        var response = get("Range: " + range);
        assertEquals(206, response.getStatus());
        assertEquals("bytes " + offset + "-" + (offset + length - 1) + "/" + LENGTH, response.get("Content-Range"));
        assertEquals(String.valueOf(length), response.get("Content-Length"));
        assertArrayEquals(Arrays.copyOfRange(bytes, offset, offset + length), response.getContentBytes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=0-",
                "bytes=-99999999",
                "bytes=0-1,5-6",
                "bytes=9-5",
                "bytes=",
                "bytes=-",
                "bytes=a-b",
                "items=0-1",
                "bytes=0--1",
                "bytes=99999999999999999999-",
                "0-1",
                ""
            })
    void sendsTheWholeForOtherRanges(String range) throws Exception {
        var response = get("Range: " + range);
        assertEquals(200, response.getStatus());
        assertEquals(LENGTH, response.getContentBytes().length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=1000003-", "bytes=2000000-2000001", "bytes=-0"})
    void refusesRangesBeyondTheEnd(String range) throws Exception {
        var response = get("Range: " + range);
        assertEquals(416, response.getStatus());
        assertEquals("bytes */" + LENGTH, response.get("Content-Range"));
        assertEquals("no-store", response.get("Cache-Control"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"abc\" | 206",
                "\"other\" | 200",
                "W/\"abc\" | 200",
                "Thu, 21 Jun 2018 12:00:00 GMT | 206",
                "Thu, 21 Jun 2018 12:00:01 GMT | 200",
                "rubbish | 200",
            })
    void sendsAPartOnlyOfTheSameFile(String validator, int status) throws Exception {
        assertEquals(status, get("Range: bytes=0-4", "If-Range: " + validator).getStatus());
    }

    /** A record states the same time before and after its file is replaced. */
    @Test
    void theTimeOfARecordSaysNothingAboutBytes() throws Exception {
        stated = Instant.parse("2018-06-21T11:00:00Z");
        var response = get("Range: bytes=0-4", "If-Range: Thu, 21 Jun 2018 11:00:00 GMT");
        assertEquals(200, response.getStatus());
        assertEquals(LENGTH, response.getContentBytes().length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-4", "bytes=2000000-", "bytes=-0"})
    void headHasNoParts(String range) throws Exception {
        var response = server.send("HEAD /is/image/x", "Range: " + range);
        assertEquals(200, response.getStatus());
        assertEquals(String.valueOf(LENGTH), response.get("Content-Length"));
        assertNull(response.get("Content-Range"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "If-Match: \"abc\" | 206",
                "If-Match: \"other\", \"abc\" | 206",
                "If-Match: * | 206",
                "If-Match: \"other\" | 412",
                "If-Match: W/\"abc\" | 412",
                "If-Match: abc | 412",
                "If-Unmodified-Since: Thu, 21 Jun 2018 12:00:00 GMT | 206",
                "If-Unmodified-Since: Thu, 21 Jun 2018 11:59:59 GMT | 412",
                "If-Unmodified-Since: yesterday | 206",
            })
    void aPartIsSentOnlyIfTheConditionHolds(String condition, int status) throws Exception {
        var response = get("Range: bytes=0-4", condition);
        assertEquals(status, response.getStatus());
        assertEquals(status == 206 ? 5 : "Precondition Failed\n".length(), response.getContentBytes().length);
    }

    /** A client would otherwise have half of one state and half of another. */
    @ParameterizedTest
    @ValueSource(strings = {"", "Range: bytes=1-\r\n", "Range: bytes=0-700000\r\n"})
    void anAnswerBreaksOffWhenTheFileIsWrittenOver(String range) throws Exception {
        overwritten = true;
        var connection = server.connector.executeRequest("GET /is/image/x HTTP/1.1\r\nHost: x\r\n" + range + "\r\n");
        connection.waitUntilClosed();
        assertFalse(connection.isOpen());
        String answer = connection.takeOutputString();
        int announced = range.contains("700000") ? 700_001 : LENGTH - 1;
        assertTrue(answer.startsWith("HTTP/1.1 20"), "it had begun");
        assertTrue(answer.length() - answer.indexOf("\r\n\r\n") - 4 < announced, "it is all there");
    }

    @Test
    void aSmallFileThatIsWrittenOverIsAnErrorAtOnce() throws Exception {
        overwritten = true;
        var response = get("Range: bytes=5-9");
        assertEquals(500, response.getStatus());
        assertEquals("no-store", response.get("Cache-Control"));
        assertEquals("nosniff", response.get("X-Content-Type-Options"));
        assertNull(response.get("ETag"));
        assertNull(response.get("Content-Range"));
    }

    @Test
    void anAnswerBreaksOffWhenTheFileBecomesShorter() throws Exception {
        promised = LENGTH + 10L;
        var connection = server.connector.executeRequest("GET /is/image/x HTTP/1.1\r\nHost: x\r\n\r\n");
        connection.waitUntilClosed();
        assertFalse(connection.isOpen());
    }
}

package dev.understudy.source.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What foreign servers may do on purpose. */
@Timeout(60)
class HostileOriginTest {

    private static final byte[] IMAGE = ForeignFixture.IMAGE;
    private static final byte[] OTHER = "another one".getBytes(StandardCharsets.US_ASCII);
    private static final Duration LATER = Duration.ofSeconds(61);

    @TempDir
    Path folder;

    private ForeignFixture foreign;

    @BeforeEach
    void start() throws IOException {
        foreign = new ForeignFixture(
                folder.resolve("kept"), ForeignFixture.settings("127.0.0.1", 3, 100_000, 1 << 20, 8), null);
    }

    @AfterEach
    void stop() throws IOException {
        foreign.close();
    }

    private void assertFails(String why) {
        Failure failure = foreign.failure(foreign.key("/a"));
        assertEquals(FailureKind.FOREIGN_FAILED, failure.kind());
        assertTrue(failure.message().contains(why), failure.message());
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 305, 306, 309, 399})
    void noKindOfRedirectIsFollowed(int status) {
        foreign.origin.says("HTTP/1.1 " + status + " Other\r\nLocation: " + foreign.origin.url("/b")
                + "\r\nContent-Length: 0\r\n\r\n");
        assertFails("its server answered " + status + ", a redirect, which is not followed");
        assertEquals(1, foreign.origin.heads().size());
    }

    /** The server was not asked whether the image has changed, as it has given nothing to ask that by. */
    @Test
    void anImageWithoutValidatorsIsNotUnchanged() throws Exception {
        foreign.origin.gives("Cache-Control: max-age=60\r\n", IMAGE);
        foreign.fetch(foreign.key("/a"));
        foreign.clock.advance(LATER);
        foreign.origin.says("HTTP/1.1 304 Not Modified\r\nCache-Control: max-age=9999\r\n\r\n");
        assertFails("its server answered 304");
        assertThrows(ServeException.class, () -> foreign.access.open(foreign.key("/a")));
    }

    @Test
    void tagsThatAreTooLongToBeSentBackAreForgotten() throws Exception {
        SourceKey key = foreign.key("/a");
        String tag = "\"" + "x".repeat(20_000) + "\"";
        foreign.origin.gives("Cache-Control: max-age=60\r\nETag: " + tag + "\r\n", IMAGE);
        foreign.fetch(key);
        foreign.clock.advance(LATER);
        foreign.origin.gives("Cache-Control: max-age=60\r\n", OTHER);
        foreign.fetch(key);
        assertArrayEquals(OTHER, foreign.read(key));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ETag: no quotes",
                "ETag: \"\u00e9\u00ff\"",
                "ETag: W/\"\"",
                "ETag:",
                "ETag: \"a\", \"b\"",
                "Last-Modified: yesterday",
                "Last-Modified: Thu, 01 Jan 1970 00:00:00 GMT",
                "Last-Modified: Fri, 31 Dec 9999 23:59:59 GMT"
            })
    void oddValidatorsDoNoHarm(String validator) throws Exception {
        SourceKey key = foreign.key("/a");
        foreign.origin.script = (head, out) -> {
            out.write("HTTP/1.1 200 OK\r\nCache-Control: max-age=60\r\nContent-Length: 8\r\n"
                    .getBytes(StandardCharsets.ISO_8859_1));
            out.write((validator + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.write(IMAGE);
        };
        foreign.fetch(key);
        foreign.clock.advance(LATER);
        foreign.origin.gives("Cache-Control: max-age=60\r\n", OTHER);
        foreign.fetch(key);
        assertArrayEquals(OTHER, foreign.read(key));
    }

    @Test
    void tagsThatChangeAllTheTimeMakeNoOtherImage() throws Exception {
        SourceKey key = foreign.key("/a");
        Stamp first = null;
        for (int i = 0; i < 5; i++) {
            foreign.origin.gives("Cache-Control: max-age=60\r\nETag: \"" + i + "\"\r\n", IMAGE);
            foreign.fetch(key);
            first = first == null ? foreign.access.stamp(key) : first;
            assertEquals(first, foreign.access.stamp(key));
            foreign.clock.advance(LATER);
        }
        foreign.origin.gives("Cache-Control: max-age=60\r\nETag: \"0\"\r\n", OTHER);
        foreign.fetch(key);
        assertNotEquals(first, foreign.access.stamp(key));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 8|Content-Length: 4",
                "Content-Length: -1",
                "Content-Length: 8x",
                "Content-Length: 99999999999999999999",
                "Transfer-Encoding: chunked|Content-Length: 8",
                "Transfer-Encoding: identity, gzip",
                "Content-Length : 8"
            })
    void lengthsThatMayBeMistakenAreNone(String headers) throws Exception {
        foreign.origin.script = (head, out) -> {
            out.write(("HTTP/1.1 200 OK\r\n" + headers.replace("|", "\r\n") + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(IMAGE);
            throw new IOException("the connection is closed");
        };
        try {
            foreign.fetch(foreign.key("/a"));
            assertArrayEquals(IMAGE, foreign.read(foreign.key("/a")));
        } catch (ServeException e) {
            assertEquals(FailureKind.FOREIGN_FAILED, e.failure().kind());
        }
    }

    /** What comes behind an answer is the answer to nothing. */
    @Test
    void anAnswerBehindAnAnswerIsNotThatToTheNextRequest() throws Exception {
        ByteArrayOutputStream two = new ByteArrayOutputStream();
        two.write(OriginServer.answer("", IMAGE));
        two.write(OriginServer.answer("", "evil".getBytes(StandardCharsets.US_ASCII)));
        foreign.origin.script = (head, out) -> {
            if (head.startsWith("GET /a ")) {
                out.write(two.toByteArray());
            } else {
                out.write(OriginServer.answer("", OTHER));
            }
        };
        foreign.fetch(foreign.key("/a"));
        assertArrayEquals(IMAGE, foreign.read(foreign.key("/a")));
        Thread.sleep(100);
        foreign.fetch(foreign.key("/b"));
        assertArrayEquals(OTHER, foreign.read(foreign.key("/b")));
    }

    @Test
    void tenGigabytesAreNotBegun() {
        foreign.origin.says("HTTP/1.1 200 OK\r\nContent-Length: 10737418240\r\n\r\n");
        assertFails("it is larger than foreign.maxFileSize");
    }

    @Test
    void aServerThatDripsItsHeadersIsLeftAfterTheTimeout() {
        foreign.origin.script = (head, out) -> {
            out.write("HTTP/1.1 200 OK\r\nX-Header: ".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 1000; i++) {
                out.write('x');
                out.flush();
                Thread.sleep(50);
            }
        };
        assertFails("its server has not sent it within RemoteUrlTimeout, 3 s");
    }

    @Test
    void hintsWithoutEndAreLeftAfterTheTimeout() {
        foreign.origin.script = (head, out) -> {
            while (true) {
                out.write("HTTP/1.1 103 Early Hints\r\nLink: </b>\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                Thread.sleep(1);
            }
        };
        assertFails("cannot be used");
    }

    @Test
    void whatIsSaidBeforeTheAnswerIsNotTheAnswer() throws Exception {
        foreign.origin.script = (head, out) -> {
            out.write("HTTP/1.1 103 Early Hints\r\nCache-Control: max-age=60\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(OriginServer.answer("", IMAGE));
        };
        foreign.fetch(foreign.key("/a"));
        assertArrayEquals(IMAGE, foreign.read(foreign.key("/a")));
        assertEquals(Duration.ZERO, foreign.access.lifetime(foreign.key("/a")).maxAge());
    }

    @Test
    void otherProtocolsAreNotSpoken() {
        foreign.origin.says("HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n");
        assertFails("cannot be used");
    }

    @Test
    void cookiesAreNotSentBack() throws Exception {
        foreign.origin.gives("Set-Cookie: id=1\r\nAlt-Svc: h2=\":1\"\r\n", IMAGE);
        foreign.fetch(foreign.key("/a"));
        foreign.fetch(foreign.key("/b"));
        assertFalse(foreign.origin.heads().get(1).toLowerCase().contains("cookie"));
    }

    @Test
    void packedInPackedIsNotUnpackedTwice() throws Exception {
        byte[] once = OriginServer.zipped(IMAGE);
        foreign.origin.gives("Content-Encoding: gzip\r\n", OriginServer.zipped(once));
        foreign.fetch(foreign.key("/a"));
        assertArrayEquals(once, foreign.read(foreign.key("/a")));
        foreign.origin.gives("Content-Encoding: gzip, gzip\r\n", OriginServer.zipped(once));
        foreign.clock.advance(LATER);
        assertFails("its server encoded it as 'gzip, gzip'; allowed: gzip");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 1000})
    void aBombOfManyPackedPartsIsBrokenOff(int parts) throws Exception {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        for (int i = 0; i < parts; i++) {
            bomb.write(OriginServer.zipped(new byte[60_000]));
        }
        byte[] sent = bomb.size() > 100_000 ? Arrays.copyOf(bomb.toByteArray(), 99_000) : bomb.toByteArray();
        foreign.origin.gives("Content-Encoding: gzip\r\n", sent);
        assertFails("it is larger than foreign.maxFileSize");
    }

    @Test
    void partsThatArePackedWithNothingInThemEnd() throws Exception {
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        while (many.size() < 90_000) {
            many.write(OriginServer.zipped(new byte[0]));
        }
        foreign.origin.gives("Content-Encoding: gzip\r\n", many.toByteArray());
        foreign.fetch(foreign.key("/a"));
        assertEquals(0, foreign.read(foreign.key("/a")).length);
    }

    @Test
    void aChunkThatClaimsMoreThanThereIsIsNoImage() {
        foreign.origin.script = (head, out) -> {
            out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nx"
                    .getBytes(StandardCharsets.US_ASCII));
            throw new IOException("the connection is closed");
        };
        assertFails("cannot be used");
    }
}

package dev.understudy.source.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.source.ForeignUrl;
import dev.understudy.source.SourceKey;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What foreign servers may do wrong. */
@Timeout(60)
class ForeignFaultsTest {

    private static final byte[] IMAGE = ForeignFixture.IMAGE;

    @TempDir
    Path folder;

    private ForeignFixture foreign;

    @BeforeEach
    void start() throws IOException {
        start(20);
    }

    private void start(int timeout) throws IOException {
        foreign = new ForeignFixture(
                folder.resolve("kept"), ForeignFixture.settings("127.0.0.1", timeout, 100_000, 1 << 20, 8), null);
    }

    private void restart(int timeout) throws IOException {
        stop();
        start(timeout);
    }

    @AfterEach
    void stop() throws IOException {
        foreign.close();
    }

    private void assertFails(String why) throws IOException {
        Failure failure = foreign.failure(foreign.key("/a"));
        assertEquals(FailureKind.FOREIGN_FAILED, failure.kind());
        assertTrue(failure.message().contains(why), failure.message());
        try (Stream<Path> all = Files.walk(folder)) {
            assertEquals(0, all.filter(Files::isRegularFile).count(), "files left over");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectsAreNotFollowed(int status) throws Exception {
        foreign.origin.says("HTTP/1.1 " + status + " Moved\r\nLocation: " + foreign.origin.url("/b")
                + "\r\nContent-Length: 0\r\n\r\n");
        assertFails("its server answered " + status + ", a redirect, which is not followed");
        assertEquals(1, foreign.origin.heads().size());
    }

    @ParameterizedTest
    @CsvSource({"204", "206", "400", "401", "403", "404", "407", "410", "416", "500", "503"})
    void otherAnswersAreNoImages(int status) throws Exception {
        foreign.origin.says("HTTP/1.1 " + status + " No\r\nWWW-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n");
        assertFails("its server answered " + status);
    }

    @Test
    void anAnswerThatNothingHasChangedWithoutAQuestionIsNone() throws Exception {
        foreign.origin.says("HTTP/1.1 304 Not Modified\r\n\r\n");
        assertFails("cannot be used");
    }

    @Test
    void aServerThatSaysNothingIsLeftAfterTheTimeout() throws Exception {
        restart(1);
        foreign.origin.script = (head, out) -> Thread.sleep(60_000);
        assertFails("its server has not sent it within RemoteUrlTimeout, 1 s");
    }

    @Test
    void aServerThatDripsIsLeftAfterTheTimeout() throws Exception {
        restart(1);
        foreign.origin.script = (head, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 1000; i++) {
                out.write('x');
                out.flush();
                Thread.sleep(50);
            }
        };
        assertFails("its server has not sent it within RemoteUrlTimeout, 1 s");
    }

    @Test
    void anEndlessAnswerIsBrokenOff() throws Exception {
        foreign.origin.script = (head, out) -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] more = new byte[8192];
            while (true) {
                out.write(more);
            }
        };
        assertFails("it is larger than foreign.maxFileSize");
    }

    @Test
    void anAnswerThatSaysThatItIsTooLargeIsNotTaken() throws Exception {
        foreign.origin.says("HTTP/1.1 200 OK\r\nContent-Length: 100001\r\n\r\n");
        assertFails("it is larger than foreign.maxFileSize");
    }

    @Test
    void whatIsLargeOnlyWhenItIsUnpackedIsBrokenOff() throws Exception {
        foreign.origin.gives("Content-Encoding: gzip\r\n", OriginServer.zipped(new byte[200_000]));
        assertFails("it is larger than foreign.maxFileSize");
    }

    @Test
    void whatIsPackedIsUnpacked() throws Exception {
        foreign.origin.gives("Content-Encoding: gzip\r\n", OriginServer.zipped(IMAGE));
        foreign.fetch(foreign.key("/a"));
        assertArrayEquals(IMAGE, foreign.read(foreign.key("/a")));
    }

    @Test
    void whatIsPackedInAnotherWayIsRefused() throws Exception {
        foreign.origin.gives("Content-Encoding: br\r\n", IMAGE);
        assertFails("its server encoded it as 'br'; allowed: gzip");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\\r\\nContent-Length: 100\\r\\n\\r\\nshort",
                "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n5\\r\\nshort\\r\\n",
                "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nzz\\r\\n",
                "HTTP/1.1 200 OK\\r\\nContent-Encoding: gzip\\r\\nContent-Length: 4\\r\\n\\r\\njunk",
                "no HTTP at all\\r\\n\\r\\n",
                ""
            })
    void whatBreaksOffIsNoImage(String answer) throws Exception {
        foreign.origin.script = (head, out) -> {
            out.write(answer.replace("\\r\\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
            throw new IOException("the connection is closed");
        };
        assertFails("its server could not be reached, or broke off");
    }

    @Test
    void headersWithoutEndAreBrokenOff() throws Exception {
        foreign.origin.script = (head, out) -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 100_000; i++) {
                out.write(("X-Header-" + i + ": value\r\n").getBytes(StandardCharsets.US_ASCII));
            }
        };
        assertFails("its server could not be reached, or broke off");
    }

    @Test
    void whatFailedIsNotAskedForAgainForAMoment() throws Exception {
        foreign.origin.says("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
        assertFails("its server answered 404");
        foreign.origin.gives("", IMAGE);
        assertFails("its server answered 404");
        assertEquals(1, foreign.origin.heads().size());
        foreign.clock.advance(Duration.ofSeconds(6));
        foreign.fetch(foreign.key("/a"));
    }

    @Test
    void anImageDoesForAWhileWhenItsServerCannotBeAsked() throws Exception {
        SourceKey key = foreign.key("/a");
        foreign.origin.gives("Cache-Control: max-age=60\r\n", IMAGE);
        foreign.fetch(key);
        foreign.clock.advance(Duration.ofSeconds(61));
        foreign.origin.says("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n");
        foreign.fetch(key);
        assertArrayEquals(IMAGE, foreign.read(key));
        foreign.access.stamp(key);
        foreign.clock.advance(Duration.ofHours(2));
        assertThrows(ServeException.class, () -> foreign.fetch(key));
    }

    @Test
    void anImageThatIsGoneIsNotUsedAnyMore() throws Exception {
        SourceKey key = foreign.key("/a");
        foreign.origin.gives("Cache-Control: max-age=60\r\n", IMAGE);
        foreign.fetch(key);
        foreign.clock.advance(Duration.ofSeconds(61));
        foreign.origin.says("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
        assertFails("its server answered 404");
    }

    @Test
    void oneThatMustBeValidatedIsNotUsedOtherwise() throws Exception {
        SourceKey key = foreign.key("/a");
        foreign.origin.gives("Cache-Control: max-age=60, must-revalidate\r\n", IMAGE);
        foreign.fetch(key);
        foreign.clock.advance(Duration.ofSeconds(61));
        foreign.origin.says("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n");
        assertFails("its server answered 503");
    }

    @Test
    void aRequestWaitsNoLongerThanItMay() {
        foreign.origin.script = (head, out) -> Thread.sleep(60_000);
        ServeException e = assertThrows(
                ServeException.class,
                () -> foreign.access.fetch(
                        List.of(foreign.key("/a")),
                        "catalog",
                        foreign.clock.instant().plusMillis(50)));
        // not that the server has not sent it within RemoteUrlTimeout
        assertTrue(e.failure().message().contains("while the request could wait"));
    }

    @Test
    void nobodyIsToldWhetherAHostIsUnknownOrInside() {
        Failure unknown = foreign.failure(SourceKey.foreign(ForeignUrl.of("http://no-such-host.invalid/a")));
        Failure inside = foreign.failure(SourceKey.foreign(ForeignUrl.of("http://10.0.0.1/a")));
        assertEquals(inside.message(), unknown.message().replace("no-such-host.invalid", "10.0.0.1"));
        assertInstanceOf(RefusedAddressException.class, inside.cause());
        assertInstanceOf(UnknownHostException.class, unknown.cause());
    }
}

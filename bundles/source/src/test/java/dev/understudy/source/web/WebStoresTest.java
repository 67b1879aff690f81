package dev.understudy.source.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.source.ObjectStore;
import dev.understudy.source.ObjectStoreException;
import dev.understudy.source.ObjectStoreException.Reason;
import dev.understudy.source.RootUrl;
import dev.understudy.source.StoreRequest;
import dev.understudy.source.StoredObject;
import dev.understudy.source.StoredObject.State;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Roots on web servers: what is asked for, and what answers mean. */
@Timeout(60)
class WebStoresTest {

    private static final byte[] IMAGE = "an image".getBytes(StandardCharsets.US_ASCII);

    private OriginServer origin;
    private ObjectStore store;

    @BeforeEach
    void begin() throws IOException {
        origin = new OriginServer();
        store = open(Duration.ofSeconds(30));
    }

    private ObjectStore open(Duration timeout) {
        return new WebStores().open(RootUrl.of(origin.url("")), timeout, 4);
    }

    private void reopen(Duration timeout) {
        store.close();
        store = open(timeout);
    }

    @AfterEach
    void end() throws IOException {
        store.close();
        origin.close();
    }

    private ObjectStoreException failure() {
        return assertThrows(
                ObjectStoreException.class,
                () -> store.read(StoreRequest.whole("a.jpg", "")).close());
    }

    @Test
    void namesAreEncodedAsPaths() throws Exception {
        origin.gives("ETag: \"x\"\r\nLast-Modified: Sun, 01 Nov 2026 00:00:00 GMT\r\n", IMAGE);
        try (StoredObject object = store.read(StoreRequest.whole("pre fix/ü+%20&?#.jpg", ""))) {
            assertEquals(State.PRESENT, object.state());
            assertArrayEquals(IMAGE, object.body().readAllBytes());
            assertEquals(IMAGE.length, object.length());
            assertEquals("\"x\"", object.tag());
            assertEquals(1793491200000L, object.modified());
        }
        String head = origin.heads().get(0);
        assertTrue(head.startsWith("GET /pre%20fix/%C3%BC%2B%2520%26%3F%23.jpg HTTP/1.1"), head);
        assertTrue(head.contains("Accept-Encoding: identity"), head);
    }

    @ParameterizedTest
    @CsvSource({"304, UNCHANGED", "404, MISSING", "410, MISSING", "403, FORBIDDEN", "400, FORBIDDEN", "412, CHANGED"})
    void statusesSayWhetherThereIsAnObject(int status, State state) throws Exception {
        origin.says("HTTP/1.1 " + status + " x\r\nContent-Length: 0\r\n\r\n");
        assertEquals(state, store.read(StoreRequest.whole("a.jpg", "\"x\"")).state());
        assertTrue(origin.heads().get(0).contains("If-None-Match: \"x\""));
    }

    @ParameterizedTest
    @CsvSource({
        "500, DOWN",
        "502, DOWN",
        "503, BUSY",
        "429, BUSY",
        "401, REFUSED",
        "407, DOWN",
        "421, DOWN",
        "203, DOWN",
        "301, REFUSED",
        "302, REFUSED"
    })
    void statusesSayThatTheServerDoesNot(int status, Reason reason) {
        origin.says("HTTP/1.1 " + status + " x\r\nLocation: http://127.0.0.1:1/secret\r\nContent-Length: 0\r\n\r\n");
        ObjectStoreException failure = failure();
        assertEquals(reason, failure.reason());
        assertFalse(String.valueOf(failure.getMessage()).contains("127.0.0.1"), failure::getMessage);
    }

    @Test
    void aDateValidatesWhereThereIsNoTag() throws Exception {
        String date = "Sun, 01 Nov 2026 00:00:00 GMT";
        origin.gives("Last-Modified: " + date + "\r\n", IMAGE);
        String tag;
        try (StoredObject object = store.read(StoreRequest.whole("a.jpg", ""))) {
            tag = object.tag();
            assertTrue(tag.startsWith("W/"), tag);
            object.body().readAllBytes();
        }
        origin.says("HTTP/1.1 304 x\r\n\r\n");
        assertEquals(
                State.UNCHANGED, store.read(StoreRequest.whole("a.jpg", tag)).state());
        String head = origin.heads().get(1);
        assertTrue(head.contains("If-Modified-Since: " + date), head);
        assertFalse(head.contains("If-None-Match"), head);
    }

    @Test
    void partsSayHowLongTheWholeIs() throws Exception {
        origin.says("HTTP/1.1 206 x\r\nETag: \"x\"\r\nContent-Range: bytes 2-4/8\r\nContent-Length: 3\r\n\r\n im");
        try (StoredObject object = store.read(StoreRequest.part("a.jpg", "\"x\"", 2, 3))) {
            assertEquals(8, object.length());
            assertEquals(" im", new String(object.body().readAllBytes(), StandardCharsets.US_ASCII));
        }
        String head = origin.heads().get(0);
        assertTrue(head.contains("Range: bytes=2-4") && head.contains("If-Match: \"x\""), head);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Range: bytes 2-4/8\r\n", "Content-Range: bytes 0-7/8\r\n", ""})
    void aPartIsNeverTakenForTheWhole(String range) {
        origin.says("HTTP/1.1 206 x\r\nETag: \"x\"\r\n" + range + "Content-Length: 3\r\n\r\n im");
        assertEquals(Reason.DOWN, failure().reason());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 3",
                "Content-Range: bytes 3-5/8\r\nContent-Length: 3",
                "Content-Range: bytes 2-3/8\r\nContent-Length: 2",
                "Content-Range: bytes 2-4/8\r\nContent-Length: 2",
                "Content-Range: bytes 2-5/8\r\nContent-Length: 4",
                "Content-Range: bytes 2-4/4\r\nContent-Length: 3",
                "Content-Range: bytes 2-4\r\nContent-Length: 3",
                "Content-Range: items 2-4/8\r\nContent-Length: 3",
                "Content-Type: multipart/byteranges; boundary=x\r\nContent-Length: 3"
            })
    void anotherPartThanWasAskedForIsRefused(String headers) {
        origin.says("HTTP/1.1 206 x\r\nETag: \"x\"\r\n" + headers + "\r\n\r\n im ");
        ObjectStoreException failure = assertThrows(
                ObjectStoreException.class,
                () -> store.read(StoreRequest.part("a.jpg", "\"x\"", 2, 3)).close());
        assertEquals(Reason.DOWN, failure.reason());
    }

    @Test
    void aPartEndsWithTheFile() throws Exception {
        origin.says("HTTP/1.1 206 x\r\nContent-Range: bytes 6-7/8\r\nContent-Length: 2\r\n\r\nge");
        try (StoredObject object = store.read(StoreRequest.part("a.jpg", "\"x\"", 6, 100))) {
            assertEquals("ge", new String(object.body().readAllBytes(), StandardCharsets.US_ASCII));
        }
    }

    @Test
    void aServerThatSendsTheWholeWhereAPartIsWantedHasNoParts() throws Exception {
        origin.gives("ETag: \"x\"\r\nAccept-Ranges: bytes\r\n", IMAGE);
        try (StoredObject object = store.read(StoreRequest.part("a.jpg", "\"x\"", 2, 3))) {
            assertFalse(object.parts());
            assertEquals(0, object.body().readAllBytes().length);
        }
    }

    @Test
    void aFileThatIsShorterThanThePartHasChanged() throws Exception {
        origin.says("HTTP/1.1 416 x\r\nContent-Range: bytes */1\r\nContent-Length: 0\r\n\r\n");
        assertEquals(
                State.CHANGED,
                store.read(StoreRequest.part("a.jpg", "\"x\"", 2, 3)).state());
        assertEquals(Reason.DOWN, failure().reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "Text/HTML; charset=utf-8", "application/xhtml+xml"})
    void aWebPageInThePlaceOfAFileIsRefused(String type) throws Exception {
        byte[] page = "<!doctype html><title>Log in</title>".getBytes(StandardCharsets.US_ASCII);
        origin.gives("Content-Type: " + type + "\r\n", page);
        assertEquals(Reason.UNUSABLE, failure().reason());
        try (StoredObject object = store.read(StoreRequest.whole("help/page.html", ""))) {
            assertArrayEquals(page, object.body().readAllBytes());
        }
    }

    @Test
    void aFileWithoutALengthIsUsedOnlyIfItsEndCanBeTold() throws Exception {
        origin.says("HTTP/1.1 200 x\r\nConnection: close\r\n\r\nan image");
        assertEquals(Reason.UNUSABLE, failure().reason());
        origin.says("HTTP/1.1 200 x\r\nTransfer-Encoding: chunked\r\n\r\n8\r\nan image\r\n0\r\n\r\n");
        read();
        origin.script = (head, out) -> {
            out.write("HTTP/1.1 200 x\r\nTransfer-Encoding: chunked\r\n\r\n8\r\nan image\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            out.close();
        };
        try (StoredObject object = store.read(StoreRequest.whole("a.jpg", ""))) {
            assertThrows(IOException.class, () -> object.body().readAllBytes());
        }
    }

    @Test
    void aServerThatSaysNothingIsDownInTime() {
        reopen(Duration.ofSeconds(1));
        origin.script = (head, out) -> Thread.sleep(120_000);
        long begin = System.nanoTime();
        assertEquals(Reason.DOWN, failure().reason());
        assertTrue(Duration.ofNanos(System.nanoTime() - begin).toSeconds() < 30);
    }

    @Test
    void aBodyThatStallsOrEndsEarlyIsAnError() throws Exception {
        byte[] head = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc".getBytes(StandardCharsets.US_ASCII);
        origin.script = (request, out) -> {
            out.write(head);
            out.flush();
            Thread.sleep(120_000);
        };
        // long enough for the header of a slow machine's answer
        reopen(Duration.ofSeconds(5));
        try (StoredObject object = store.read(StoreRequest.whole("a.jpg", ""))) {
            assertThrows(IOException.class, () -> object.body().readAllBytes());
        }
        origin.script = (request, out) -> {
            out.write(head);
            out.close();
        };
        try (StoredObject object = store.read(StoreRequest.whole("a.jpg", ""))) {
            assertThrows(IOException.class, () -> object.body().readAllBytes());
        }
    }

    @Test
    void aConnectionThatWasJustClosedIsNoFailure() throws Exception {
        origin.gives("", IMAGE);
        read();
        origin.script = (head, out) -> {
            if (origin.heads().size() == 2) {
                out.close(); // without an answer
            } else {
                out.write(OriginServer.answer("", IMAGE));
            }
        };
        read();
        assertEquals(3, origin.heads().size());
    }

    private void read() throws IOException {
        try (StoredObject object = store.read(StoreRequest.whole("a.jpg", ""))) {
            assertArrayEquals(IMAGE, object.body().readAllBytes());
        }
    }

    @Test
    void aServerThatIsNotThereIsDown() throws IOException {
        origin.close();
        assertEquals(Reason.DOWN, failure().reason());
    }

    @Test
    void encodedFilesAreRefused() {
        origin.gives("Content-Encoding: gzip\r\n", IMAGE);
        assertEquals(Reason.REFUSED, failure().reason());
    }

    /** More of them than the store may have connections at a time. */
    @Test
    void whatIsClosedEarlyHoldsNoConnection() throws Exception {
        int requests = 10;
        CountDownLatch brokenOff = new CountDownLatch(requests);
        origin.script = (head, out) -> {
            try {
                endless(out);
            } catch (IOException e) {
                brokenOff.countDown();
                throw e;
            }
        };
        for (int i = 0; i < requests; i++) {
            try (StoredObject object = store.read(StoreRequest.whole("a.jpg", ""))) {
                assertEquals('x', object.body().read());
            }
        }
        assertTrue(brokenOff.await(30, TimeUnit.SECONDS), () -> brokenOff.getCount() + " answers are still being read");
    }

    private static void endless(OutputStream out) throws IOException {
        out.write("HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        byte[] bytes = "x".repeat(8192).getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 12000; i++) {
            out.write(bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://h?a=b", "http://h:99999/", "http://256.1.1.1/"})
    void rootsThatCannotBeUsedAreRefused(String root) {
        RootUrl url = RootUrl.of(root);
        assertThrows(IllegalArgumentException.class, () -> new WebStores().open(url.store(), Duration.ofSeconds(1), 1));
    }
}

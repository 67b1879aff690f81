package dev.understudy.source.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.source.ForeignUrl;
import dev.understudy.source.SourceKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A foreign server that closes its connections after an answer, without having said so. */
@Timeout(60)
class ClosingOriginTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private final AtomicInteger accepted = new AtomicInteger();
    private volatile int answers = 1;
    private volatile boolean atOnce;
    private ServerSocket socket;
    private ForeignSourceAccess access;

    @BeforeEach
    void start() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Thread thread = new Thread(this::accept);
        thread.setDaemon(true);
        thread.start();
        ForeignSettings settings = ForeignFixture.settings("127.0.0.1", 5, 1 << 20, 10 << 20, 8);
        access = new ForeignSourceAccess(settings, folder.resolve("kept"), () -> NOW, null);
    }

    @AfterEach
    void stop() throws IOException {
        access.close();
        socket.close();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                accepted.incrementAndGet();
                Thread thread = new Thread(() -> serve(connection));
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            for (int i = 0; i < answers && head(connection); i++) {
                connection.getOutputStream().write(OriginServer.answer("", ForeignFixture.IMAGE));
            }
            if (!atOnce) {
                var unused = head(connection);
            }
        } catch (IOException e) {
            // the client has left
        }
    }

    /** Reads the head of a request; false at the end. */
    private static boolean head(Socket connection) throws IOException {
        int last = 0;
        while (last != 0x0d0a0d0a) {
            int next = connection.getInputStream().read();
            if (next < 0) {
                return false;
            }
            last = last << 8 | next;
        }
        return true;
    }

    private SourceKey fetch(String target) throws ServeException {
        SourceKey key = SourceKey.foreign(ForeignUrl.of("http://127.0.0.1:" + socket.getLocalPort() + target));
        access.fetch(List.of(key), "catalog", NOW.plus(Duration.ofSeconds(20)));
        return key;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void allImagesCome(boolean closedAtOnce) throws Exception {
        atOnce = closedAtOnce;
        for (int i = 0; i < 20; i++) {
            try (var source = access.open(fetch("/image" + i))) {
                assertArrayEquals(ForeignFixture.IMAGE, ForeignFixture.read(source));
            }
        }
    }

    @Test
    void aNewConnectionThatIsClosedIsAFailure() {
        answers = 0;
        Failure failure =
                assertThrows(ServeException.class, () -> fetch("/image")).failure();
        assertEquals(FailureKind.FOREIGN_FAILED, failure.kind());
        assertEquals(1, accepted.get());
    }
}

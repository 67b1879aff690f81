package dev.understudy.source.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.understudy.source.ObjectStore;
import dev.understudy.source.ObjectStoreException;
import dev.understudy.source.RootUrl;
import dev.understudy.source.StoreRequest;
import dev.understudy.source.StoredObject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the errors of Amazon's S3 mean, which no server on this machine has all of. */
@Timeout(60)
class S3FailuresTest {

    @TempDir
    Path temp;

    private HttpServer server;
    private ObjectStore store;
    private volatile int status;
    private volatile String code = "";

    @BeforeEach
    void begin() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/", exchange -> {
            byte[] body = code.isEmpty()
                    ? new byte[0]
                    : ("<?xml version=\"1.0\"?><Error><Code>" + code + "</Code><Message>x</Message></Error>")
                            .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        Path keys = S3Server.credentials(temp, "a", "b");
        RootUrl root = RootUrl.of(
                "s3://bucket?endpoint=http://127.0.0.1:" + server.getAddress().getPort());
        store = new S3Stores(new S3Settings(Optional.of(keys), "")).open(root, Duration.ofSeconds(20), 2);
    }

    @AfterEach
    void end() {
        store.close();
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({
        "404, NoSuchKey, MISSING",
        "404, , MISSING",
        "403, AccessDenied, FORBIDDEN",
        "403, , FORBIDDEN",
        "412, PreconditionFailed, CHANGED",
        "304, , UNCHANGED"
    })
    void theStoreWorks(int answer, String error, StoredObject.State state) throws Exception {
        status = answer;
        code = error == null ? "" : error;
        assertEquals(state, store.read(StoreRequest.whole("a.jpg", "\"x\"")).state());
    }

    @ParameterizedTest
    @CsvSource({
        "403, SignatureDoesNotMatch, REFUSED, secret key",
        "403, InvalidAccessKeyId, REFUSED, access key",
        "403, RequestTimeTooSkewed, REFUSED, clock",
        "400, ExpiredToken, REFUSED, expired",
        "404, NoSuchBucket, REFUSED, bucket",
        "301, PermanentRedirect, REFUSED, region",
        "400, AuthorizationHeaderMalformed, REFUSED, region",
        "403, AnythingElse, REFUSED, AnythingElse",
        "503, SlowDown, BUSY, 503",
        "500, InternalError, DOWN, 500"
    })
    void theStoreDoesNotSay(int answer, String error, ObjectStoreException.Reason reason, String words) {
        status = answer;
        code = error;
        ObjectStoreException failure =
                assertThrows(ObjectStoreException.class, () -> store.read(StoreRequest.whole("a.jpg", "")));
        assertEquals(reason, failure.reason());
        assertTrue(failure.getMessage().contains(words), failure::getMessage);
    }
}

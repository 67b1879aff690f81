package dev.understudy.source.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.source.keep.RunFolder;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever goes wrong while an answer is taken, the download ends, and no answer is taken for another. */
class DownloadTest {

    @TempDir
    Path folder;

    private Download download;

    @BeforeEach
    void begin() {
        download = new Download(new RunFolder(folder.resolve("kept")), 1000);
    }

    private static Response response(int status, Supplier<HttpFields> headers) {
        return (Response) Proxy.newProxyInstance(
                Response.class.getClassLoader(), new Class<?>[] {Response.class}, (proxy, method, arguments) -> {
                    return switch (method.getName()) {
                        case "getStatus" -> status;
                        case "getHeaders" -> headers.get();
                        case "abort" -> CompletableFuture.completedFuture(true);
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
    }

    private static HttpFields broken() {
        throw new IllegalStateException("no headers");
    }

    private void complete(Response response) {
        download.onComplete(new Result(null, response));
    }

    private void assertFailed() throws IOException {
        assertTrue(download.outcome().isCompletedExceptionally());
        try (Stream<Path> all = Files.walk(folder)) {
            assertEquals(0, all.filter(Files::isRegularFile).count(), "files left over");
        }
    }

    @Test
    void nothingChangedOnlyWhenTheServerSaysSo() throws Exception {
        complete(response(304, () -> HttpFields.EMPTY));
        assertNull(download.outcome().get().file());
    }

    @Test
    void anImageThatCouldNotBeTakenIsNotUnchanged() throws Exception {
        download.onHeaders(response(200, DownloadTest::broken));
        complete(response(200, () -> HttpFields.EMPTY));
        assertFailed();
    }

    @Test
    void whatFailsAtTheEndEndsIt() throws Exception {
        Response good = response(200, () -> HttpFields.EMPTY);
        download.onHeaders(good);
        download.onContent(good, ByteBuffer.allocate(10));
        complete(response(200, DownloadTest::broken));
        assertFailed();
    }
}

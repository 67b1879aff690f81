package dev.understudy.itest.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks one server. */
public final class Client {

    private static final Logger LOG = LoggerFactory.getLogger(Client.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http;
    private final String origin;

    /** Asks over HTTP/1.1. */
    public Client(int port) {
        this(builder().version(HttpClient.Version.HTTP_1_1).build(), "http://127.0.0.1:" + port);
    }

    private Client(HttpClient http, String origin) {
        this.http = http;
        this.origin = origin;
    }

    /** Asks over HTTPS by HTTP/2. */
    static Client secure(int port, SSLContext trust) {
        HttpClient http =
                builder().version(HttpClient.Version.HTTP_2).sslContext(trust).build();
        return new Client(http, "https://127.0.0.1:" + port);
    }

    private static HttpClient.Builder builder() {
        return HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5));
    }

    /** The answer to a GET; each header is a name followed by its value. */
    public Response get(String target, String... headers) {
        return send("GET", target, headers);
    }

    /** The same, waited for by a thread of its own: the common pool has only one on a machine with two processors. */
    public CompletableFuture<Response> getLater(String target, String... headers) {
        return CompletableFuture.supplyAsync(() -> get(target, headers), Client::onItsOwnThread);
    }

    private static void onItsOwnThread(Runnable work) {
        Thread thread = new Thread(work, "client");
        thread.setDaemon(true);
        thread.start();
    }

    /** The answer to any method without a body. */
    public Response send(String method, String target, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + target))
                .timeout(PATIENCE)
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new Response(target, http.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(target, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks again and again until the answer will do; throws when it takes longer than that. */
    public Response await(String target, Duration atMost, Predicate<Response> wanted) {
        long start = System.nanoTime();
        Optional<Response> last;
        do {
            last = attempt(target);
            if (last.filter(wanted).isPresent()) {
                LOG.info("{} after {} ms", target, (System.nanoTime() - start) / 1_000_000);
                return last.get();
            }
            pause();
        } while (System.nanoTime() - start < atMost.toNanos());
        throw new AssertionError(
                "after " + atMost + ": " + last.map(Response::toString).orElse(target + ": no answer"));
    }

    private Optional<Response> attempt(String target) {
        try {
            return Optional.of(get(target));
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package dev.understudy.itest.bench.peers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A server that is asked over HTTP. */
final class HttpPeer implements Peer {

    private final String name;
    private final int port;
    private final Predicate<Derivative> possible;
    private final Function<Derivative, String> targets;
    private final AutoCloseable server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * A server that listens already.
     *
     * @param possible what it can draw
     * @param targets what it is asked, path and query
     * @param server is closed with this
     */
    HttpPeer(
            String name,
            int port,
            Predicate<Derivative> possible,
            Function<Derivative, String> targets,
            AutoCloseable server) {
        this.name = name;
        this.port = port;
        this.possible = possible;
        this.targets = targets;
        this.server = server;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean draws(Derivative derivative) {
        return possible.test(derivative);
    }

    @Override
    public Drawn draw(Derivative derivative) throws IOException {
        URI uri = URI.create("http://127.0.0.1:" + port + targets.apply(derivative));
        HttpRequest request = HttpRequest.newBuilder(uri).build();
        long start = System.nanoTime();
        List<CompletableFuture<HttpResponse<byte[]>>> asked = Stream.generate(
                        () -> client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray()))
                .limit(derivative.atOnce())
                .toList();
        int bytes = 0;
        for (CompletableFuture<HttpResponse<byte[]>> each : asked) {
            bytes = checked(uri, each).length;
        }
        return new Drawn((System.nanoTime() - start) / 1e6, bytes);
    }

    private static byte[] checked(URI uri, CompletableFuture<HttpResponse<byte[]>> asked) throws IOException {
        try {
            HttpResponse<byte[]> response = asked.join();
            boolean drawn = response.statusCode() == 200
                    && response.headers().firstValue("Content-Type").orElse("").startsWith("image/")
                    && response.headers().firstValue("Understudy-StandIn").isEmpty()
                    && response.headers().firstValue("Understudy-Ignored").isEmpty();
            if (!drawn) {
                throw new IOException(uri + ": " + response.statusCode() + " " + response.headers());
            }
            return response.body();
        } catch (CompletionException e) {
            throw new IOException(uri.toString(), e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

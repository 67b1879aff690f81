package dev.understudy.itest.bench.peers;

import dev.understudy.itest.container.ProcessServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** An Understudy, asked over HTTP. */
final class ServerPeer implements Peer {

    private final String name;
    private final ProcessServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    ServerPeer(String name, ProcessServer server) {
        this.name = name;
        this.server = server;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Drawn draw(Derivative derivative) throws IOException {
        URI uri = URI.create("http://127.0.0.1:" + server.setup().port() + derivative.target());
        HttpRequest request = HttpRequest.newBuilder(uri).build();
        try {
            long start = System.nanoTime();
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            double milliseconds = (System.nanoTime() - start) / 1e6;
            boolean drawn = response.statusCode() == 200
                    && response.headers().firstValue("Understudy-StandIn").isEmpty()
                    && response.headers().firstValue("Understudy-Ignored").isEmpty();
            if (!drawn) {
                throw new IOException(uri + ": " + response.statusCode() + " " + response.headers());
            }
            return new Drawn(milliseconds, response.body().length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}

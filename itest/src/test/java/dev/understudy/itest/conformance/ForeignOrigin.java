package dev.understudy.itest.conformance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

/** A foreign server on this machine with images, good and bad, below {@code /images/}. */
final class ForeignOrigin implements AutoCloseable {

    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();

    private ForeignOrigin(HttpServer server) {
        this.server = server;
    }

    static ForeignOrigin start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        ForeignOrigin origin = new ForeignOrigin(server);
        byte[] quadrants = ChartFiles.encode(Charts.quadrants(400, 300), "png");
        origin.add("/images/quadrants.png", 200, quadrants, "ETag", "\"q\"");
        origin.add("/images/a b/quadrants.png", 200, quadrants, "Cache-Control", "max-age=60");
        origin.add("/images/alpha.png", 200, ChartFiles.encode(Charts.alpha(), "png"), "Cache-Control", "no-store");
        origin.add("/images/wrong.txt", 200, quadrants, "Content-Type", "text/plain");
        origin.add("/images/packed.png", 200, zipped(quadrants), "Content-Encoding", "gzip");
        origin.add("/images/cut.png", 200, Arrays.copyOf(quadrants, quadrants.length / 2), "ETag", "\"c\"");
        byte[] words = "<html>These are words.".getBytes(StandardCharsets.US_ASCII);
        origin.add("/images/words.png", 200, words, "Content-Type", "image/png");
        origin.add("/images/short.png", 200, quadrants, "Cache-Control", "max-age=5");
        origin.add("/images/private.png", 200, quadrants, "Cache-Control", "private, max-age=5");
        byte[] bomb = ChartFiles.pngThatClaims(Charts.frame(), 40_000, 30_000);
        origin.add("/images/enormous.png", 200, bomb, "ETag", "\"e\"");
        origin.add("/images/moved.png", 302, new byte[0], "Location", "/images/quadrants.png");
        origin.add("/secret.png", 200, quadrants, "ETag", "\"s\"");
        server.start();
        return origin;
    }

    private void add(String path, int status, byte[] body, String header, String value) {
        server.createContext(path, exchange -> {
            asked.incrementAndGet();
            answer(exchange, status, body, header, value);
        });
    }

    private static void answer(HttpExchange exchange, int status, byte[] body, String header, String value)
            throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set(header, value);
            String known = exchange.getRequestHeaders().getFirst("If-None-Match");
            if (header.equals("ETag") && value.equals(known)) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                try (OutputStream out = exchange.getResponseBody()) {
                    out.write(body);
                }
            }
        }
    }

    /** Where it is, as {@code host:port}. */
    String authority() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** How often it was asked for what it has. */
    int asked() {
        return asked.get();
    }

    private static byte[] zipped(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(body);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

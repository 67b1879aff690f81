package dev.understudy.itest.process;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A bucket over a folder, as far as reading goes. Requests must be signed with the right access key; whether rightly, it does not look. */
final class SignedBucket implements AutoCloseable {

    static final String ACCESS_KEY = "access-key-of-the-test";

    private static final String PATH = "/pictures/originals/";

    private final Path folder;
    private final HttpServer server;
    private final AtomicInteger bodies = new AtomicInteger();

    SignedBucket(Path folder) throws IOException {
        this.folder = folder;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
    }

    /** The root of the images in it. */
    String root() {
        return "s3://pictures/originals?region=eu-central-1&endpoint=http://127.0.0.1:"
                + server.getAddress().getPort();
    }

    /** How many objects have been sent. */
    int bodies() {
        return bodies.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String signed = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        Path file = folder.resolve(path.startsWith(PATH) ? path.substring(PATH.length()) : "none");
        if (!signed.startsWith("AWS4-HMAC-SHA256 Credential=" + ACCESS_KEY + "/")) {
            send(exchange, 403, error("InvalidAccessKeyId"));
        } else if (!Files.isRegularFile(file)) {
            send(exchange, 404, error("NoSuchKey"));
        } else {
            byte[] bytes = Files.readAllBytes(file);
            String tag = "\"" + Integer.toHexString(Arrays.hashCode(bytes)) + "\"";
            exchange.getResponseHeaders().set("ETag", tag);
            if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                bodies.incrementAndGet();
                send(exchange, 200, bytes);
            }
        }
        exchange.close();
    }

    private static byte[] error(String code) {
        return ("<Error><Code>" + code + "</Code><Message>no</Message></Error>").getBytes(StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

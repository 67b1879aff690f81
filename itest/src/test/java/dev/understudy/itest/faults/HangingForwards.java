package dev.understudy.itest.faults;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.itest.container.ProcessServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Requests of a server's clients that wait for a secondary server, as many as may, and those that were turned away. */
final class HangingForwards implements AutoCloseable {

    /** In the catalog, and no file. */
    private static final String MISSING = "/is/image/gallery/missing?wid=62";

    private static final Pattern UNDER_WAY = Pattern.compile("\"underWay\":(\\d+)");
    private static final Duration SOON = Duration.ofSeconds(20);

    private final ProcessServer server;
    private final List<Socket> clients = new ArrayList<>();

    private HangingForwards(ProcessServer server) {
        this.server = server;
    }

    /** Sends so many requests, and returns when each of them either waits or has been turned away. */
    static HangingForwards begin(ProcessServer server, int count) throws IOException {
        HangingForwards forwards = new HangingForwards(server);
        for (int i = 0; i < count; i++) {
            forwards.ask();
        }
        long start = System.nanoTime();
        while (forwards.waiting() + forwards.answered() < count) {
            assertTrue(
                    System.nanoTime() - start < SOON.toNanos(),
                    () -> server.client().get("/health").text());
            Clients.pause();
        }
        return forwards;
    }

    private void ask() throws IOException {
        Socket client =
                new Socket(InetAddress.getLoopbackAddress(), server.setup().port());
        client.setSoTimeout((int) SOON.toMillis());
        clients.add(client);
        String request = "GET " + MISSING + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        client.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    /** How many wait, by the server's own count. */
    int waiting() {
        return UNDER_WAY
                .matcher(server.client().get("/health").text())
                .results()
                .map(found -> found.group(1))
                .mapToInt(Integer::parseInt)
                .sum();
    }

    /** How many have an answer that they have not read yet. */
    private int answered() throws IOException {
        int answered = 0;
        for (Socket client : clients) {
            answered += client.getInputStream().available() > 0 ? 1 : 0;
        }
        return answered;
    }

    @Override
    public void close() throws IOException {
        for (Socket client : clients) {
            client.close();
        }
    }
}

package dev.understudy.http.server;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.http.LocalServer;
import dev.understudy.http.lease.SwapPolicy;
import dev.understudy.http.mount.Dispatcher;
import dev.understudy.http.settings.HttpSettingTable;
import dev.understudy.http.settings.HttpSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.util.BufferUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connections as clients have them that are slow or careless with the beginning of a request. */
class HeaderTimeoutConnectorTest {

    private static final String GET = "GET /is/image/x HTTP/1.1\r\nHost: x\r\n";

    private final Dispatcher dispatcher = new Dispatcher(() -> new SwapPolicy(Duration.ZERO, 0, Duration.ofSeconds(1)));
    private StandaloneServer server;

    @BeforeEach
    void open() throws Exception {
        HttpSettings settings = HttpSettings.of(HttpSettingTable.TABLE
                .read(Map.of("port", "0", "header.timeout", "300", "drain.timeout", "0"))
                .values());
        dispatcher.mount(
                List.of("/is/image"),
                LocalServer.handler((request, response, callback) -> {
                    Thread.sleep(request.getHttpURI().getPath().endsWith("slow") ? 600 : 0);
                    response.write(true, BufferUtil.toBuffer("image"), callback);
                }),
                0);
        server = StandaloneServer.open(settings, null, dispatcher, (request, response) -> {});
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static String rest(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    /** What the server has said to a client that may have sent one more byte when the connection was closed already. */
    private static String restOfDrip(Socket socket) {
        StringBuilder rest = new StringBuilder();
        try {
            for (int next = socket.getInputStream().read();
                    next >= 0;
                    next = socket.getInputStream().read()) {
                rest.append((char) next);
            }
        } catch (SocketTimeoutException e) {
            throw new AssertionError("not closed, after: " + rest, e);
        } catch (IOException e) {
            // reset, for that byte
        }
        return rest.toString();
    }

    private static String header(Socket socket) throws IOException {
        StringBuilder header = new StringBuilder();
        int next = 0;
        while (next >= 0 && header.indexOf("\r\n\r\n") < 0) {
            next = socket.getInputStream().read();
            header.append((char) next);
        }
        return header.toString();
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Sends bytes one by one until the server does not take them any more; returns whether it ever stopped taking them. */
    private static boolean drip(Socket socket, String text) throws InterruptedException {
        try {
            OutputStream out = socket.getOutputStream();
            for (int i = 0; i < 500; i++) {
                out.write(text.charAt(i % text.length()));
                Thread.sleep(20);
                if (socket.getInputStream().available() > 0) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Test
    void aHeaderThatDripsIsGivenUp() throws Exception {
        for (String dripping : List.of("X-A: b\r\n", "\r\n")) {
            try (Socket socket = connect()) {
                send(socket, dripping.isBlank() ? "" : GET);
                assertTrue(drip(socket, dripping));
                String answer = restOfDrip(socket);
                assertTrue(answer.startsWith("HTTP/1.1 408 Request Timeout\r\n"), answer);
                assertTrue(answer.contains("X-Content-Type-Options: nosniff\r\n"), answer);
            }
        }
    }

    @Test
    void aSecondHeaderThatDripsIsGivenUp() throws Exception {
        try (Socket socket = connect()) {
            send(socket, GET + "\r\n");
            byte[] answer = new byte[9];
            assertEquals(9, socket.getInputStream().readNBytes(answer, 0, 9));
            socket.getInputStream().skipNBytes(socket.getInputStream().available());
            drip(socket, "GET /aaaaaaaaaaaaaaaaaaaaaaa");
            assertTrue(restOfDrip(socket).contains("HTTP/1.1 408 "));
        }
    }

    @Test
    void aSlowAnswerAndASilentConnectionAreNot() throws Exception {
        try (Socket socket = connect()) {
            Thread.sleep(600);
            send(socket, GET.replace("/x", "/slow") + "\r\n");
            Thread.sleep(1000);
            send(socket, GET + "Connection: close\r\n\r\n");
            String answers = rest(socket);
            assertEquals(3, answers.split("HTTP/1.1 200 OK\r\n", -1).length, answers);
        }
    }

    @Test
    void aRequestOfHttp10WithTransferEncodingEndsItsConnection() throws Exception {
        String next = GET.replace("/x", "/smuggled") + "\r\n";
        try (Socket socket = connect()) {
            send(
                    socket,
                    "GET /is/image/x HTTP/1.0\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                            + next);
            String answers = rest(socket);
            assertEquals(2, answers.split("HTTP/1.[01] ", -1).length, answers);
            assertTrue(answers.contains("Connection: close\r\n"), answers);
        }
    }

    @Test
    void everyErrorOfTheServerItselfIsTakenForWhatItIs() throws Exception {
        for (String request : List.of(
                "GET /is/image/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /is/image/x HTTP/1.1\r\nHost: x\r\nX-A: " + "a".repeat(70_000) + "\r\n\r\n",
                "GET /" + "a".repeat(70_000) + " HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
                "GET / HTTP/3.0\r\n\r\n",
                "G\0T / HTTP/1.1\r\n\r\n",
                "POST /is/image/x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: bogus\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nExpect: nonsense\r\nConnection: close\r\n\r\n",
                "OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "CONNECT x:1 HTTP/1.1\r\nHost: x:1\r\nConnection: close\r\n\r\n",
                "GET /nowhere HTTP/1.0\r\n\r\n")) {
            try (Socket socket = connect()) {
                send(socket, request);
                String begin = request.substring(0, Math.min(60, request.length()));
                String answer = assertDoesNotThrow(() -> header(socket), begin);
                String shown = begin + " -> " + answer;
                assertTrue(answer.matches("(?s)HTTP/1.1 [45]\\d\\d .*"), shown);
                assertTrue(answer.contains("X-Content-Type-Options: nosniff\r\n"), shown);
            }
        }
    }
}

package dev.understudy.http.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.http.RawTarget;
import dev.understudy.http.connection.RawHttp2;
import dev.understudy.http.tls.TestKeys;
import dev.understudy.settings.LogCapture;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proxies that tell by the PROXY protocol who the client is, and others that would like to. */
class ProxyProtocolTest {

    private static final byte[] TEXT = text("PROXY TCP4 203.0.113.9 192.0.2.1 4711 443\r\n");
    private static final String GET = "GET /is/image/\u00fc HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";

    @TempDir
    Path folder;

    private TestPorts open(String proxies, String trusted) throws Exception {
        return new TestPorts(
                Map.of(
                        "proxyProtocol",
                        proxies,
                        "trustedProxies",
                        trusted,
                        "sslPort",
                        "0",
                        "certificateFiles",
                        TestKeys.of("rsa.example", "RSA")
                                .writePem(folder.resolve("a.pem"))
                                .toString()),
                ProxyProtocolTest::answer);
    }

    private static void answer(Request request, Response response, Callback callback) {
        String seen = Request.getRemoteAddr(request) + "|" + RawTarget.of(request);
        response.write(true, BufferUtil.toBuffer(seen, StandardCharsets.ISO_8859_1), callback);
    }

    /** Version 2, with a field that nobody here knows. */
    private static byte[] binary() {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        header.writeBytes("\r\n\r\n\0\r\nQUIT\n".getBytes(StandardCharsets.US_ASCII));
        header.writeBytes(new byte[] {0x21, 0x11, 0, 17});
        header.writeBytes(new byte[] {(byte) 203, 0, 113, 9, (byte) 192, 0, 2, 1, 0x12, 0x67, 1, (byte) 0xbb});
        header.writeBytes(new byte[] {(byte) 0xe0, 0, 2, '\n', (byte) 0xff});
        return header.toByteArray();
    }

    private static String rest(Socket socket) throws Exception {
        String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        return answer.startsWith("HTTP/1.1 200") ? answer.substring(answer.indexOf("\r\n\r\n") + 4) : answer;
    }

    private static String ask(TestPorts ports, byte[] header, boolean inPieces, String more) throws Exception {
        try (Socket socket = ports.connect()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(header);
            bytes.writeBytes((GET + more + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            int step = inPieces ? 7 : bytes.size();
            for (int from = 0; from < bytes.size(); from += step) {
                socket.getOutputStream().write(bytes.toByteArray(), from, Math.min(step, bytes.size() - from));
                Thread.sleep(inPieces ? 5 : 0);
            }
            return rest(socket);
        }
    }

    @Test
    void trustedProxiesAreBelieved() throws Exception {
        try (TestPorts ports = open("127.0.0.0/8", "")) {
            for (byte[] header : new byte[][] {TEXT, binary()}) {
                assertEquals("203.0.113.9|/is/image/\u00fc", ask(ports, header, false, ""));
                assertEquals("203.0.113.9|/is/image/\u00fc", ask(ports, header, true, ""));
            }
            assertEquals("127.0.0.1|/is/image/\u00fc", ask(ports, new byte[0], false, ""), "a health check");
            try (Socket socket = ports.connect()) {
                socket.getOutputStream().write(TEXT);
                try (RawHttp2 client = new RawHttp2(socket)) {
                    client.get(1, "http", "/is/image/x");
                    assertEquals("203.0.113.9|null", client.body(1));
                }
            }
        }
    }

    @Test
    void connectionsThatBeginOtherwiseAreTakenAsTheyAre() throws Exception {
        try (TestPorts ports = open("127.0.0.0/8", "");
                RawHttp2 client = new RawHttp2(ports.connect())) {
            client.get(1, "http", "/is/image/x");
            assertEquals("127.0.0.1|null", client.body(1));
        }
    }

    @Test
    void whatNobodyCanBelieveClosesTheConnectionAndIsToldOnce() throws Exception {
        byte[] cut = binary();
        cut[29] = 'x'; // the length of the last field
        try (TestPorts ports = open("127.0.0.0/8", "");
                LogCapture log = new LogCapture()) {
            for (byte[] header : new byte[][] {
                text("PROXY TCP4 999.1.1.1 192.0.2.1 4711 443\r\n"),
                text("PROXY TCP4 localhost 192.0.2.1 4711 443\r\n"),
                text("PROXY TCP4 203.0.113.9 192.0.2.1 +1 443\r\n"),
                cut
            }) {
                assertClosed(ports, header);
            }
            assertEquals(
                    List.of("WARN dev.understudy.startup - Connections of the proxy 127.0.0.1 are closed: the header of"
                            + " the PROXY protocol has '999.1.1.1', which is no address of IPv4"),
                    log.troubles());
            assertEquals("203.0.113.9|/is/image/\u00fc", ask(ports, TEXT, false, ""), "others are served");
        }
    }

    /** What has been sent and not read has the end of the connection be a reset. */
    private static void assertClosed(TestPorts ports, byte[] header) throws Exception {
        for (boolean inPieces : new boolean[] {false, true}) {
            try {
                assertEquals("", ask(ports, header, inPieces, ""));
            } catch (SocketException e) {
                assertTrue(e.getMessage().matches("(?i).*(reset|pipe|abort).*"), e.toString());
            }
        }
    }

    private static byte[] text(String line) {
        return line.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void theHeaderComesBeforeTls() throws Exception {
        try (TestPorts ports = open("127.0.0.0/8", "")) {
            for (byte[] header : new byte[][] {TEXT, binary()}) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), ports.tlsPort());
                socket.getOutputStream().write(header);
                try (SSLSocket tls = ports.connectTls(socket, new SSLParameters(), "http/1.1")) {
                    tls.getOutputStream().write((GET + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                    assertEquals("203.0.113.9|/is/image/\u00fc", rest(tls));
                }
            }
        }
    }

    @Test
    void theClientOfOneProxyMayBeAnotherProxy() throws Exception {
        try (TestPorts ports = open("127.0.0.0/8", "203.0.113.0/24")) {
            assertEquals("198.51.100.7|/is/image/\u00fc", ask(ports, TEXT, false, "X-Forwarded-For: 198.51.100.7\r\n"));
            assertEquals(
                    "127.0.0.1|/is/image/\u00fc", ask(ports, new byte[0], false, "X-Forwarded-For: 198.51.100.7\r\n"));
        }
    }

    @Test
    void strangersAreNotBelieved() throws Exception {
        try (TestPorts ports = open("192.0.2.0/24", "")) {
            String answer = ask(ports, TEXT, false, "");
            assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
            assertEquals("127.0.0.1|/is/image/\u00fc", ask(ports, new byte[0], false, ""));
        }
    }
}

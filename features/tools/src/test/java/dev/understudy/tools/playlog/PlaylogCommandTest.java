package dev.understudy.tools.playlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.understudy.tools.UnderstudyTools;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PlaylogCommandTest {

    private static final String OWN =
            "2026-11-30 12:00:00.000 +0000 127.0.0.1 200 0 1 1 1 1 - IMG 'shop' HIT %s %s HTTP/1.1"
                    + " [qtp-1] '-' - - - - - d41d8cd9 image/jpeg";

    @TempDir
    private Path folder;

    private final Queue<String> received = new ConcurrentLinkedQueue<>();
    private final StringWriter out = new StringWriter();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            received.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            if (exchange.getRequestURI().getPath().endsWith("missing")) {
                exchange.getResponseHeaders().add("Understudy-StandIn", "default");
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    private String prefix() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private int run(List<String> lines, String... options) throws IOException {
        Path log = Files.write(folder.resolve("access.log"), lines);
        CommandLine line = UnderstudyTools.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(out));
        String[] all = new String[options.length + 4];
        all[0] = "playlog";
        all[1] = "-p";
        all[2] = prefix();
        all[3] = log.toString();
        System.arraycopy(options, 0, all, 4, options.length);
        return line.execute(all);
    }

    @Test
    void requestsOfThisServersLogAreSentAsTheyCame() throws IOException {
        List<String> log = List.of(
                OWN.formatted("GET", "/is/image/shop/a?$title=a%2520b"),
                OWN.formatted("HEAD", "/is/image/shop/missing"),
                OWN.formatted("GET", "/favicon.ico"));
        assertEquals(0, run(log, "--parallel", "1"), out::toString);
        assertEquals(
                List.of("GET /is/image/shop/a?$title=a%20b", "HEAD /is/image/shop/missing"), List.copyOf(received));
        assertTrue(out.toString().contains("2 requests in"), out.toString());
        assertTrue(out.toString().contains("1 x status 200, stand-in default, such as"), out.toString());
    }

    @Test
    void columnsSuffixAndMethodAreTheReferences() throws IOException {
        List<String> log = List.of(OWN.formatted("GET", "/is/image/shop/a?wid=4"), "x");
        assertEquals(0, run(log, "-n", "16", "-o", "15", "-x", "playlog={25}", "-r", "head"), out::toString);
        assertEquals(List.of("HEAD /is/image/shop/a?wid=4&playlog=d41d8cd9"), List.copyOf(received));
    }

    /** A request is the same whether its field is named or found. */
    @Test
    void theFieldOfThisServersLogIsDecoded() throws IOException {
        List<String> log = List.of(OWN.formatted("GET", "/is/image/shop/a?$title=a%2520b"));
        assertEquals(0, run(log, "-n", "16"), out::toString);
        assertEquals(0, run(List.of("\"GET /is/image/shop/a?$title=5%25 HTTP/1.1\""), "-n", "2", "-o", "1"));
        assertEquals(
                List.of("GET /is/image/shop/a?$title=a%20b", "GET /is/image/shop/a?$title=5%25"),
                List.copyOf(received));
    }

    @Test
    void theMarkerAndTheFilterChoose() throws IOException {
        List<String> log = List.of("Request: /is/image/a/b?wid=1", "Other: /is/image/a/c", "Request: /is/image/d/e");
        assertEquals(0, run(log, "-m", "Request:", "--filter", "^/is/image/a/"), out::toString);
        assertEquals(List.of("GET /is/image/a/b?wid=1"), List.copyOf(received));
    }

    @Test
    void aDryRunSendsNothing() throws IOException {
        assertEquals(0, run(List.of("/is/image/a/b?wid=1"), "--dry-run"));
        assertEquals(List.of(), List.copyOf(received));
        assertTrue(out.toString().contains(prefix() + "/is/image/a/b?wid=1"), out.toString());
    }

    @Test
    void theRateIsKept() throws IOException {
        long start = System.nanoTime();
        assertEquals(0, run(List.of("/is/image/a", "/is/image/b", "/is/image/c"), "--rate", "10"));
        assertEquals(3, received.size());
        assertTrue(System.nanoTime() - start >= 190_000_000, "three requests at ten a second take two tenths");
    }

    @Test
    void aServerThatIsNotThereIsToldByTheExitCode() throws IOException {
        server.stop(0);
        assertEquals(1, run(List.of("/is/image/a/b")));
        assertTrue(out.toString().contains("no answer: ConnectException"), out.toString());
    }

    @Test
    void whatMakesNoSenseIsRefused() throws IOException {
        assertEquals(2, run(List.of("/is/image/a"), "--parallel", "0"));
        assertEquals(2, run(List.of("/is/image/a"), "-r", "nosuch"));
        assertEquals(2, run(List.of("/is/image/a"), "-s", "("));
        assertEquals(2, run(List.of("/is/image/a"), "-n", "0"));
        assertEquals(2, run(List.of("/is/image/a"), "-n", "16", "-o", "-1"));
        assertEquals(2, run(List.of("/is/image/a"), "--rate", "0"));
        assertEquals(2, run(List.of("/is/image/a"), "--rate", "NaN"));
    }

    @Test
    void whatUrlsMayNotHaveIsEncoded() {
        assertEquals("/a?src=is%7Bb%7D&$x=50%25&y=%20z", RequestPlayer.encoded("/a?src=is{b}&$x=50%&y=%20z"));
    }
}

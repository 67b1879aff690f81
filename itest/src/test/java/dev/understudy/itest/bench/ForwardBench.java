package dev.understudy.itest.bench;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.understudy.itest.bench.Rounds.Contestant;
import dev.understudy.itest.container.Build;
import dev.understudy.itest.container.ProcessServer;
import dev.understudy.itest.container.Setup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a forward costs, beside the same secondary server asked directly, through nginx and through Jetty's proxy alone; and what
 * local requests notice of a secondary server that hangs.
 *
 * <p>{@code -Dbench.seconds=5 -Dbench.rounds=5 -Dbench.warm=60}; the reports are in {@code itest/target/bench}.
 */
class ForwardBench {

    private static final Logger LOG = LoggerFactory.getLogger(ForwardBench.class);

    private static final Duration LENGTH = Duration.ofSeconds(Long.getLong("bench.seconds", 5));
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int WARM_UP = 4;
    /** A forward takes more code than any other answer, and as long until all of it is compiled. */
    private static final Duration WARM = Duration.ofSeconds(Long.getLong("bench.warm", 60));

    private static final int MANY = 16;
    private static final int WAITING = 500;
    private static final String LONG = "600000";

    /** In the catalog of both, a file only of the secondary. */
    private static final String MISSING = "/is/image/gallery/missing?wid=400";

    private final StringBuilder report = new StringBuilder(String.format(
            "Java %s, %d processors, %d rounds of %d s%n",
            System.getProperty("java.version"),
            Runtime.getRuntime().availableProcessors(),
            ROUNDS,
            LENGTH.toSeconds()));

    @Test
    void besideNginx() throws Exception {
        Path nginx = Nginx.installed().orElse(null);
        if (nginx == null) {
            LOG.error("NOT MEASURED: nginx is not installed on this machine");
        }
        assumeTrue(nginx != null, "NOT MEASURED: nginx is not installed on this machine");
        Setup second = withTheLostImage(Setup.fresh("forward-secondary"));
        try (ProcessServer secondary = ProcessServer.felix(second)) {
            beside("an Understudy", nginx, second.port());
            Path file = Build.scratch().resolve("forward-files/is/image/gallery/missing");
            Files.createDirectories(file.getParent());
            Files.write(file, secondary.client().get(MISSING).body());
            secondary.close();
            int port = Setup.freePort();
            try (Program files =
                    Nginx.start(nginx, port, file.resolve("../../../..").normalize(), 9)) {
                beside("an nginx with files", nginx, files.port());
            }
        }
        write("forward");
    }

    private void beside(String what, Path nginx, int secondaryPort) throws Exception {
        Setup first = Setup.fresh("forward-primary").with("UNDERSTUDY_SECONDARY", "http://127.0.0.1:" + secondaryPort);
        Path nothing = Files.createDirectories(Build.scratch().resolve("forward-nothing"));
        try (ProcessServer primary = ProcessServer.felix(first);
                Program proxy = Nginx.start(nginx, Setup.freePort(), nothing, secondaryPort);
                Program bare = BareProxy.start(secondaryPort)) {
            Map<String, Contestant> ways = new LinkedHashMap<>();
            ways.put("directly", new Contestant(secondaryPort, MISSING));
            ways.put("nginx", new Contestant(proxy.port(), MISSING));
            ways.put("Jetty alone", new Contestant(bare.port(), MISSING));
            ways.put("forward", new Contestant(first.port(), MISSING));
            for (Contestant way : ways.values()) {
                way.measure(MANY, WARM);
            }
            report.append(String.format("%nThe secondary is %s.%n", what));
            for (int clients : new int[] {MANY, 1}) {
                Map<String, Measurement> all = new Rounds(ROUNDS, LENGTH).measure(ways, clients);
                report.append(String.format("%n%d at once%n", clients));
                all.forEach((way, figures) -> report.append(String.format("%-11s %s%n", way, figures)));
                report.append(String.format(
                        Locale.ROOT,
                        "forward: %.2f of nginx's rate, %.2f of that of Jetty alone (itself %.2f of nginx's);"
                                + " added to a direct answer at the median: %.3f ms%n",
                        all.get("forward").rate() / all.get("nginx").rate(),
                        all.get("forward").rate() / all.get("Jetty alone").rate(),
                        all.get("Jetty alone").rate() / all.get("nginx").rate(),
                        all.get("forward").median() - all.get("directly").median()));
            }
        }
    }

    @Test
    void besideForwardsThatHang() throws Exception {
        AtomicInteger size = new AtomicInteger();
        Supplier<String> kept = () -> "/is/image/gallery/bridge?wid=300";
        Supplier<String> made = () -> "/is/image/gallery/bridge?cache=off&wid=" + (200 + size.incrementAndGet() % 300);
        try (ServerSocket hung = new ServerSocket(0, WAITING, InetAddress.getLoopbackAddress())) {
            Setup setup = Setup.fresh("forward-hung")
                    .with("UNDERSTUDY_SECONDARY", "http://127.0.0.1:" + hung.getLocalPort())
                    .with("UNDERSTUDY_SECONDARY_CONNECT_TIMEOUT", LONG)
                    .with("UNDERSTUDY_SECONDARY_SOCKET_TIMEOUT", LONG);
            try (ProcessServer server = ProcessServer.felix(setup)) {
                for (int i = 0; i < WARM_UP; i++) {
                    local(server, kept);
                    local(server, made);
                }
                hung("images from the cache", server, kept);
                hung("images made anew", server, made);
                server.kill();
            }
        }
        write("forward-hung");
    }

    private void hung(String what, ProcessServer server, Supplier<String> targets) throws Exception {
        Measurement before = local(server, targets);
        List<Socket> waiting = new ArrayList<>();
        Measurement during;
        int refused = 0;
        try {
            for (int i = 0; i < WAITING; i++) {
                waiting.add(ask(server.setup().port()));
            }
            during = local(server, targets);
            for (Socket socket : waiting) {
                refused += socket.getInputStream().available() > 0 ? 1 : 0;
            }
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
        Measurement after = local(server, targets);
        report.append(String.format(
                Locale.ROOT,
                "%n%s%nat rest:        %s%n%d hang:       %s%nat rest again:  %s%n"
                        + "of those that hang, %d were refused at once%n99 %%: %.2f times as long%n",
                what,
                before,
                WAITING,
                during,
                after,
                refused,
                during.most() / Math.max(before.most(), after.most())));
    }

    private static Measurement local(ProcessServer server, Supplier<String> targets) throws Exception {
        List<Measurement> rounds = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            rounds.add(KeptConnections.measure(server.setup().port(), 2, LENGTH, targets));
        }
        return Measurement.middle(rounds);
    }

    private static Socket ask(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        String request = "GET " + MISSING + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static Setup withTheLostImage(Setup setup) throws IOException {
        Files.createDirectories(setup.images().resolve("gallery/lost"));
        Files.copy(
                setup.images().resolve("gallery/mountains.jpg"), setup.images().resolve("gallery/lost/sunrise.jpg"));
        return setup;
    }

    private void write(String name) throws IOException {
        Path folder = Files.createDirectories(Build.scratch().resolveSibling("bench"));
        Files.writeString(folder.resolve(name + ".txt"), report);
        LOG.info("{}", report);
    }
}

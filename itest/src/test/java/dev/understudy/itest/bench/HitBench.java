package dev.understudy.itest.bench;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.understudy.itest.bench.Rounds.Contestant;
import dev.understudy.itest.container.Build;
import dev.understudy.itest.container.FelixVariant;
import dev.understudy.itest.container.ProcessServer;
import dev.understudy.itest.container.ServerKeystore;
import dev.understudy.itest.container.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How fast images come from the response cache, beside the same bytes as files of an nginx. With {@code -Dbench.features=true} also: what that costs
 * more with {@code metrics}, with a port for HTTPS, and with everything.
 *
 * <p>{@code -Dbench.seconds=5 -Dbench.rounds=5 -Dbench.warm=60}; the report is in {@code itest/target/bench}.
 */
class HitBench {

    private static final Logger LOG = LoggerFactory.getLogger(HitBench.class);

    private static final Rounds ROUNDS =
            new Rounds(Integer.getInteger("bench.rounds", 5), Duration.ofSeconds(Long.getLong("bench.seconds", 5)));
    private static final Duration WARM = Duration.ofSeconds(Long.getLong("bench.warm", 60));
    private static final List<Integer> WIDTHS = List.of(300, 900);
    private static final int[] CLIENTS = {16, 1};
    private static final int NOWHERE = 9;

    private final StringBuilder report = new StringBuilder(String.format(
            "Java %s, %d processors, %s%n",
            System.getProperty("java.version"), Runtime.getRuntime().availableProcessors(), ROUNDS));

    @Test
    void besideNginx() throws Exception {
        Path nginx = Nginx.installed().orElse(null);
        if (nginx == null) {
            LOG.error("NOT MEASURED: nginx is not installed on this machine");
        }
        assumeTrue(nginx != null, "NOT MEASURED: nginx is not installed on this machine");
        Path files = Files.createDirectories(Build.scratch().resolve("hit-files"));
        Setup setup = Setup.fresh("hits");
        try (ProcessServer server = ProcessServer.felix(setup);
                Program peer = Nginx.start(nginx, Setup.freePort(), files, NOWHERE)) {
            for (int width : WIDTHS) {
                String target = "/is/image/gallery/bridge?wid=" + width;
                byte[] image = server.client().get(target).body();
                Files.write(files.resolve(width + ".jpg"), image);
                Map<String, Contestant> contestants = new LinkedHashMap<>();
                contestants.put("nginx", new Contestant(peer.port(), "/" + width + ".jpg"));
                contestants.put("cached", new Contestant(setup.port(), target));
                contestants.get("cached").measure(CLIENTS[0], WARM);
                report.append(String.format("%n%d bytes%n", image.length));
                for (int clients : CLIENTS) {
                    compare(contestants, clients);
                }
            }
        }
        write("hits.txt");
    }

    /** Servers that differ in what is beside the core, all of them running and asked for the same image in turns. */
    @Test
    void withFeatures() throws Exception {
        assumeTrue(Boolean.getBoolean("bench.features"), "-Dbench.features=true measures what features cost a hit");
        ServerKeystore keys = ServerKeystore.in(Setup.fresh("hit-keys").folder());
        String target = "/is/image/gallery/bridge?wid=" + WIDTHS.get(0);
        try (ProcessServer core = ProcessServer.felix(alone("hits-core"));
                ProcessServer metrics =
                        ProcessServer.felix(FelixVariant.without(Set.of("web", "iiif"), setup("hits-metrics")));
                ProcessServer tls = ProcessServer.felix(keys.serve(
                        FelixVariant.without(FelixVariant.BESIDE_CORE, Setup.fresh("hits-tls")), Setup.freePort()));
                ProcessServer all = ProcessServer.felix(
                        keys.serve(FelixVariant.withPlugIns(Setup.fresh("hits-all")), Setup.freePort()))) {
            Map<String, Contestant> contestants = new LinkedHashMap<>();
            contestants.put("core", contestant(core, target));
            contestants.put("metrics", contestant(metrics, target));
            contestants.put("tls", contestant(tls, target));
            contestants.put("all", contestant(all, target));
            for (Contestant each : contestants.values()) {
                each.measure(CLIENTS[0], WARM.dividedBy(contestants.size()));
            }
            for (int clients : CLIENTS) {
                report.append(String.format("%n%d at once%n", clients));
                Map<String, Measurement> figures = ROUNDS.measure(contestants, clients);
                Measurement base = figures.get("core");
                figures.forEach((name, each) -> report.append(String.format(
                        Locale.ROOT,
                        "%-7s %s; of the core's: rate %.3f, processor %.3f%n",
                        name,
                        each,
                        each.rate() / base.rate(),
                        each.processor() / base.processor())));
            }
        }
        write("hits-features.txt");
    }

    private static Setup alone(String name) {
        return FelixVariant.without(FelixVariant.BESIDE_CORE, setup(name));
    }

    /** A setup without HTTP/2. */
    private static Setup setup(String name) {
        return Setup.fresh(name).setting("dev.understudy.http", "http2", "false");
    }

    private static Contestant contestant(ProcessServer server, String target) {
        return new Contestant(server.setup().port(), target, server.pid());
    }

    private void write(String file) throws IOException {
        Path folder = Files.createDirectories(Build.scratch().resolveSibling("bench"));
        Files.writeString(folder.resolve(file), report);
        LOG.info("{}", report);
    }

    private void compare(Map<String, Contestant> contestants, int clients) throws Exception {
        Map<String, Measurement> all = ROUNDS.measure(contestants, clients);
        report.append(String.format("%d at once%n", clients));
        all.forEach((name, figures) -> report.append(String.format("%-7s %s%n", name, figures)));
        report.append(String.format(
                Locale.ROOT,
                "%.2f of nginx's rate; 99 %% within %.2f times its time%n",
                all.get("cached").rate() / all.get("nginx").rate(),
                all.get("cached").most() / all.get("nginx").most()));
    }
}

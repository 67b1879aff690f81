package dev.understudy.itest.bench;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.understudy.itest.bench.Rounds.Contestant;
import dev.understudy.itest.container.Build;
import dev.understudy.itest.container.ProcessServer;
import dev.understudy.itest.container.Setup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How fast images come from the response cache, beside the same bytes as files of an nginx.
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
        Path folder = Files.createDirectories(Build.scratch().resolveSibling("bench"));
        Files.writeString(folder.resolve("hits.txt"), report);
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

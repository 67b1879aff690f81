package dev.understudy.itest.bench;

import dev.understudy.itest.container.Build;
import dev.understudy.itest.container.Client;
import dev.understudy.itest.container.FelixVariant;
import dev.understudy.itest.container.FullKaraf;
import dev.understudy.itest.container.ProcessServer;
import dev.understudy.itest.container.ServerKeystore;
import dev.understudy.itest.container.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What all features together cost, beside the core alone: the time from the start of the process to the first image, and what the process takes up
 * once it has come to rest. Servers of all kinds are started in turns, each with nothing that an earlier one has kept.
 *
 * <p>{@code -Dbench.rounds=3}; the report is in {@code itest/target/bench}.
 */
class StartBench {

    private static final Logger LOG = LoggerFactory.getLogger(StartBench.class);

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final Duration START = Duration.ofSeconds(120);
    private static final Duration REST = Duration.ofSeconds(4);
    private static final String IMAGE = "/is/image/gallery/bridge?wid=20";
    private static final List<String> OF_FEATURES = List.of("/metrics", "/iiif/3/gallery%2Fbridge/info.json", "/");

    /**
     * A kind of server.
     *
     * @param full whether all features are there, which are waited for
     */
    private record ServerKind(boolean full, Function<Setup, ProcessServer> launch) {}

    /**
     * One start.
     *
     * @param seconds until the first image
     * @param processor seconds of processor time until then
     * @param rest what the process takes up at rest
     */
    private record StartFigures(double seconds, double processor, ProcessStats rest) {}

    private final ServerKeystore keys =
            ServerKeystore.in(Setup.fresh("start-keys").folder());

    private Map<String, ServerKind> kinds() {
        Map<String, ServerKind> kinds = new LinkedHashMap<>();
        kinds.put(
                "plain Felix, core alone",
                new ServerKind(
                        false,
                        setup -> ProcessServer.launchFelix(FelixVariant.without(FelixVariant.BESIDE_CORE, setup))));
        kinds.put("plain Felix as shipped", new ServerKind(true, ProcessServer::launchFelix));
        kinds.put(
                "plain Felix, everything",
                new ServerKind(
                        true,
                        setup -> ProcessServer.launchFelix(
                                keys.serve(FelixVariant.withPlugIns(setup), Setup.freePort()))));
        if (ProcessServer.canRunKaraf()) {
            kinds.put(
                    "Karaf, core alone",
                    new ServerKind(false, setup -> ProcessServer.launchKaraf(FullKaraf.core(setup))));
            kinds.put(
                    "Karaf, everything",
                    new ServerKind(
                            true,
                            setup ->
                                    ProcessServer.launchKaraf(keys.serve(FullKaraf.atStart(setup), Setup.freePort()))));
        } else {
            LOG.error(
                    "NOT MEASURED: Karaf does not run on Java {}",
                    Runtime.version().feature());
        }
        return kinds;
    }

    @Test
    void allFeaturesBesideTheCore() throws Exception {
        Map<String, ServerKind> kinds = kinds();
        Map<String, List<StartFigures>> figures = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, ServerKind> kind : kinds.entrySet()) {
                figures.computeIfAbsent(kind.getKey(), name -> new ArrayList<>())
                        .add(start(kind.getValue()));
            }
        }
        Path folder = Files.createDirectories(Build.scratch().resolveSibling("bench"));
        String report = report(figures);
        Files.writeString(folder.resolve("start.txt"), report);
        LOG.info("{}", report);
    }

    private static StartFigures start(ServerKind kind) throws IOException, InterruptedException {
        Setup setup = Setup.fresh("start-bench");
        long begin = System.nanoTime();
        try (ProcessServer server = kind.launch().apply(setup)) {
            Client client = server.client();
            client.await(IMAGE, START, response -> response.status() == 200);
            double seconds = (System.nanoTime() - begin) / 1e9;
            double processor = processor(server);
            if (kind.full()) {
                for (String page : OF_FEATURES) {
                    client.await(page, START, response -> response.status() == 200);
                }
            }
            Thread.sleep(REST.toMillis());
            return new StartFigures(seconds, processor, ProcessStats.of(server.pid()));
        }
    }

    private static double processor(ProcessServer server) {
        return ProcessHandle.of(server.pid())
                        .flatMap(process -> process.info().totalCpuDuration())
                        .orElse(Duration.ZERO)
                        .toMillis()
                / 1e3;
    }

    private static String report(Map<String, List<StartFigures>> figures) throws IOException {
        StringBuilder report = new StringBuilder(String.format(
                "Java %s, %d processors, load %s, middle of %d starts in turns%n%n",
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                Files.readString(Path.of("/proc/loadavg")).split(" ")[0],
                ROUNDS));
        report.append("| | first image after | processor time until then | heap after GC | resident | threads |\n")
                .append("|---|---|---|---|---|---|\n");
        figures.forEach((name, all) -> report.append(String.format(
                Locale.ROOT,
                "| %s | %.1f s | %.1f s | %.0f MB | %.0f MB | %.0f |%n",
                name,
                middle(all, StartFigures::seconds),
                middle(all, StartFigures::processor),
                middle(all, each -> each.rest().heap()),
                middle(all, each -> each.rest().resident()),
                middle(all, each -> each.rest().threads()))));
        return report.toString();
    }

    private static double middle(List<StartFigures> all, ToDoubleFunction<StartFigures> figure) {
        return all.stream()
                .map(figure::applyAsDouble)
                .sorted(Comparator.naturalOrder())
                .toList()
                .get(all.size() / 2);
    }
}

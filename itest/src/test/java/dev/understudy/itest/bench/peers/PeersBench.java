package dev.understudy.itest.bench.peers;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.understudy.itest.container.Build;
import dev.understudy.itest.container.ProcessServer;
import dev.understudy.itest.container.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long derivatives take that nobody has asked for yet, beside sharp in process and servers of others, in turns.
 *
 * <p>{@code -Dbench.rounds=7 -Dbench.javas=/path/to/a/jdk,/path/to/another -Dbench.others=false
 * -Dbench.accelerated=true -Dbench.fullSizePixels=30000000}; the report is in {@code itest/target/bench}.
 */
class PeersBench {

    private static final Logger LOG = LoggerFactory.getLogger(PeersBench.class);

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 7);
    private static final int WARM_UP = Integer.getInteger("bench.warm", 6);
    private static final boolean OTHERS = Boolean.parseBoolean(System.getProperty("bench.others", "true"));
    private static final boolean ACCELERATED = Boolean.getBoolean("bench.accelerated");
    private static final String FULL_SIZE_PIXELS = System.getProperty("bench.fullSizePixels", "");
    private static final List<String> JAVAS = List.of(
            System.getProperty("bench.javas", System.getProperty("java.home")).split(","));

    private final List<Peer> peers = new ArrayList<>();

    @Test
    void besideOthers() throws Exception {
        Path installed =
                SharpPeer.install(Build.scratch().resolve("bench-sharp")).orElse(null);
        if (installed == null) {
            LOG.error("NOT MEASURED: sharp cannot be installed on this machine");
        }
        assumeTrue(installed != null, "NOT MEASURED: sharp cannot be installed on this machine");
        Path folder = Files.createDirectories(Build.scratch().resolve("bench-sources"));
        try {
            SharpPeer one = SharpPeer.start(installed, folder, 1);
            peers.add(one);
            BenchSources sources = BenchSources.make(one, folder);
            peers.add(SharpPeer.start(installed, folder, 0));
            peers.add(SharpPeer.ofPyramids(installed, folder));
            if (OTHERS) {
                join("ipx", "npm", OtherServers.ipx(folder));
                join("nginx", "nginx and libnginx-mod-http-image-filter", OtherServers.nginx(folder));
                join("iipimage", "nginx and iipimage-server", OtherServers.iip(folder));
                join("vipsthumbnail", "libvips-tools", OtherServers.vips(folder));
            }
            for (String java : JAVAS) {
                peers.add(server(java, sources, false));
                peers.add(server(java, sources, true));
                if (ACCELERATED) {
                    peers.add(accelerated(java, sources));
                }
            }
            write(measure(sources.derivatives()));
        } finally {
            peers.forEach(Peer::close);
        }
    }

    private void join(String name, String needs, Optional<Peer> peer) {
        if (peer.isEmpty()) {
            LOG.error("NOT MEASURED: {}, which wants {}", name, needs);
        }
        peer.ifPresent(peers::add);
    }

    /** A server that knows nothing of a source, or, warm, one that has kept it smaller after its first use. */
    private static Peer server(String java, BenchSources sources, boolean warm) throws IOException {
        return warm
                ? server(Path.of(java).getFileName() + ", warm", java, sources, PeersBench::withLevels)
                : server(Path.of(java).getFileName().toString(), java, sources, PeersBench::withoutLevels);
    }

    /** One that keeps nothing of a source, and has those that it has decoded once decoded by libturbojpeg. */
    private static Peer accelerated(String java, BenchSources sources) throws IOException {
        Path plugins = Files.createDirectories(Build.scratch().resolve("bench-plugins"));
        Files.copy(Build.turbo(), plugins.resolve("turbo.jar"), StandardCopyOption.REPLACE_EXISTING);
        return server(
                Path.of(java).getFileName() + ", accelerated",
                java,
                sources,
                setup -> withoutLevels(setup).with("UNDERSTUDY_PLUGINS", plugins.toString()));
    }

    private static Setup withLevels(Setup setup) {
        return FULL_SIZE_PIXELS.isEmpty()
                ? setup
                : setup.setting("dev.understudy.levels", "levels.fullSizePixels", FULL_SIZE_PIXELS);
    }

    private static Setup withoutLevels(Setup setup) {
        return setup.setting("dev.understudy.levels", "levels.folder", "");
    }

    private static Peer server(String name, String java, BenchSources sources, UnaryOperator<Setup> settings)
            throws IOException {
        Setup setup =
                settings.apply(Setup.fresh("bench-" + name.replace(", ", "-")).with("JAVA_HOME", java));
        Files.createSymbolicLink(
                setup.images().resolve("bench"), sources.folder().toAbsolutePath());
        Files.writeString(
                setup.catalogs().resolve("bench.ini"), "RootId=bench\nRootPath=bench\nCatalogFile=bench.tsv\n");
        Files.writeString(setup.catalogs().resolve("bench.tsv"), sources.records());
        return new HttpPeer(
                "Understudy, " + name, setup.port(), any -> true, Derivative::target, ProcessServer.felix(setup));
    }

    private PeerTable measure(Map<String, List<Derivative>> groups) throws IOException {
        PeerTable table = new PeerTable(peers.stream().map(Peer::name).toList());
        for (int i = 0; i < WARM_UP; i++) {
            for (List<Derivative> group : groups.values()) {
                draw(group.get(i % group.size()));
            }
        }
        for (Map.Entry<String, List<Derivative>> group : groups.entrySet()) {
            for (Derivative derivative : group.getValue()) {
                draw(derivative);
                List<List<Peer.Drawn>> rounds = new ArrayList<>();
                peers.forEach(peer -> rounds.add(new ArrayList<>()));
                for (int round = 0; round < ROUNDS; round++) {
                    for (int i = 0; i < peers.size(); i++) {
                        if (peers.get(i).draws(derivative)) {
                            rounds.get(i).add(peers.get(i).draw(derivative));
                        }
                    }
                }
                table.add(group.getKey(), derivative, rounds);
            }
        }
        return table;
    }

    private void draw(Derivative derivative) throws IOException {
        for (Peer peer : peers) {
            if (peer.draws(derivative)) {
                peer.draw(derivative);
            }
        }
    }

    private static void write(PeerTable table) throws IOException {
        Path folder = Files.createDirectories(Build.scratch().resolveSibling("bench"));
        String page = String.format(
                "%d processors, %d rounds in turns%n%n%s",
                Runtime.getRuntime().availableProcessors(), ROUNDS, table.markdown());
        Files.writeString(folder.resolve("peers.md"), page);
        LOG.info("{}", page);
    }
}

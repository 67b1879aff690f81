package dev.understudy.itest.bench.peers;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.understudy.itest.container.Build;
import dev.understudy.itest.container.ProcessServer;
import dev.understudy.itest.container.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long derivatives take that nobody has asked for yet, beside sharp in process, one at a time, in turns.
 *
 * <p>{@code -Dbench.rounds=7 -Dbench.javas=/path/to/a/jdk,/path/to/another}; the report is in {@code itest/target/bench}.
 */
class PeersBench {

    private static final Logger LOG = LoggerFactory.getLogger(PeersBench.class);

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 7);
    private static final int WARM_UP = Integer.getInteger("bench.warm", 6);
    private static final List<String> JAVAS = List.of(
            System.getProperty("bench.javas", System.getProperty("java.home")).split(","));

    private static final BenchSource P2 = new BenchSource("p2", "jpeg", 1920, 1200);
    private static final BenchSource P6 = new BenchSource("p6", "jpeg", 2725, 2225);
    private static final BenchSource P12 = new BenchSource("p12", "jpeg444", 4032, 3024);
    private static final BenchSource P24 = new BenchSource("p24", "jpeg", 4272, 5696);
    private static final BenchSource G6 = new BenchSource("g6", "progressive", 2725, 2225);
    private static final BenchSource G18 = new BenchSource("g18", "progressive", 4272, 4272);
    private static final BenchSource C6 = new BenchSource("c6", "cmyk", 2725, 2225);
    private static final BenchSource N6 = new BenchSource("n6", "png", 2725, 2225);

    private static Map<String, List<Derivative>> derivatives() {
        Map<String, List<Derivative>> groups = new LinkedHashMap<>();
        groups.put(
                "baseline JPEG to JPEG",
                Stream.of(P2, P6, P12, P24)
                        .flatMap(source -> Stream.of(320, 800, 1600)
                                .filter(width -> width < source.width())
                                .map(width -> new Derivative(source, false, width, "jpeg")))
                        .toList());
        groups.put(
                "progressive JPEG to JPEG",
                Stream.of(320, 800)
                        .flatMap(
                                width -> Stream.of(G6, G18).map(source -> new Derivative(source, false, width, "jpeg")))
                        .toList());
        groups.put("square at full size", List.of(new Derivative(P24, true, 800, "jpeg")));
        groups.put(
                "JPEG to WebP",
                Stream.of(P6, P24)
                        .map(source -> new Derivative(source, false, 800, "webp"))
                        .toList());
        groups.put("JPEG to PNG", List.of(new Derivative(P6, false, 800, "png")));
        groups.put("CMYK to JPEG", List.of(new Derivative(C6, false, 800, "jpeg")));
        groups.put("PNG to JPEG", List.of(new Derivative(N6, false, 800, "jpeg")));
        return groups;
    }

    @Test
    void besideSharp() throws Exception {
        Path sharp = SharpPeer.install(Build.scratch().resolve("bench-sharp")).orElse(null);
        if (sharp == null) {
            LOG.error("NOT MEASURED: sharp cannot be installed on this machine");
        }
        assumeTrue(sharp != null, "NOT MEASURED: sharp cannot be installed on this machine");
        Path sources = Files.createDirectories(Build.scratch().resolve("bench-sources"));
        List<Peer> peers = new ArrayList<>();
        try {
            SharpPeer one = SharpPeer.start(sharp, sources, 1);
            peers.add(one);
            peers.add(SharpPeer.start(sharp, sources, 0));
            makeSources(one, sources);
            for (String java : JAVAS) {
                peers.add(server(java, sources));
            }
            write(measure(peers));
        } finally {
            peers.forEach(Peer::close);
        }
    }

    private static void makeSources(SharpPeer sharp, Path folder) throws IOException {
        Path gallery = Build.samples().resolve("images/gallery");
        Path[] photographs = Stream.of("hills.jpg", "mountains.jpg", "dandelion.jpg", "bridge.jpg", "dogs.jpg")
                .map(gallery::resolve)
                .toArray(Path[]::new);
        for (BenchSource source : List.of(P2, P6, P12, P24, G6, G18, C6, N6)) {
            if (!Files.exists(folder.resolve(source.file()))) {
                sharp.make(source, photographs);
            }
        }
    }

    private static Peer server(String java, Path sources) throws IOException {
        Setup setup = Setup.fresh("bench-" + Path.of(java).getFileName()).with("JAVA_HOME", java);
        Files.createSymbolicLink(setup.images().resolve("bench"), sources.toAbsolutePath());
        Files.writeString(
                setup.catalogs().resolve("bench.ini"), "RootId=bench\nRootPath=bench\nCatalogFile=bench.tsv\n");
        StringBuilder records = new StringBuilder("Id\tPath\n");
        try (Stream<Path> files = Files.list(sources)) {
            files.map(file -> file.getFileName().toString())
                    .forEach(name -> records.append(name, 0, name.indexOf('.'))
                            .append('\t')
                            .append(name)
                            .append('\n'));
        }
        Files.writeString(setup.catalogs().resolve("bench.tsv"), records);
        return new ServerPeer("Understudy, " + Path.of(java).getFileName(), ProcessServer.felix(setup));
    }

    private static PeerTable measure(List<Peer> peers) throws IOException {
        PeerTable table = new PeerTable(peers.stream().map(Peer::name).toList());
        Map<String, List<Derivative>> groups = derivatives();
        for (int i = 0; i < WARM_UP; i++) {
            for (List<Derivative> group : groups.values()) {
                draw(peers, group.get(i % group.size()));
            }
        }
        for (Map.Entry<String, List<Derivative>> group : groups.entrySet()) {
            for (Derivative derivative : group.getValue()) {
                draw(peers, derivative);
                List<List<Peer.Drawn>> rounds = new ArrayList<>();
                peers.forEach(peer -> rounds.add(new ArrayList<>()));
                for (int round = 0; round < ROUNDS; round++) {
                    for (int i = 0; i < peers.size(); i++) {
                        rounds.get(i).add(peers.get(i).draw(derivative));
                    }
                }
                table.add(group.getKey(), derivative, rounds);
            }
        }
        return table;
    }

    private static void draw(List<Peer> peers, Derivative derivative) throws IOException {
        for (Peer peer : peers) {
            peer.draw(derivative);
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

package dev.understudy.itest.bench.peers;

import dev.understudy.itest.bench.peers.BenchSource.Kind;
import dev.understudy.itest.container.Build;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sources, made of the photographs of the samples, and what is asked for of them. */
final class BenchSources {

    private static final Logger LOG = LoggerFactory.getLogger(BenchSources.class);

    private static final BenchSource P2 = new BenchSource("p2", Kind.BASELINE, 1920, 1200);
    private static final BenchSource P6 = new BenchSource("p6", Kind.BASELINE, 2725, 2225);
    private static final BenchSource P12 = new BenchSource("p12", Kind.FULL_CHROMA, 4032, 3024);
    private static final BenchSource H12 = new BenchSource("h12", Kind.HALF_CHROMA, 4032, 3024);
    private static final BenchSource P24 = new BenchSource("p24", Kind.BASELINE, 4272, 5696);
    private static final BenchSource G6 = new BenchSource("g6", Kind.PROGRESSIVE, 2725, 2225);
    private static final BenchSource G18 = new BenchSource("g18", Kind.PROGRESSIVE, 4272, 4272);
    private static final BenchSource C6 = new BenchSource("c6", Kind.CMYK, 2725, 2225);
    private static final BenchSource N6 = new BenchSource("n6", Kind.PNG, 2725, 2225);
    private static final int[] WIDTHS = {320, 800, 1600};
    private static final int WIDTH = 800;

    private final Path folder;
    private final List<BenchSource> made = new ArrayList<>();

    private BenchSources(Path folder) {
        this.folder = folder;
    }

    /** Makes those that are not in the folder yet; what cannot be made is named in the log and left out. */
    static BenchSources make(SharpPeer sharp, Path folder) {
        Path gallery = Build.samples().resolve("images/gallery");
        Path[] photographs = Stream.of("hills.jpg", "mountains.jpg", "dandelion.jpg", "bridge.jpg", "dogs.jpg")
                .map(gallery::resolve)
                .toArray(Path[]::new);
        BenchSources sources = new BenchSources(folder);
        for (BenchSource source : List.of(P2, P6, P12, H12, P24, G6, G18, C6, N6)) {
            try {
                if (!Files.exists(folder.resolve(source.file()))) {
                    sharp.make(source, photographs);
                }
                if (source.isJpeg() && source.kind() != Kind.CMYK && !Files.exists(folder.resolve(source.pyramid()))) {
                    sharp.makePyramid(source);
                }
                sources.made.add(source);
            } catch (IOException e) {
                LOG.error("NOT MEASURED: {} cannot be made ({})", source, e.getMessage());
            }
        }
        return sources;
    }

    /** A catalog that names the sources, for an Understudy whose images they lie among. */
    String records() {
        StringBuilder records = new StringBuilder("Id\tPath\n");
        made.forEach(source ->
                records.append(source.name()).append('\t').append(source.file()).append('\n'));
        return records.toString();
    }

    Path folder() {
        return folder;
    }

    /** What is asked for, in groups that are summed up together. */
    Map<String, List<Derivative>> derivatives() {
        Map<String, List<Derivative>> groups = new LinkedHashMap<>();
        groups.put("baseline JPEG to JPEG", jpegs(Stream.of(P2, P6, P12, H12, P24)));
        groups.put("progressive JPEG to JPEG", jpegs(Stream.of(G6, G18)));
        groups.put("square at full size", List.of(new Derivative(P24, true, WIDTH, "jpeg", 1)));
        groups.put(
                "two at once",
                Stream.of(P2, P6, P24, G6)
                        .map(source -> new Derivative(source, false, WIDTH, "jpeg", 2))
                        .toList());
        groups.put("JPEG to WebP", List.of(Derivative.of(P6, WIDTH, "webp"), Derivative.of(P24, WIDTH, "webp")));
        groups.put("JPEG to PNG", List.of(Derivative.of(P6, WIDTH, "png"), Derivative.of(P24, WIDTH, "png")));
        groups.put("CMYK to JPEG", List.of(Derivative.of(C6, WIDTH, "jpeg")));
        groups.put("PNG to JPEG", List.of(Derivative.of(N6, WIDTH, "jpeg")));
        groups.replaceAll((name, all) -> all.stream()
                .filter(derivative -> made.contains(derivative.source()))
                .toList());
        groups.values().removeIf(List::isEmpty);
        return groups;
    }

    private static List<Derivative> jpegs(Stream<BenchSource> sources) {
        return sources.flatMap(source -> Arrays.stream(WIDTHS)
                        .filter(width -> width < source.width())
                        .mapToObj(width -> Derivative.of(source, width, "jpeg")))
                .toList();
    }
}

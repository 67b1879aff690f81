package dev.understudy.itest.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.itest.container.Build;
import dev.understudy.itest.container.Container;
import dev.understudy.itest.container.FullKaraf;
import dev.understudy.itest.container.OptionalFeature;
import dev.understudy.itest.helper.LoaderControl;
import dev.understudy.itest.helper.ProcessControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every optional feature comes and goes ten times, and leaves neither a class loader nor a thread. */
@EnabledForJreRange(max = JRE.JAVA_21, disabledReason = "Karaf runs on Java 17 to 21")
class FeatureCyclesIT {

    @RegisterExtension
    static final Container KARAF = Container.fullKaraf();

    private static final int TIMES = 10;
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Pattern FEATURE = Pattern.compile("<feature name=\"([^\"]+)\"");

    /** The features that a server of ours always has; the page at the root is one in the assembled Karaf. */
    private static final Set<String> ALWAYS =
            Set.of("understudy", "understudy-web", "understudy-imageio", "understudy-scr", "understudy-jetty12");

    /** Pools of the server, of Karaf and of Java, which are as large as there was need for. */
    private static final Pattern POOLS = Pattern.compile(
            "understudy-http-#|understudy-render-#|features-#-.*|pool-#-.*|resolver-#-.*|Keep-Alive-Timer|process reaper");

    /** What each feature does, uncached, so that it has to. */
    private static final List<String> USES = List.of(
            "/metrics",
            "/iiif/3/gallery%2Fbridge/full/60,/0/default.jpg",
            "/is/image/gallery/in-a-bucket.jpg?wid=31&cache=off",
            "/is/image/shop/brushes?wid=120&fmt=avif&cache=off",
            "/is/image/gallery/mountains.jpg?scl=1&cache=off",
            "/is/image/gallery/mountains.jpg?scl=1&cache=off");

    @Test
    void nothingIsLeftOfFeaturesThatHaveGone() throws Exception {
        Path objects = KARAF.server().setup().folder().resolve("objects");
        Files.createDirectories(objects.resolve("gallery"));
        Files.copy(Build.samples().resolve("images/gallery/bridge.jpg"), objects.resolve("gallery/in-a-bucket.jpg"));
        Path configuration = KARAF.server().etc().resolve("dev.understudy.source.cfg");
        String before = Files.readString(configuration);
        try (SignedBucket bucket = new SignedBucket(objects)) {
            Files.writeString(
                    configuration,
                    before + "\nimage.rootPath = " + KARAF.server().setup().images() + ";" + bucket.root() + "\n");
            use();
            uninstall();
            Map<String, Long> threads = threads();
            for (int i = 1; i <= TIMES; i++) {
                FullKaraf.say(KARAF.server(), "feature:install " + OptionalFeature.names());
                if (i == 1 || i == TIMES) {
                    use();
                }
                uninstall();
            }
            assertEquals("", left());
            Map<String, Long> more = threads();
            more.entrySet().removeIf(each -> each.getValue() <= threads.getOrDefault(each.getKey(), 0L));
            assertEquals(Map.of(), more);
        } finally {
            Files.writeString(configuration, before);
            FullKaraf.say(KARAF.server(), "feature:install " + OptionalFeature.names());
        }
    }

    /**
     * The bundles whose class loaders are left. What a thread is just about to let go has time for it: Java's compiler, too, keeps the classes of what it
     * compiles, for seconds where the machine has much else to do.
     */
    private static String left() throws InterruptedException {
        String left = "";
        long start = System.nanoTime();
        while (System.nanoTime() - start < SOON.toNanos()) {
            left = KARAF.client().get(LoaderControl.MOUNT + "/left").text();
            if (left.isEmpty()) {
                break;
            }
            Thread.sleep(500);
        }
        return left;
    }

    private static void use() {
        KARAF.client().await("/health", SOON, health -> health.text().contains("\"cluster\":{\"state\":\"alone\""));
        USES.forEach(target -> KARAF.client()
                .await(
                        target,
                        SOON,
                        response -> response.status() == 200
                                && response.header("Understudy-StandIn").isEmpty()));
    }

    private static void uninstall() {
        assertEquals(200, KARAF.client().get(LoaderControl.MOUNT + "/note").status());
        FullKaraf.say(KARAF.server(), "feature:uninstall " + OptionalFeature.names());
        assertEquals(
                200,
                KARAF.client().get("/is/image/gallery/bridge?wid=33&cache=off").status());
    }

    /** The threads by their names without numbers, and how many there are of each; those of pools are left out. */
    private static Map<String, Long> threads() {
        return KARAF.client()
                .get(ProcessControl.MOUNT + "/names")
                .text()
                .lines()
                .map(name -> name.replaceAll("\\d+", "#"))
                .filter(name -> !POOLS.matcher(name).matches())
                .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
    }

    /** A feature that is added has to be added to the list, too. */
    @Test
    void everyFeatureIsOneThatComesAndGoesOrOneThatStays() throws IOException {
        Set<String> known =
                OptionalFeature.ALL.stream().map(OptionalFeature::name).collect(Collectors.toCollection(TreeSet::new));
        known.addAll(ALWAYS);
        Set<String> found = new TreeSet<>();
        Path root = Path.of(System.getProperty("understudy.root"));
        try (Stream<Path> bundles = Files.list(root.resolve("bundles"))) {
            List<Path> files = Stream.concat(
                            Stream.of(root.resolve("features/src/main/feature/feature.xml")),
                            bundles.map(bundle -> bundle.resolve("src/main/feature/features.xml"))
                                    .filter(Files::exists))
                    .toList();
            for (Path file : files) {
                Matcher feature = FEATURE.matcher(Files.readString(file));
                while (feature.find()) {
                    found.add(feature.group(1));
                }
            }
        }
        assertEquals(found, known);
    }
}

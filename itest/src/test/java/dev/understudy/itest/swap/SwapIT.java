package dev.understudy.itest.swap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.itest.container.Client;
import dev.understudy.itest.container.Container;
import dev.understudy.itest.container.ForwardTo;
import dev.understudy.itest.container.FullKaraf;
import dev.understudy.itest.container.ProcessServer;
import dev.understudy.itest.container.Response;
import dev.understudy.itest.container.Setup;
import dev.understudy.itest.helper.BundleControl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Each bundle that may be replaced is, one after the other, with every feature and under load, and nobody notices. Left out are {@code api}, to which
 * all others are wired, and {@code http}, which has the port: it is restarted at rest.
 */
@EnabledForJreRange(max = JRE.JAVA_21, disabledReason = "Karaf runs on Java 17 to 21")
class SwapIT {

    private static final Logger LOG = LoggerFactory.getLogger(SwapIT.class);

    /** Bundles that serve: both mounts of {@code http} and all that is beneath them. */
    private static final List<String> SERVICES = List.of(
            "catalog",
            "source",
            "cache",
            "levels",
            "codec-jpeg",
            "codec-imageio",
            "codec-svg",
            "errors",
            "redirect",
            "engine",
            "image",
            "content",
            "shell",
            "web",
            "metrics",
            "iiif",
            "codec-avif",
            "codec-turbo",
            "source-s3",
            "cache-cluster");

    /** The bundle whose classes others use; a new one is used when those are wired anew. */
    private static final String LIBRARY = "protocol";

    /** The jar whose packages the codecs carry inside: no bundle. */
    private static final String INSIDE_OTHERS = "codec-support";

    private static final List<String> TARGETS = List.of(
            "/is/image/gallery/bridge?wid=300",
            "/is/image/gallery/dandelion-head?wid=200",
            "/is/image/gallery/mountains?$thumb$",
            "/is/image/shop/brushes?$listing$",
            "/is/image/shop/lamp?wid=100&fmt=png",
            "/is/image/shop/no-such-product?wid=150",
            "/is/image/gallery/no-such-picture",
            "/is/image/shop?src=gallery/broken",
            "/is/image/gallery/bridge?wid=-1&req=userdata",
            "/is/image/gallery/missing?wid=120",
            "/is/image/gallery/bridge?req=exists",
            "/is/content/shop/size-guide",
            "/is/content/gallery/about",
            "/is/image/shop/brushes?wid=120&fmt=avif",
            "/is/image/gallery/mountains.jpg?scl=1&rgn=300,300,500,400",
            "/iiif/3/gallery%2Fbridge/full/300,/0/default.jpg",
            "/iiif/3/shop%2Flamp/info.json",
            "/metrics",
            "/understudy/commands.json");

    @RegisterExtension
    static final Container KARAF = Container.fullKaraf();

    @Test
    void noRequestFailsAndNoImageIsWrong() throws Exception {
        Setup second = withTheLostImage(Setup.fresh("swap-secondary"));
        try (ProcessServer secondary = ProcessServer.felix(second);
                ForwardTo forward = ForwardTo.start(KARAF.server(), second.port());
                Load load = Load.start(clients(), TARGETS, 200)) {
            load.awaitEnough();
            for (String bundle : SERVICES) {
                tell(bundle, "update");
                Thread.sleep(200);
                tell(bundle, "stop");
                tell(bundle, "start");
                Thread.sleep(200);
            }
            tell(LIBRARY, "update");
            tell(LIBRARY, "refresh");
            Thread.sleep(200);
            load.stopAndCompare();
            LOG.info("{} answers to {} different requests", load.answers(), load.targets());
            assertEquals(List.of(), load.faults());
            assertTrue(load.targets() > 2 * TARGETS.size(), "few sizes were asked for: " + load.targets());
        }
    }

    private static List<Client> clients() {
        return List.of(KARAF.client(), FullKaraf.secureClient(KARAF.server()));
    }

    @Test
    void everyBundleIsSwappedOrSaysWhyNot() throws IOException {
        Set<String> swapped = new TreeSet<>(SERVICES);
        swapped.addAll(List.of(LIBRARY, INSIDE_OTHERS, "api", "http"));
        try (Stream<Path> folders = Files.list(Path.of(System.getProperty("understudy.root"), "bundles"))) {
            Set<String> bundles = folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(bundles, swapped);
        }
    }

    @Test
    void theMountsComeBackWithTheServer() throws Exception {
        List<String> targets = List.of("/is/image/gallery/bridge?wid=301", "/is/content/shop/size-guide");
        try (Load load = Load.atRest(KARAF.client(), targets)) {
            String restarts = told("http", "restarts");
            tell("http", "restart");
            long start = System.nanoTime();
            while (!isRestarted("http", restarts)) {
                assertTrue(System.nanoTime() - start < 60e9, "the server does not come back");
                Thread.sleep(50);
            }
            load.stopAndCompare();
            assertEquals(List.of(), load.faults());
        }
    }

    /** Whether a bundle has been restarted since; a server that is away has not told yet. */
    private static boolean isRestarted(String bundle, String restartsBefore) {
        try {
            return !restartsBefore.equals(told(bundle, "restarts"));
        } catch (UncheckedIOException | AssertionError e) {
            return false;
        }
    }

    private static void tell(String bundle, String action) {
        LOG.info("{} {}", action, told(bundle, action).strip());
    }

    private static String told(String bundle, String action) {
        Client client = KARAF.client();
        Response response = client.get(BundleControl.MOUNT + "/dev.understudy." + bundle + "/" + action);
        assertEquals(200, response.status(), response::toString);
        return response.text();
    }

    private static Setup withTheLostImage(Setup setup) throws IOException {
        Files.createDirectories(setup.images().resolve("gallery/lost"));
        Files.copy(
                setup.images().resolve("gallery/mountains.jpg"), setup.images().resolve("gallery/lost/sunrise.jpg"));
        return setup;
    }
}

package dev.understudy.itest.swap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.itest.container.Client;
import dev.understudy.itest.container.Container;
import dev.understudy.itest.container.ForwardTo;
import dev.understudy.itest.container.ProcessServer;
import dev.understudy.itest.container.Response;
import dev.understudy.itest.container.Setup;
import dev.understudy.itest.helper.BundleControl;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Each bundle that may be replaced is, one after the other, and nobody notices. */
class SwapIT {

    private static final Logger LOG = LoggerFactory.getLogger(SwapIT.class);

    private static final List<String> BUNDLES =
            List.of("catalog", "errors", "redirect", "engine", "image", "codec-imageio");

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
            "/is/content/gallery/about");

    @RegisterExtension
    static final Container KARAF = Container.karaf();

    @Test
    void noRequestFailsAndNoImageIsWrong() throws Exception {
        Setup second = withTheLostImage(Setup.fresh("swap-secondary"));
        try (ProcessServer secondary = ProcessServer.felix(second);
                ForwardTo forward = ForwardTo.start(KARAF.server(), second.port());
                Load load = Load.start(KARAF.client(), TARGETS, 200)) {
            load.awaitEnough();
            for (String bundle : BUNDLES) {
                tell(bundle, "update");
                Thread.sleep(200);
                tell(bundle, "stop");
                tell(bundle, "start");
                Thread.sleep(200);
            }
            // Nothing of it can be seen but its packages, which are exchanged with all that uses them.
            tell("protocol", "update");
            tell("protocol", "refresh");
            Thread.sleep(200);
            load.stopAndCompare();
            LOG.info("{} answers to {} different requests", load.answers(), load.targets());
            assertEquals(List.of(), load.faults());
            assertTrue(load.targets() > 2 * TARGETS.size(), "few sizes were asked for: " + load.targets());
        }
    }

    private static void tell(String bundle, String action) {
        Client client = KARAF.client();
        Response response = client.get(BundleControl.MOUNT + "/dev.understudy." + bundle + "/" + action);
        assertEquals(200, response.status(), response::toString);
        LOG.info("{} {}", action, response.text().strip());
    }

    private static Setup withTheLostImage(Setup setup) throws IOException {
        Files.createDirectories(setup.images().resolve("gallery/lost"));
        Files.copy(
                setup.images().resolve("gallery/mountains.jpg"), setup.images().resolve("gallery/lost/sunrise.jpg"));
        return setup;
    }
}

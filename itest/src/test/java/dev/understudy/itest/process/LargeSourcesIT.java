package dev.understudy.itest.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.itest.container.ProcessServer;
import dev.understudy.itest.container.Setup;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** A hundred requests at a time for sources of 24 megapixels in a small heap: images, or the answer that the server is busy. */
class LargeSourcesIT {

    private static final int REQUESTS = 100;
    private static final int WIDTH = 4272;
    private static final int HEIGHT = 5696;

    /** Each request is for an image of its own, most of them much smaller than the source. */
    private static String target(int request) {
        int width = request % 10 == 0 ? 2000 + request : 300 + 7 * request;
        return "/is/image/large/photo?wid=" + width + "&cache=off";
    }

    @Test
    void imagesAreMadeOrTurnedAway() throws Exception {
        Setup setup = Setup.fresh("large-sources").with("JAVA_OPTS", "-Xmx512m");
        addPhotograph(setup);
        try (ProcessServer server = ProcessServer.felix(setup)) {
            List<Integer> statuses = SimultaneousRequests.statuses(server, REQUESTS, LargeSourcesIT::target);
            assertTrue(Set.of(200, 503).containsAll(statuses), statuses::toString);
            assertTrue(statuses.contains(200), statuses::toString);
            assertEquals(200, server.client().get(target(REQUESTS)).status(), "alone, it is made");
            assertFalse(server.output().contains("OutOfMemory"), server::output);
        }
    }

    private static void addPhotograph(Setup setup) throws IOException {
        BufferedImage small =
                ImageIO.read(setup.images().resolve("gallery/hills.jpg").toFile());
        BufferedImage large = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = large.createGraphics();
        graphics.drawImage(small, 0, 0, WIDTH, HEIGHT, null);
        graphics.dispose();
        Path folder = Files.createDirectories(setup.images().resolve("large"));
        assertTrue(ImageIO.write(large, "jpeg", folder.resolve("photo.jpg").toFile()));
        Files.writeString(
                setup.catalogs().resolve("large.ini"), "RootId=large\nRootPath=large\nCatalogFile=large.tsv\n");
        Files.writeString(setup.catalogs().resolve("large.tsv"), "Id\tPath\nphoto\tphoto.jpg\n");
    }
}

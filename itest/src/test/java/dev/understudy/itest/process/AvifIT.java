package dev.understudy.itest.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.itest.container.Build;
import dev.understudy.itest.container.Client;
import dev.understudy.itest.container.ProcessServer;
import dev.understudy.itest.container.Response;
import dev.understudy.itest.container.Setup;
import dev.understudy.itest.helper.BundleControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;

/** AVIF in plain Felix: a jar in the plug-in folder, updated and taken away again. */
class AvifIT {

    private static final String JAR = "avif.jar";

    private final Setup setup = Setup.brief("avif").withHelper().setting("dev.understudy.http", "swap.grace", "10000");
    private final Path plugins = setup.folder().resolve("plugins");

    @Test
    void avifComesAndGoesWithItsFile() throws IOException {
        Files.createDirectories(plugins);
        try (ProcessServer server = ProcessServer.felix(setup.with("UNDERSTUDY_PLUGINS", plugins.toString()))) {
            Client client = server.client();
            AvifChecks.assertRefused(client);
            install();
            AvifChecks.awaitWritten(client);
            readsWhatItWrites(client);
            for (int i = 0; i < 2; i++) { // natives in the old class loader and in the new one
                tell(client, "update");
                AvifChecks.awaitWritten(client);
            }
            Files.delete(plugins.resolve(JAR));
            AvifChecks.awaitRefused(client);
        }
    }

    private void readsWhatItWrites(Client client) throws IOException {
        Response written = client.get("/is/image/gallery/mountains?wid=300&fmt=avif&qlt=90");
        Files.write(setup.images().resolve("gallery/written.avif"), written.body());
        Response read = client.get("/is/image/gallery/written.avif?wid=100&fmt=png");
        assertEquals("", read.header("Understudy-StandIn"));
        assertEquals(100, read.image().getWidth());
    }

    private static void tell(Client client, String action) {
        Response response = client.get(BundleControl.MOUNT + "/dev.understudy.codec-avif/" + action);
        assertEquals(200, response.status(), response::toString);
    }

    private void install() throws IOException {
        Path half = plugins.resolve(JAR + ".part");
        Files.copy(Build.avif(), half);
        Files.move(half, plugins.resolve(JAR), StandardCopyOption.ATOMIC_MOVE);
    }
}

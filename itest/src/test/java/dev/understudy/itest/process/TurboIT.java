package dev.understudy.itest.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.understudy.itest.container.Build;
import dev.understudy.itest.container.Client;
import dev.understudy.itest.container.ProcessServer;
import dev.understudy.itest.container.Response;
import dev.understudy.itest.container.Setup;
import dev.understudy.itest.helper.BundleControl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** JPEG by libturbojpeg in plain Felix: a jar in the plug-in folder, updated and taken away again; no image changes by it. */
class TurboIT {

    private static final String JAR = "turbo.jar";

    private final Setup setup = Setup.brief("turbo").withHelper().setting("dev.understudy.http", "swap.grace", "10000");
    private final Path plugins = setup.folder().resolve("plugins");

    @Test
    void noImageChangesWhenItComesOrGoes() throws Exception {
        TurboChecks.assumeInstalled();
        Files.createDirectories(plugins);
        try (ProcessServer server = ProcessServer.felix(setup.with("UNDERSTUDY_PLUGINS", plugins.toString()))) {
            Client client = server.client();
            List<byte[]> images = TurboChecks.images(client);
            assertFalse(TurboChecks.isLoaded(server));
            install();
            TurboChecks.awaitLoaded(server);
            TurboChecks.assertSame(images, client);
            for (int i = 0; i < 2; i++) { // the library in the old class loader and in the new one
                Response response = client.get(BundleControl.MOUNT + "/dev.understudy.codec-turbo/update");
                assertEquals(200, response.status(), response::toString);
                TurboChecks.assertSame(images, client);
            }
            Files.delete(plugins.resolve(JAR));
            Thread.sleep(3000); // longer than the folder is looked at
            TurboChecks.assertSame(images, client);
            assertFalse(server.output().contains("libturbojpeg is used no more"), server::output);
        }
    }

    private void install() throws Exception {
        Path half = plugins.resolve(JAR + ".part");
        Files.copy(Build.turbo(), half);
        Files.move(half, plugins.resolve(JAR), StandardCopyOption.ATOMIC_MOVE);
    }
}

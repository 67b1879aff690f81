package dev.understudy.itest.process;

import dev.understudy.itest.container.Build;
import dev.understudy.itest.container.Client;
import dev.understudy.itest.container.ProcessServer;
import dev.understudy.itest.container.Setup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;

/** Images in a bucket, in plain Felix: the bundle is a jar in the plug-in folder. */
class StoreIT {

    @Test
    void imagesAreServedFromABucketAsSoonAsTheBundleIsThere() throws Exception {
        try (SignedBucket bucket = new SignedBucket(Build.samples().resolve("images"))) {
            Setup setup = StoreChecks.setup("store", bucket, SignedBucket.ACCESS_KEY);
            Path plugins = Files.createDirectories(setup.folder().resolve("plugins"));
            try (ProcessServer server =
                    ProcessServer.launchFelix(setup.with("UNDERSTUDY_PLUGINS", plugins.toString()))) {
                Client client = server.client();
                StoreChecks.awaitUnavailable(client);
                server.awaitOutput("the feature understudy-s3 has it");
                Path half = plugins.resolve("s3.jar.part");
                Files.copy(Build.s3(), half);
                Files.move(half, plugins.resolve("s3.jar"), StandardCopyOption.ATOMIC_MOVE);
                StoreChecks.awaitServed(client, bucket);
                bucket.close();
                StoreChecks.assertServedWithoutIt(client);
            }
        }
    }
}

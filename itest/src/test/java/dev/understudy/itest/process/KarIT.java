package dev.understudy.itest.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.itest.container.Build;
import dev.understudy.itest.container.ProcessServer;
import dev.understudy.itest.container.Response;
import dev.understudy.itest.container.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.ops4j.pax.exam.karaf.container.internal.ArchiveExtractor;

/** A Karaf as it is distributed, and the KAR in its deploy folder; nothing can be fetched. */
@EnabledForJreRange(max = JRE.JAVA_21, disabledReason = "Karaf runs on Java 17 to 21")
class KarIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    /** The newest Karaf with the KAR. */
    private static ProcessServer newest;

    @BeforeAll
    static void start() throws IOException {
        newest = launch(Setup.brief("kar").with("SVT_LOG", "1"), Build.karaf()).awaitReadiness();
    }

    @AfterAll
    static void stop() {
        newest.close();
    }

    @Test
    void theKarIsAllItTakes() throws IOException {
        assertIsAllItTakes(newest);
    }

    @Test
    void theKarIsAllItTakesInAnOlderKaraf() throws IOException {
        try (ProcessServer server = launch(Setup.brief("kar-older"), Build.olderKaraf())) {
            assertIsAllItTakes(server.awaitReadiness());
        }
    }

    private static void assertIsAllItTakes(ProcessServer server) throws IOException {
        assertEquals(200, server.client().get("/health").status());
        assertEquals(200, server.client().get("/is/image/gallery/bridge?wid=20").status());
        assertEquals(List.of(), fetched(server.setup()));
    }

    /** AVIF comes by a features file of its own in the deploy folder, and goes with it. */
    @Test
    void avifComesAndGoesAsAFeature() throws IOException {
        AvifChecks.assertRefused(newest.client());
        Path deployed = deploy(newest, "avif", Build.avifFeature(), Build.avif());
        AvifChecks.awaitWritten(newest.client());
        Files.delete(deployed);
        AvifChecks.awaitRefused(newest.client());
    }

    /** libturbojpeg likewise; no image changes by it. */
    @Test
    void turboComesAndGoesAsAFeature() throws Exception {
        TurboChecks.assumeInstalled();
        TurboChecks.awaitImages(newest.client());
        List<byte[]> images = TurboChecks.images(newest.client());
        Path deployed = deploy(newest, "turbo", Build.turboFeature(), Build.turbo());
        TurboChecks.awaitLoaded(newest);
        TurboChecks.assertSame(images, newest.client());
        Files.delete(deployed);
        Thread.sleep(3000); // longer than the folder is looked at
        TurboChecks.assertSame(images, newest.client());
    }

    /** Puts a features file into the deploy folder, with the bundle where the build left it. */
    private static Path deploy(ProcessServer server, String name, Path features, Path bundle) throws IOException {
        Path deployed = server.setup().folder().resolve("karaf/deploy/" + name + "-features.xml");
        String feature = Files.readString(features)
                .replaceAll("mvn:[^<]*", bundle.toUri().toString());
        return Files.writeString(deployed, feature);
    }

    /** Roots on S3 likewise. */
    @Test
    void bucketsComeAsAFeature() throws IOException {
        try (SignedBucket bucket = new SignedBucket(Build.samples().resolve("images"))) {
            Setup setup = StoreChecks.setup("kar-s3", bucket, SignedBucket.ACCESS_KEY);
            try (ProcessServer server = launch(setup, Build.karaf())) {
                StoreChecks.awaitUnavailable(server.client());
                deploy(server, "s3", Build.s3Feature(), Build.s3());
                StoreChecks.awaitServed(server.client(), bucket);
            }
        }
    }

    /** The lines of Karaf's log about something that it wanted from elsewhere. */
    private static List<String> fetched(Setup setup) throws IOException {
        return Files.readAllLines(setup.folder().resolve("data/log/karaf.log")).stream()
                .filter(line -> line.contains("Error downloading") || line.contains("Error resolving artifact"))
                .toList();
    }

    @Test
    void aValueThatCannotBeUsedNeverEndsAKarafOfSomebodyElse() throws IOException {
        Setup setup = Setup.brief("kar-setting").setting("dev.understudy.engine", "renders", "two");
        try (ProcessServer server = launch(setup, Build.karaf())) {
            server.awaitReadiness();
            Response health = server.client().get("/health");
            assertEquals(200, health.status());
            assertTrue(health.text().contains("\"setting\":\"renders\""), health::text);
            Files.writeString(server.etc().resolve("dev.understudy.engine.cfg"), "renders = 2\n");
            server.client().await("/health", SOON, response -> response.text().contains("\"settings\":[]"));
            assertTrue(server.isRunning());
        }
    }

    private static ProcessServer launch(Setup setup, Path distribution) throws IOException {
        Path home = unpackKaraf(distribution, setup.folder());
        Files.writeString(home.resolve("etc/org.ops4j.pax.url.mvn.cfg"), """
                org.ops4j.pax.url.mvn.localRepository = ${karaf.data}/empty
                org.ops4j.pax.url.mvn.repositories =
                org.ops4j.pax.url.mvn.defaultRepositories = \\
                    ${karaf.home.uri}system@id=system@snapshots, ${karaf.data.uri}kar@id=kar@multi@snapshots
                """);
        Files.copy(Build.kar(), home.resolve("deploy/understudy.kar"));
        return ProcessServer.launchKaraf(setup, home);
    }

    private static Path unpackKaraf(Path distribution, Path folder) throws IOException {
        Path home = Files.createDirectories(folder.resolve("karaf"));
        ArchiveExtractor.extract(distribution.toUri().toURL(), home.toFile());
        try (Stream<Path> scripts = Files.list(home.resolve("bin"))) {
            scripts.forEach(script -> script.toFile().setExecutable(true));
        }
        return home;
    }
}

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
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ops4j.pax.exam.karaf.container.internal.ArchiveExtractor;

/** A Karaf as it is distributed, and the KAR in its deploy folder; nothing can be fetched. */
@EnabledForJreRange(max = JRE.JAVA_21, disabledReason = "Karaf runs on Java 17 to 21")
class KarIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    static Stream<Named<Path>> distributions() {
        return Stream.of(Named.of("newest", Build.karaf()), Named.of("older", Build.olderKaraf()));
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void theKarIsAllItTakes(Path distribution) throws IOException {
        Setup setup = Setup.brief("kar");
        try (ProcessServer server = launch(setup, distribution)) {
            server.awaitReadiness();
            assertEquals(200, server.client().get("/health").status());
            assertEquals(
                    200, server.client().get("/is/image/gallery/bridge?wid=20").status());
            assertEquals(List.of(), fetched(setup));
        }
    }

    /** AVIF comes by a features file of its own in the deploy folder, and goes with it. */
    @Test
    void avifComesAndGoesAsAFeature() throws IOException {
        Setup setup = Setup.brief("kar-avif").with("SVT_LOG", "1");
        try (ProcessServer server = launch(setup, Build.karaf())) {
            server.awaitReadiness();
            AvifChecks.assertRefused(server.client());
            Path deployed = setup.folder().resolve("karaf/deploy/avif-features.xml");
            String feature = Files.readString(Build.avifFeature())
                    .replaceAll("mvn:[^<]*", Build.avif().toUri().toString());
            Files.writeString(deployed, feature);
            AvifChecks.awaitWritten(server.client());
            Files.delete(deployed);
            AvifChecks.awaitRefused(server.client());
        }
    }

    /** libturbojpeg likewise; no image changes by it. */
    @Test
    void turboComesAndGoesAsAFeature() throws Exception {
        TurboChecks.assumeInstalled();
        Setup setup = Setup.brief("kar-turbo");
        try (ProcessServer server = launch(setup, Build.karaf())) {
            server.awaitReadiness();
            TurboChecks.awaitImages(server.client());
            List<byte[]> images = TurboChecks.images(server.client());
            Path deployed = setup.folder().resolve("karaf/deploy/turbo-features.xml");
            String feature = Files.readString(Build.turboFeature())
                    .replaceAll("mvn:[^<]*", Build.turbo().toUri().toString());
            Files.writeString(deployed, feature);
            TurboChecks.awaitLoaded(server);
            TurboChecks.assertSame(images, server.client());
            Files.delete(deployed);
            Thread.sleep(3000); // longer than the folder is looked at
            TurboChecks.assertSame(images, server.client());
        }
    }

    /** Roots on S3 likewise. */
    @Test
    void bucketsComeAsAFeature() throws IOException {
        try (SignedBucket bucket = new SignedBucket(Build.samples().resolve("images"))) {
            Setup setup = StoreChecks.setup("kar-s3", bucket, SignedBucket.ACCESS_KEY);
            try (ProcessServer server = launch(setup, Build.karaf())) {
                StoreChecks.awaitUnavailable(server.client());
                String feature = Files.readString(Build.s3Feature())
                        .replaceAll("mvn:[^<]*", Build.s3().toUri().toString());
                Files.writeString(setup.folder().resolve("karaf/deploy/s3-features.xml"), feature);
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

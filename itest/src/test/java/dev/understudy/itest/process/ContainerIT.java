package dev.understudy.itest.process;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.itest.container.Build;
import dev.understudy.itest.container.Client;
import dev.understudy.itest.container.NodeModules;
import dev.understudy.itest.container.Response;
import dev.understudy.itest.container.Setup;
import dev.understudy.itest.container.ToolPath;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The root file system that build-oci.sh makes, with a server started in it as container engines do. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ContainerIT {

    private static final Duration START = Duration.ofSeconds(60);
    private static final long MOST_BYTES = 112_000_000;

    private static final Instant DATE = Instant.parse("2026-01-01T00:00:00Z");

    private static Setup setup;
    private static Path root;
    private static Process server;
    private static Client client;

    /** Making a root takes Debian or Ubuntu and its packages; starting a server in it takes the rights to mount. */
    @BeforeAll
    static void start() throws Exception {
        for (String tool : List.of("apt-get", "dpkg", "ldd", "unshare", "chroot", "env")) {
            ToolPath.orSkip(ToolPath.find(tool), "ContainerIT", tool + " is not on the PATH");
        }
        Path jlink = Path.of(System.getProperty("java.home"), "bin/jlink");
        ToolPath.orSkip(Optional.of(jlink).filter(Files::isExecutable), "ContainerIT", "there is no " + jlink);
        setup = Setup.fresh("container");
        ToolPath.orSkip(
                run("sh", "-c", "test $(id -u) = 0 && unshare --mount true") == 0
                        ? Optional.of(true)
                        : Optional.empty(),
                "ContainerIT",
                "this user may not mount file systems");
        Path output = setup.folder().resolve("output");
        String script = Build.root().resolve("features/container/build-oci.sh").toString();
        int made = make(script, output);
        if (made != 0 && run("apt-get", "-q", "update") == 0) {
            // A list of packages that is old names some that are no longer to be had.
            made = make(script, output);
        }
        ToolPath.orSkip(
                made != 0 && said().contains("apt-get download") ? Optional.empty() : Optional.of(true),
                "ContainerIT",
                "packages cannot be downloaded: " + said());
        assertEquals(0, made, said());
        root = output.resolve("rootfs");
        Path data = Files.createDirectories(setup.folder().resolve("data"));
        assertEquals(0, run("chown", "10001:10001", data.toString()), said());
        NodeModules.copy("/container/run-root.sh", setup.folder());
        server = process(
                "unshare",
                "--mount",
                "sh",
                setup.folder().resolve("run-root.sh").toString(),
                root.toString(),
                data.toString(),
                Integer.toString(setup.port()));
        client = new Client(setup.port());
        client.await("/is/image/gallery/bridge?wid=20", START, response -> response.status() == 200);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.destroyForcibly().onExit().join();
        }
    }

    /** As a user whose files nobody else may read. */
    private static int make(String script, Path output) throws IOException, InterruptedException {
        return run("sh", "-c", "umask 077 && exec \"$0\" --root-only \"$1\"", script, output.toString());
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return process(command).waitFor();
    }

    private static Process process(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output()));
        builder.environment().keySet().removeIf(name -> name.startsWith("UNDERSTUDY_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }

    private static File output() {
        return setup.folder().resolve("output.txt").toFile();
    }

    private static String said() throws IOException {
        return Files.readString(output().toPath());
    }

    @ParameterizedTest
    @Order(1)
    @CsvSource({
        "jpeg, image/jpeg",
        "png, image/png",
        "gif, image/gif",
        "webp, image/webp",
        "tif, image/tiff",
        "pdf, application/pdf"
    })
    void formatsAreWritten(String format, String type) {
        Response response = client.get("/is/image/gallery/mountains?wid=100&fmt=" + format);
        assertEquals(200, response.status(), response::toString);
        assertEquals(type, response.type());
    }

    @ParameterizedTest
    @Order(1)
    @CsvSource({"gallery/brook", "gallery/emblem", "shop/lamp", "shop/clock", "shop/swatch-red", "gallery/hills-cmyk"})
    void formatsAreRead(String object) {
        Response response = client.get("/is/image/" + object + "?wid=50");
        assertEquals(200, response.status(), response::toString);
        assertEquals("", response.header("Understudy-StandIn"));
    }

    /** Java draws text with libraries and fonts of the root. */
    @Test
    @Order(1)
    void textIsDrawn() {
        byte[] one = client.get("/is/image/gallery/postcard?$title=One&fmt=png").body();
        byte[] other =
                client.get("/is/image/gallery/postcard?$title=Other&fmt=png").body();
        assertFalse(Arrays.equals(one, other));
    }

    @Test
    @Order(1)
    void theHealthCheckNeedsNothingElse() throws Exception {
        String check = "UNDERSTUDY_PORT=%d exec chroot --userspec=10001:10001 %s /opt/understudy/bin/understudy-health";
        assertEquals(0, run("sh", "-c", check.formatted(setup.port(), root)));
        assertEquals(1, run("sh", "-c", check.formatted(1, root)));
    }

    @Test
    @Order(1)
    void theRootIsSmall() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            long bytes = files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
            assertTrue(bytes < MOST_BYTES, bytes + " bytes");
        }
    }

    /** Of the packages, the server and Java; the server has written to none of them. */
    @Test
    @Order(1)
    void theRootTellsNeitherWhenNorByWhomItWasMade() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(ContainerIT::isOfTheRoot).toList()) {
                PosixFileAttributes attributes = Files.readAttributes(file, PosixFileAttributes.class);
                assertEquals(DATE, attributes.lastModifiedTime().toInstant(), file::toString);
                assertTrue(attributes.permissions().contains(PosixFilePermission.OTHERS_READ), file::toString);
            }
        }
    }

    /** What is in the folders of /opt and /usr; links have no date of their own where they are followed. */
    private static boolean isOfTheRoot(Path file) {
        Path inRoot = root.relativize(file);
        return (inRoot.startsWith("opt") || inRoot.startsWith("usr")) && !Files.isSymbolicLink(file);
    }

    @Test
    @Order(2)
    void terminationEndsItWithinSeconds() throws Exception {
        server.destroy();
        assertTrue(server.waitFor(10, TimeUnit.SECONDS), "still runs");
        assertAll(
                () -> assertEquals(0, server.exitValue(), said()),
                () -> assertFalse(said().contains("Exception"), said()));
    }
}

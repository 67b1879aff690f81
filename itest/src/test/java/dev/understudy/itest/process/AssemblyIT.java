package dev.understudy.itest.process;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.understudy.itest.container.ProcessServer;
import dev.understudy.itest.container.Setup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The start scripts of both assemblies. */
class AssemblyIT {

    /** Starts an assembly. */
    interface Launch extends Function<Setup, ProcessServer> {}

    static Stream<Named<Launch>> assemblies() {
        return Stream.of(Named.of("karaf", ProcessServer::launchKaraf), Named.of("felix", ProcessServer::launchFelix));
    }

    static Stream<Arguments> unusableValues() {
        Stream<Arguments> inBoth = Stream.of(
                        Arguments.of("UNDERSTUDY_PORT", "80a"),
                        Arguments.of("UNDERSTUDY_PORT", "65536"),
                        Arguments.of("UNDERSTUDY_CATALOGS", "/no/such/folder"),
                        Arguments.of("UNDERSTUDY_IMAGES", "/;/no/such/folder"),
                        Arguments.of("UNDERSTUDY_STATIC", "/no/such/folder"),
                        Arguments.of("UNDERSTUDY_CACHE", "/dev/null/cache"),
                        Arguments.of("UNDERSTUDY_LOGS", "/dev/null/logs"),
                        Arguments.of("UNDERSTUDY_SECONDARY", "images.example.com"),
                        Arguments.of("UNDERSTUDY_SECONDARY", "http://images.example.com:port"),
                        Arguments.of("UNDERSTUDY_SECONDARY", "http://images.example.com images2.example.com"),
                        Arguments.of("UNDERSTUDY_SECONDARY", "http://me:se?cret@images.example.com?token=cret"),
                        Arguments.of("UNDERSTUDY_SECONDARY_CONNECT_TIMEOUT", "-1"),
                        Arguments.of("UNDERSTUDY_SECONDARY_CONNECT_TIMEOUT", "600001"),
                        Arguments.of("UNDERSTUDY_SECONDARY_SOCKET_TIMEOUT", "soon"))
                .flatMap(value -> assemblies().map(assembly -> Arguments.of(assembly, value.get()[0], value.get()[1])));
        return Stream.concat(inBoth, inFelix());
    }

    private static Stream<Arguments> inFelix() {
        Named<Launch> felix = assemblies().toList().get(1);
        return Stream.of(
                Arguments.of(felix, "UNDERSTUDY_PLUGINS", "/no/such/folder"),
                Arguments.of(felix, "UNDERSTUDY_SHELL", "maybe"));
    }

    /** In a locale that has no letters but those of ASCII, as services are often started. */
    @ParameterizedTest
    @MethodSource("assemblies")
    void startsServesAndStops(Launch assembly) throws IOException {
        assumeJavaFits(assembly);
        Setup setup = Setup.brief("assembly").with("LC_ALL", "C");
        Files.copy(
                setup.images().resolve("gallery/mountains.jpg"),
                setup.images().resolve("gallery/G\u00fcte \u6905.jpg"));
        try (ProcessServer server = assembly.apply(setup)) {
            server.awaitReadiness();
            int spelled = server.client()
                    .get("/is/image/gallery/G%C3%BCte%20%E6%A4%85.jpg?wid=20")
                    .status();
            int exit = server.terminate();
            String output = server.output();
            assertAll(
                    () -> assertTrue(output.contains("http://127.0.0.1:" + setup.port()), output),
                    () -> assertTrue(output.lines().anyMatch(line -> line.matches("ready in \\d+\\.\\d s")), output),
                    () -> assertTrue(output.lines().count() < 15, output),
                    () -> assertEquals(200, spelled, "an image whose name has letters beyond ASCII"),
                    () -> assertEquals(0, exit, "exit code"));
        }
    }

    /** Only the port and the folders of what it keeps are other than the shipped ones. */
    @ParameterizedTest
    @MethodSource("assemblies")
    void whereNothingIsConfiguredItSaysWhatToTry(Launch assembly) {
        assumeJavaFits(assembly);
        Setup setup = Setup.brief("unconfigured")
                .with("UNDERSTUDY_CATALOGS", "")
                .with("UNDERSTUDY_IMAGES", "")
                .with("UNDERSTUDY_STATIC", "");
        try (ProcessServer server = assembly.apply(setup).awaitReadiness()) {
            String output = server.output();
            String start = "http://127.0.0.1:" + setup.port();
            String url = output.lines()
                    .filter(line -> line.startsWith("samples: "))
                    .map(line -> line.substring(line.indexOf(start)))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(output));
            assertEquals(200, server.client().get(url.substring(start.length())).status());
            assertEquals(200, server.client().get("/").status());
        }
    }

    @ParameterizedTest
    @MethodSource("unusableValues")
    void namesWhatCannotBeUsed(Launch assembly, String variable, String value) {
        try (ProcessServer server = assembly.apply(Setup.brief("refused").with(variable, value))) {
            assertNotEquals(0, server.awaitExit());
            String output = server.output();
            assertEquals(1, output.lines().count(), output);
            assertTrue(output.contains(variable) && output.contains("needed") || output.contains("folder"), output);
            assertFalse(output.contains("cret"), "a secret is repeated: " + output);
        }
    }

    @ParameterizedTest
    @MethodSource("assemblies")
    void saysThatItsPortIsTaken(Launch assembly) throws IOException {
        assumeJavaFits(assembly);
        Setup setup = Setup.brief("port-taken");
        try (ServerSocket other = new ServerSocket(setup.port(), 1, InetAddress.getByName("127.0.0.1"));
                ProcessServer server = assembly.apply(setup)) {
            assertNotEquals(0, server.awaitExit());
            String output = server.output();
            assertTrue(output.contains(Integer.toString(other.getLocalPort())), output);
        }
    }

    @Test
    void aCacheFolderThatAnotherServerUsesEndsTheStart() {
        Setup first = Setup.brief("cache-owner");
        Setup second = Setup.brief("cache-guest")
                .with("UNDERSTUDY_CACHE", first.cache().toString());
        try (ProcessServer owner = ProcessServer.felix(first);
                ProcessServer guest = ProcessServer.launchFelix(second)) {
            int exit = guest.awaitExit();
            String output = guest.output();
            assertEquals(64, exit, output);
            assertEquals(
                    1,
                    output.lines()
                            .filter(line -> line.contains("used by another server"))
                            .count(),
                    output);
            assertTrue(output.contains("'" + first.cache() + "'"), output);
            assertTrue(owner.isRunning());
        }
    }

    /** As when another account has started the server before. */
    @Test
    void namesTheFolderOfItsDataThatItCannotWriteTo() throws IOException {
        Setup setup = Setup.brief("data-refused");
        Path data = Files.createDirectories(setup.folder().resolve("data"));
        Files.writeString(data.resolve("tmp"), "no folder");
        try (ProcessServer server = ProcessServer.launchFelix(setup)) {
            int exit = server.awaitExit();
            String output = server.output();
            assertEquals(64, exit, output);
            assertEquals(1, output.lines().count(), output);
            assertTrue(output.contains("UNDERSTUDY_DATA is \"" + data.resolve("tmp") + "\""), output);
        }
    }

    private static void assumeJavaFits(Launch assembly) {
        boolean karaf = assembly.toString().contains("launchKaraf");
        assumeTrue(
                !karaf || ProcessServer.canRunKaraf(),
                "Karaf does not run on Java " + Runtime.version().feature());
    }
}

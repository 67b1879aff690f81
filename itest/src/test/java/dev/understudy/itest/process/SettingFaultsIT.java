package dev.understudy.itest.process;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.itest.container.ProcessServer;
import dev.understudy.itest.container.Response;
import dev.understudy.itest.container.Setup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that cannot be used, in the configuration files of both assemblies: while they start, and while they serve. */
class SettingFaultsIT {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String SMALL_IMAGE = "/is/image/gallery/bridge?wid=20";

    /** An assembly to start. */
    enum Assembly {
        KARAF(ProcessServer::launchKaraf),
        FELIX(ProcessServer::launchFelix);

        private final Function<Setup, ProcessServer> launch;

        Assembly(Function<Setup, ProcessServer> launch) {
            this.launch = launch;
        }

        ProcessServer launch(Setup setup) {
            Assumptions.assumeTrue(this == FELIX || ProcessServer.canRunKaraf());
            return launch.apply(setup);
        }
    }

    /** A line of a configuration file. */
    record Line(String bundle, String setting, String value) {

        String pid() {
            return "dev.understudy." + bundle;
        }

        /** Whether a line of the log is about this, with everything that an operator needs. */
        boolean isNamedBy(String said) {
            return said.matches(".*/etc/" + pid() + "\\.cfg: " + setting
                    + "( \\(UNDERSTUDY_\\w+\\))?: '.*' is not a valid value.*" + "; allowed: .+");
        }

        /** The value as messages show it: without user info. */
        String shown() {
            return "'" + value.replace("me:secret@", "***@") + "'";
        }

        /** Whether the health shows it. */
        boolean isShownBy(Response health) {
            return health.text()
                    .contains("{\"file\":\"" + pid() + ".cfg\",\"setting\":\"" + setting + "\",\"problem\":\"not");
        }
    }

    private static final List<Line> UNUSABLE = List.of(
            new Line("engine", "renders", "-5"),
            new Line("cache", "cache.maxEntries", "lots"),
            new Line("http", "port", "70000"),
            new Line("engine", "renders", "two"),
            new Line("engine", "deadline", "90000"),
            new Line("http", "drain.timeout", "soon"),
            new Line("cache", "cache.maxSize", "1G"),
            new Line("catalog", "catalog.refreshInterval", "0"),
            new Line("levels", "levels.maxSize", "all"),
            new Line("redirect", "errorRedirect.rootUrl", "http://me:secret@images.example.com"));

    /** A few starts at a time: processors and disk are shared better so. */
    static Stream<Arguments> starts() {
        return Stream.of(
                Arguments.of(Assembly.FELIX, UNUSABLE.subList(0, 3)),
                Arguments.of(Assembly.FELIX, UNUSABLE.subList(3, 6)),
                Arguments.of(Assembly.FELIX, UNUSABLE.subList(6, UNUSABLE.size())),
                Arguments.of(Assembly.KARAF, UNUSABLE.subList(0, 3)));
    }

    @ParameterizedTest
    @MethodSource("starts")
    void endsTheStartWithOneLine(Assembly assembly, List<Line> lines) {
        Map<Line, ProcessServer> servers = new LinkedHashMap<>();
        try {
            for (Line line : lines) {
                Setup setup = Setup.brief("setting-refused-" + servers.size());
                servers.put(line, assembly.launch(setup.setting(line.pid(), line.setting(), line.value())));
            }
            assertAll(servers.entrySet().stream()
                    .map(started -> () -> assertEndsWithOneLine(started.getValue(), started.getKey())));
        } finally {
            servers.values().forEach(ProcessServer::close);
        }
    }

    private static void assertEndsWithOneLine(ProcessServer server, Line line) throws IOException {
        int exit = server.awaitExit();
        String output = server.output();
        assertEquals(64, exit, output);
        assertEquals(1, output.lines().filter(line::isNamedBy).count(), output);
        assertEquals(1, logged(server.setup(), line::isNamedBy).size());
        assertFalse(output.contains("secret"), output);
    }

    @ParameterizedTest
    @EnumSource
    void whileItServesTheSettingsBeforeStayInUse(Assembly assembly) throws Exception {
        Setup setup = Setup.brief("setting-live").setting("dev.understudy.engine", "rendrs", "4");
        try (ProcessServer server = assembly.launch(setup).awaitReadiness()) {
            assertAMisspeltNameIsNamed(server);
            Path file = server.etc().resolve("dev.understudy.engine.cfg");
            Files.writeString(file, Files.readString(file).replace("rendrs = 4", ""));
            awaitNoProblem(server);
            assertUnusableValuesChangeNothing(server);
            assertAGoodValueIsUsed(server, file);
            assertEquals(0, server.terminate());
        }
    }

    private static void awaitNoProblem(ProcessServer server) {
        server.client().await("/health", SOON, response -> response.text().contains("\"settings\":[]"));
    }

    private static void assertUnusableValuesChangeNothing(ProcessServer server) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            List<Line> lines = new ArrayList<>(UNUSABLE);
            lines.add(new Line("http", "port", Integer.toString(taken.getLocalPort())));
            for (List<Line> round : rounds(lines)) {
                Map<Path, String> before = new HashMap<>();
                for (Line line : round) {
                    Path file = server.etc().resolve(line.pid() + ".cfg");
                    before.put(file, Files.readString(file));
                    Files.writeString(file, before.get(file) + "\n" + line.setting() + " = " + line.value() + "\n");
                }
                for (Line line : round) {
                    Response health = server.client().await("/health", SOON, line::isShownBy);
                    assertEquals(200, health.status(), line::toString);
                    assertEquals(200, server.client().get(SMALL_IMAGE).status(), line::toString);
                    List<String> named =
                            logged(server.setup(), said -> line.isNamedBy(said) && said.contains(line.shown()));
                    assertEquals(1, named.size(), () -> line + ": " + named);
                    assertTrue(named.get(0).endsWith("; the settings before stay in use"), named::toString);
                }
                for (Map.Entry<Path, String> file : before.entrySet()) {
                    Files.writeString(file.getKey(), file.getValue());
                }
                awaitNoProblem(server);
                assertEquals(200, server.client().get(SMALL_IMAGE).status(), round::toString);
            }
            String output = server.output();
            assertEquals(
                    lines.size(),
                    output.lines()
                            .filter(line -> line.contains(" is not a valid value"))
                            .count(),
                    output);
            assertFalse(output.contains("secret"), output);
        }
    }

    /** The lines in as few rounds as there may be with one line for each file. */
    private static List<List<Line>> rounds(List<Line> lines) {
        List<List<Line>> rounds = new ArrayList<>();
        for (Line line : lines) {
            List<Line> round = rounds.stream()
                    .filter(others ->
                            others.stream().noneMatch(other -> other.bundle().equals(line.bundle())))
                    .findFirst()
                    .orElseGet(() -> {
                        rounds.add(new ArrayList<>());
                        return rounds.get(rounds.size() - 1);
                    });
            round.add(line);
        }
        return rounds;
    }

    private static void assertAMisspeltNameIsNamed(ProcessServer server) {
        Response health = server.client().get("/health");
        assertTrue(
                health.text()
                        .contains(
                                "\"settings\":[{\"file\":\"dev.understudy.engine.cfg\",\"setting\":\"rendrs\",\"problem\":\"not a"
                                        + " setting; did you mean 'renders'?\"}]"),
                health::text);
        String output = server.output();
        assertTrue(
                output.contains("dev.understudy.engine.cfg: 'rendrs' is not a setting; did you mean 'renders'?"),
                output);
    }

    private static void assertAGoodValueIsUsed(ProcessServer server, Path file) throws Exception {
        String large = "/is/image/gallery/bridge?wid=1500&hei=1000&fit=stretch&qlt=";
        assertEquals(200, server.client().get(large + 70).status());
        Files.writeString(file, Files.readString(file) + "\nMaxRenderRgnPixels = 1\n");
        awaitLine(server.setup(), "dev.understudy.engine: MaxRenderRgnPixels = 1");
        // Another quality each time: the cache still has the first one.
        assertNotEquals(200, server.client().get(large + 71).status());
        assertEquals(200, server.client().get(SMALL_IMAGE).status());
    }

    private static void awaitLine(Setup setup, String end) throws Exception {
        Instant patience = Instant.now().plus(SOON);
        while (Files.readAllLines(setup.logs().resolve("understudy.log")).stream()
                .noneMatch(line -> line.endsWith(end))) {
            assertTrue(Instant.now().isBefore(patience), "no line: " + end);
            Thread.sleep(100);
        }
    }

    private static List<String> logged(Setup setup, Predicate<String> wanted) throws IOException {
        return Files.readAllLines(setup.logs().resolve("understudy.log")).stream()
                .filter(line -> line.contains(" ERROR ") && wanted.test(line))
                .toList();
    }
}

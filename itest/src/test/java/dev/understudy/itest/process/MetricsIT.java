package dev.understudy.itest.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.itest.container.Client;
import dev.understudy.itest.container.ProcessServer;
import dev.understudy.itest.container.Setup;
import dev.understudy.itest.container.ToolPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The figures that a running server shows, and its log as JSON. */
class MetricsIT {

    private static Setup setup;
    private static ProcessServer server;

    @BeforeAll
    static void start() {
        setup = Setup.brief("metrics").setting("dev.understudy.http", "log.format", "json");
        server = ProcessServer.felix(setup);
        Client client = server.client();
        client.get("/is/image/gallery/bridge?wid=301");
        client.get("/is/image/gallery/bridge?wid=301");
        client.get("/is/image/gallery/nowhere?wid=301");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Returns the series that match, once there are so many: a request is counted after its client has the answer. */
    private static List<String> series(String pattern, int count) throws InterruptedException {
        List<String> found = List.of();
        for (int i = 0; i < 100; i++) {
            String page = new String(server.client().get("/metrics").body(), StandardCharsets.UTF_8);
            found = page.lines().filter(line -> line.matches(pattern)).toList();
            if (found.size() == count) {
                break;
            }
            Thread.sleep(100);
        }
        return found;
    }

    /** What is nowhere is answered by the error image of the samples, with 200; one image more has told that the server is ready. */
    @Test
    void requestsAndWhatWasDoneForThem() throws Exception {
        assertEquals(
                1,
                series(
                                "http_server_request_duration_seconds_count\\{error_type=\"\",.*\"200\",http_route=\"/is/image\"} 4",
                                1)
                        .size());
        assertEquals(
                1,
                series("understudy_cache_requests_total\\{use=\"reused\"} 1.0", 1)
                        .size());
        assertEquals(
                1,
                series("understudy_cache_requests_total\\{use=\"created\"} 2.0", 1)
                        .size());
        assertEquals(
                1,
                series("understudy_stand_ins_total\\{code=\"object.unknown\",kind=\".*\",tenant=\"gallery\"} 1.0", 1)
                        .size());
        assertEquals(
                3,
                series("understudy_render_seconds_count\\{format=\"jpeg\",stage=\".*\"} [1-9]\\d*", 3)
                        .size());
        assertEquals(
                1,
                series("understudy_decode_seconds_count\\{format=\"jpeg\"} [1-9]\\d*", 1)
                        .size());
        assertEquals(
                1, series("understudy_queue_wait_seconds_count [1-9]\\d*", 1).size());
    }

    /** Whatever knows figures is asked for them. */
    @Test
    void theStateOfTheServer() throws Exception {
        for (String name : List.of(
                "understudy_cache_entries",
                "understudy_catalog_loads_total",
                "understudy_quarantine_sources",
                "understudy_queue_max_requests",
                "understudy_levels",
                "understudy_foreign_images",
                "understudy_memory_max_bytes",
                "http_server_active_requests",
                "process_cpu_seconds_total",
                "process_open_fds",
                "jvm_threads_current")) {
            assertEquals(1, series(name + " .*", 1).size(), name);
        }
        assertEquals(4, series("understudy_catalogs\\{.*", 4).size());
        assertEquals(3, series("understudy_source_roots\\{.*", 3).size());
    }

    @Test
    void prometheusFindsNothingWrong() throws Exception {
        Path promtool =
                ToolPath.orSkip(ToolPath.find("promtool"), "MetricsIT", "promtool is not installed (prometheus)");
        Path page = Files.write(
                setup.folder().resolve("metrics"),
                server.client().get("/metrics").body());
        Process check = new ProcessBuilder(promtool.toString(), "check", "metrics")
                .redirectInput(page.toFile())
                .redirectErrorStream(true)
                .start();
        assertEquals("", new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(0, check.waitFor());
    }

    @Test
    void theAccessLogIsJson() throws Exception {
        String lines = "";
        for (int i = 0; i < 100 && !lines.contains("nowhere"); i++) {
            Thread.sleep(100);
            lines = log();
        }
        assertTrue(lines.contains("\"target\":\"/is/image/gallery/nowhere?wid=301\""), lines);
        assertTrue(lines.contains("\"failure\":\"object.unknown\""), lines);
        assertFalse(lines.lines().anyMatch(line -> !line.startsWith("{\"time\":\"") || !line.endsWith("}")), lines);
    }

    private static String log() throws IOException {
        try (Stream<Path> files = Files.walk(setup.folder())) {
            return files.filter(file -> file.getFileName().toString().matches("access-.*\\.log"))
                    .map(MetricsIT::content)
                    .collect(Collectors.joining());
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

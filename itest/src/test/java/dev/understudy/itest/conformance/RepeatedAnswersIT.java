package dev.understudy.itest.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.itest.container.ProcessServer;
import dev.understudy.itest.container.Setup;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Rows of all tables, each asked three times: to the byte, the answers are the same whether they are made, found in the cache at once,
 * or found after another look at the files; and so is what the access log says of them.
 */
class RepeatedAnswersIT {

    /** One row in so many is asked: all would take minutes. */
    private static final int EACH = 8;

    private static final int TIMES = 3;
    private static final Duration NOTICED = Duration.ofSeconds(20);
    private static final Duration WRITTEN = Duration.ofSeconds(10);

    /** Longer than files are trusted without another look at them. */
    private static final long INTERVAL_MILLIS = 1_100;

    /** What a request is told of, but for times, threads, reasons of failures and what the cache did. */
    private static final String PATTERN = "%m %s %{ProcessingStatus}r %{Size}r %B %{ReqType}r '%{RootId}r' %{Digest}r"
            + " %{ContentType}r %{Context}r %{PathBasedAccess}r %{TransformedUrl}r";

    /** Headers that tell the time. */
    private static final List<String> OF_NOW = List.of("Date", "Expires");

    @Test
    void anAnswerIsTheSameHoweverItIsFound() throws Exception {
        Setup setup = Setup.fresh("repeated")
                .setting("dev.understudy.http", "log.pattern", PATTERN)
                .setting("dev.understudy.source", "foreign.addresses", "127.0.0.1");
        List<Row> rows = rows();
        assertTrue(rows.size() > 50, rows.size() + " rows");
        try (ForeignOrigin origin = ForeignOrigin.start();
                ProcessServer server = ProcessServer.felix(setup)) {
            ConformanceFixture.create(setup.catalogs(), setup.images(), origin.authority());
            String exists = "/is/image/charts/quadrants?req=exists";
            server.client().await(exists, NOTICED, response -> response.text().contains("catalogRecord.exists=1"));
            Wire wire = new Wire(URI.create("http://127.0.0.1:" + setup.port()));
            wire.get(exists + "&first");
            int before = awaitLines(setup, "exists&first", 0).size();
            List<HttpReply> first = ask(rows, wire);
            for (int i = 1; i < TIMES; i++) {
                compare(rows, first, ask(rows, wire));
                Thread.sleep(INTERVAL_MILLIS);
            }
            wire.get(exists + "&last");
            List<String> lines = awaitLines(setup, "exists&last", before);
            Map<String, Long> counts = lines.subList(before, lines.size() - 1).stream()
                    .collect(Collectors.groupingBy(line -> line, TreeMap::new, Collectors.counting()));
            counts.values().removeIf(count -> count % TIMES == 0);
            assertEquals(Map.of(), counts, "lines that are not there each time");
        }
    }

    private static List<HttpReply> ask(List<Row> rows, Wire wire) throws IOException {
        List<HttpReply> replies = new ArrayList<>();
        for (Row row : rows) {
            replies.add(HttpExchange.of(row, wire).reply());
        }
        return replies;
    }

    private static void compare(List<Row> rows, List<HttpReply> expected, List<HttpReply> actual) {
        for (int i = 0; i < rows.size(); i++) {
            String title = rows.get(i).title();
            assertEquals(expected.get(i).status(), actual.get(i).status(), title);
            assertEquals(headers(rows.get(i), expected.get(i)), headers(rows.get(i), actual.get(i)), title);
            assertArrayEquals(expected.get(i).body(), actual.get(i).body(), title);
        }
    }

    /** All headers but those that tell the time; with foreign images, of the lifetime only that is left to them. */
    private static Map<String, String> headers(Row row, HttpReply reply) {
        Map<String, String> headers = new TreeMap<>(reply.headers());
        headers.keySet().removeIf(name -> OF_NOW.stream().anyMatch(name::equalsIgnoreCase));
        if (row.catalog().equals("foreign")) {
            headers.replaceAll(
                    (name, value) -> name.equalsIgnoreCase("Cache-Control") ? value.replaceAll("\\d+", "?") : value);
        }
        return headers;
    }

    /** Rows of all tables that are answered with images; all of those that have headers of their own. Texts have times in them. */
    private static List<Row> rows() throws IOException {
        List<Row> all = Tables.files().stream()
                .flatMap(file -> Tables.rows(file).stream())
                .filter(row ->
                        row.type().startsWith("image/") || !row.revalidate().isEmpty())
                .filter(row -> row.target().startsWith("/is/image"))
                .toList();
        List<Row> some = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Row row = all.get(i);
            if (i % EACH == 0 || !row.send().isEmpty() || !row.revalidate().isEmpty()) {
                some.add(row);
            }
        }
        return some;
    }

    /** All lines of the access log, once there are more than so many and the last is of a request. */
    private static List<String> awaitLines(Setup setup, String request, int more) throws Exception {
        long start = System.nanoTime();
        List<String> lines = lines(setup.logs());
        while (lines.size() <= more || !lines.get(lines.size() - 1).contains(request)) {
            if (System.nanoTime() - start > WRITTEN.toNanos()) {
                throw new AssertionError("the access log does not tell of " + request + ": " + lines.size());
            }
            Thread.sleep(50);
            lines = lines(setup.logs());
        }
        return lines;
    }

    private static List<String> lines(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith("access-"))
                    .sorted()
                    .toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return lines;
    }
}

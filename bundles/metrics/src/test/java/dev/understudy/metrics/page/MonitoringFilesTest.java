package dev.understudy.metrics.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.serve.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The files of docs/monitoring for Prometheus and Grafana. */
class MonitoringFilesTest {

    private static final Path FOLDER = Path.of("../../docs/monitoring");

    /** Names with one of these beginnings are of series; {@code up} is Prometheus's own. */
    private static final Pattern NAME = Pattern.compile("\\b(understudy|http_server|jvm|process)_[a-z0-9_]+");

    /** Labels that look like names of series. */
    private static final Pattern IN_QUOTES = Pattern.compile("\"[^\"]*\"");

    private static Set<String> series() {
        return AllSeries.page("text/plain")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> named(Collection<String> expressions) {
        Set<String> names = new TreeSet<>();
        for (String expression : expressions) {
            Matcher name = NAME.matcher(IN_QUOTES.matcher(expression).replaceAll("\"\""));
            while (name.find()) {
                names.add(name.group());
            }
        }
        return names;
    }

    private static void collect(Object json, String key, List<String> found) {
        if (json instanceof Map<?, ?> members) {
            members.forEach((name, value) -> {
                if (name.equals(key) && value instanceof String text) {
                    found.add(text);
                }
                collect(value, key, found);
            });
        } else if (json instanceof List<?> items) {
            items.forEach(item -> collect(item, key, found));
        }
    }

    @Test
    void theDashboardAsksForSeriesThatThereAre() throws IOException {
        List<String> queries = new ArrayList<>();
        collect(JsonReader.read(Files.readString(FOLDER.resolve("grafana-dashboard.json"))), "expr", queries);
        assertTrue(queries.size() > 40, queries::toString);
        assertOnlyKnown(queries);
    }

    @Test
    void theAlertsAskForSeriesThatThereAre() throws IOException {
        List<String> rules = Files.readString(FOLDER.resolve("alerts.yml"))
                .lines()
                .filter(line -> !line.strip().startsWith("#") && !line.contains("summary:"))
                .filter(line -> !line.contains("name:"))
                .toList();
        assertTrue(named(rules).size() > 8, rules::toString);
        assertOnlyKnown(rules);
    }

    private static void assertOnlyKnown(Collection<String> expressions) {
        Set<String> unknown = named(expressions);
        unknown.removeAll(series());
        assertEquals(Set.of(), unknown, "series that there are not");
    }

    @Test
    void prometheusTakesTheRules() throws Exception {
        Path rules = FOLDER.resolve("alerts.yml");
        Promtool.Outcome outcome = Promtool.run(rules, "check", "rules", rules.toString());
        assertEquals(0, outcome.exit(), outcome.output());
        assertTrue(outcome.output().contains("rules found"), outcome.output());
    }
}

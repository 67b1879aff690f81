package dev.understudy.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of a bundle, in the order of the documentation. A row is added where its constant is declared:
 *
 * <pre>{@code
 * private static final SettingTable.Builder ROWS = SettingTable.of("dev.understudy.engine", "Understudy engine");
 * static final SettingRow<Integer> RENDERS = ROWS.add("renders", "", "IS::WorkerThreads", "0", integer(0, 1000), "…");
 * public static final SettingTable TABLE = ROWS.build();
 * }</pre>
 *
 * @param pid the persistent identifier of the configuration, also the name of its file
 * @param title the title for consoles
 * @param rows all settings
 */
public record SettingTable(String pid, String title, List<SettingRow<?>> rows) {

    public SettingTable {
        rows = List.copyOf(rows);
    }

    /** Begins a table. */
    public static Builder of(String pid, String title) {
        return new Builder(pid, title);
    }

    /** The values of a configuration that has none of the settings. */
    public SettingValues defaults() {
        return read(Map.of()).values();
    }

    /**
     * Reads a configuration. A value that cannot be used is replaced by the cautious one and reported; so is a name that is not in
     * the table.
     *
     * @param configuration the properties as they come from Config Admin, with the properties of frameworks and installers among them
     */
    public SettingReading read(Map<String, ?> configuration) {
        Map<String, ?> written = ByteOrderMark.removed(configuration);
        ConfigurationFile file = ConfigurationFile.of(pid, written);
        List<SettingProblem> problems = new ArrayList<>();
        Map<SettingRow<?>, Object> values = new HashMap<>();
        Map<String, String> changed = new LinkedHashMap<>();
        Set<SettingRow<?>> replaced = new HashSet<>();
        for (SettingRow<?> row : rows) {
            Object value = written.get(row.name());
            String text = value == null ? row.fallback() : row.text(value);
            try {
                values.put(row, parsed(row, text));
                if (!text.strip().equals(row.fallback())) {
                    changed.put(row.name(), row.shown(text));
                }
            } catch (IllegalArgumentException e) {
                values.put(row, parsed(row, row.cautious()));
                replaced.add(row);
                problems.add(SettingProblem.unusable(file, new UnusableSettingException(row, text, e.getMessage())));
            }
        }
        written.keySet().stream()
                .filter(name -> !isForeign(name) && find(name).isEmpty())
                .sorted()
                .forEach(name -> problems.add(SettingProblem.unknown(file, name, nearest(name))));
        return new SettingReading(file, new SettingValues(values, replaced), changed, problems);
    }

    private static Object parsed(SettingRow<?> row, String text) {
        return Objects.requireNonNull(row.syntax().parse(text));
    }

    private Optional<SettingRow<?>> find(String name) {
        return rows.stream().filter(row -> row.name().equals(name)).findAny();
    }

    private String nearest(String name) {
        return rows.stream()
                .map(SettingRow::name)
                .min(Comparator.comparingInt(known -> EditDistance.between(known, name)))
                .orElse("");
    }

    /** Whether a property is none of ours: frameworks and installers add some to what is written. */
    private static boolean isForeign(String name) {
        return name.matches("(service|component|felix|osgi|org|objectClass)(\\..*)?|\\..*|.*\\.target");
    }

    /** Collects the rows of a table. */
    public static final class Builder {

        private final String pid;
        private final String title;
        private final List<SettingRow<?>> rows = new ArrayList<>();

        private Builder(String pid, String title) {
            this.pid = pid;
            this.title = title;
        }

        /** Adds a row; {@link SettingRow} tells its columns. */
        public <T> SettingRow<T> add(
                String name,
                String variable,
                String reference,
                String fallback,
                SettingSyntax<T> syntax,
                String description) {
            return add(name, variable, reference, fallback, fallback, syntax, description);
        }

        /** Adds a row whose cautious value is not the fallback. */
        public <T> SettingRow<T> add(
                String name,
                String variable,
                String reference,
                String fallback,
                String cautious,
                SettingSyntax<T> syntax,
                String description) {
            SettingRow<T> row = new SettingRow<>(name, variable, reference, fallback, cautious, syntax, description);
            rows.add(row);
            return row;
        }

        /** The table of all rows so far. */
        public SettingTable build() {
            return new SettingTable(pid, title, rows);
        }
    }
}

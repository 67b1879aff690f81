package dev.understudy.settings;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files that repeat the rows of a table: two are made from it, two are written by hand and compared. */
final class SettingFiles {

    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern LINE = Pattern.compile("#?([A-Za-z][\\w.]*) = ?(.*)");
    private static final Pattern FROM_ENVIRONMENT = Pattern.compile("\\$\\{env:(\\w+):-(.*)}");

    private final SettingTable table;

    SettingFiles(SettingTable table) {
        this.table = table;
    }

    /** The description for consoles, which is made from the table. */
    void checkMetatype() throws IOException {
        Path file = Path.of("src/main/resources/OSGI-INF/metatype", table.pid() + ".xml");
        String made = table.rows().stream()
                .map(SettingFiles::definition)
                .collect(joining("", """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <!-- Made from the table of settings and checked by the build. CONTRIBUTING says how to write it anew. -->
                        <MetaData xmlns="http://www.osgi.org/xmlns/metatype/v1.3.0">
                          <OCD id="%1$s" name="%2$s">
                        """.formatted(table.pid(), table.title()), """
                          </OCD>
                          <Designate pid="%1$s">
                            <Object ocdref="%1$s"/>
                          </Designate>
                        </MetaData>
                        """.formatted(table.pid())));
        if (isAccepted()) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, made);
        }
        assertEquals(made, Files.exists(file) ? Files.readString(file) : "", file + ": -Ddocs.accept writes it");
    }

    private static String definition(SettingRow<?> row) {
        SettingSyntax<?> syntax = row.syntax();
        String range = syntax.least() == null ? "" : " min=\"" + syntax.least() + "\" max=\"" + syntax.most() + "\"";
        return "    <AD id=\"" + row.name() + "\" name=\"" + row.name() + "\" type=\""
                + syntax.type().metatype()
                + "\" default=\"" + escaped(row.fallback()) + "\"" + range + " required=\"false\" description=\""
                + escaped(row.description()) + "\"/>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    /** The table for operators, which is made from the rows. */
    void checkOperations() throws IOException {
        Path file = ROOT.resolve("docs/operations.md");
        String begin = "<!-- settings " + table.pid() + " -->\n";
        String end = "<!-- end -->\n";
        String page = Files.readString(file);
        int from = page.indexOf(begin);
        assertTrue(from >= 0, file + " has no place for " + table.pid());
        from += begin.length();
        int to = page.indexOf(end, from);
        String made = table.rows().stream()
                .map(SettingFiles::row)
                .collect(joining(
                        "",
                        "| setting | default | allowed | what it does | reference | environment |\n| --- | --- | --- | --- | --- | --- |\n",
                        ""));
        if (isAccepted()) {
            Files.writeString(file, page.substring(0, from) + made + page.substring(to));
        } else {
            assertEquals(made, page.substring(from, to), file + ": -Ddocs.accept writes it");
        }
    }

    private static String row(SettingRow<?> row) {
        return "| `" + row.name() + "` | " + code(row.fallback()) + " | "
                + row.syntax().allowed() + " | " + row.description() + " | " + code(row.reference()) + " | "
                + code(row.variable()) + " |\n";
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }

    /** The shipped file: each row, with its default or with its environment variable, and nothing else. */
    void checkShippedFile() throws IOException {
        Path file = ROOT.resolve("features/src/main/etc/" + table.pid() + ".cfg");
        Map<String, String> shipped = new TreeMap<>();
        Files.readAllLines(file).stream()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .forEach(line -> assertEquals(
                        null, shipped.put(line.group(1), line.group(2)), file + ": " + line.group(1) + " twice"));
        for (SettingRow<?> row : table.rows()) {
            String value = shipped.remove(row.name());
            assertTrue(value != null, file + " lacks " + row.name());
            Matcher variable = FROM_ENVIRONMENT.matcher(value);
            boolean fromEnvironment = variable.matches();
            assertEquals(row.variable(), fromEnvironment ? variable.group(1) : "", file + ": " + row.name());
            String preset = fromEnvironment ? variable.group(2) : value;
            assertTrue(
                    preset.equals(row.fallback()) || preset.startsWith("@"),
                    file + ": " + row.name() + " = " + preset + " is not the default " + row.fallback());
        }
        assertEquals(Map.of(), shipped, file + " has names that are no settings");
    }

    /** The start script's checks of environment variables, and the README's table of them. */
    void checkEnvironment() throws IOException {
        String script = Files.readString(ROOT.resolve("features/src/main/sh/understudy-environment"));
        String readme = Files.readString(ROOT.resolve("README.md"));
        List<SettingRow<?>> rows =
                table.rows().stream().filter(row -> !row.variable().isEmpty()).toList();
        for (SettingRow<?> row : rows) {
            String name = row.variable();
            SettingSyntax<?> syntax = row.syntax();
            assertTrue(readme.contains("`" + name + "`"), name + " is not in the README");
            assertTrue(script.contains(" " + name + " \"") || script.contains("${" + name + ":-}"), name);
            if (syntax.least() != null) {
                String check =
                        "understudy_number " + name + " \"$" + name + "\" " + syntax.least() + " " + syntax.most();
                assertTrue(script.contains(check), "no check: " + check);
            }
        }
    }

    private static boolean isAccepted() {
        return System.getProperty("docs.accept") != null;
    }
}

package dev.understudy.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What features/licenses/README.md says of jars; the build checks that it names all of them.
 *
 * @param jars the rows of whole jars
 * @param inside the artifacts that are carried inside jars, as group and name with a colon
 */
record LicensePage(List<JarRow> jars, List<Pattern> inside) {

    /** The number of columns of either table, with the empty text before the first one. */
    private static final int OF_JARS = 4;

    private static final int OF_PARTS = 7;

    /**
     * A license of jars.
     *
     * @param names of jars
     * @param license its name on that page
     */
    record JarRow(List<Pattern> names, String license) {}

    static LicensePage read(Path root) {
        List<JarRow> jars = new ArrayList<>();
        List<Pattern> inside = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(root.resolve("features/licenses/README.md"))) {
                String[] cells = line.split("\\|");
                if (cells.length == OF_JARS && cells[1].contains("`")) {
                    jars.add(new JarRow(patterns(cells[1], ""), cells[2].strip()));
                } else if (cells.length == OF_PARTS && cells[4].contains("`")) {
                    inside.addAll(patterns(cells[4], "*:"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new LicensePage(List.copyOf(jars), List.copyOf(inside));
    }

    private static List<Pattern> patterns(String cell, String group) {
        return Arrays.stream(cell.replace("`", "").strip().split(" +"))
                .map(name -> name.contains(":") ? name : group + name)
                .map(name -> Pattern.compile(Pattern.quote(name).replace("*", "\\E.*\\Q")))
                .toList();
    }

    /** The license of a jar, empty if the page does not name the jar. */
    Optional<String> license(String jar) {
        return jars.stream()
                .filter(row ->
                        row.names().stream().anyMatch(name -> name.matcher(jar).matches()))
                .map(JarRow::license)
                .findFirst();
    }

    /** Whether some jar carries an artifact inside. */
    boolean isInside(String group, String name) {
        return inside.stream()
                .anyMatch(pattern -> pattern.matcher(group + ":" + name).matches());
    }
}

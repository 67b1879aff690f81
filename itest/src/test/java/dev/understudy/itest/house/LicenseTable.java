package dev.understudy.itest.house;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The tables of features/licenses/README.md.
 *
 * @param jars the licenses of whole jars
 * @param parts what jars carry inside
 */
record LicenseTable(List<JarLicense> jars, List<PartLicense> parts) {

    /** The folder of the page and of the texts. */
    static final Path FOLDER = Bundles.root().resolve("features/licenses");

    /**
     * The license of jars.
     *
     * @param names what their names look like
     * @param license its name
     * @param text the file that has its text
     */
    record JarLicense(NamePatterns names, String license, String text) {}

    /**
     * The license of a part of jars.
     *
     * @param names what the names of the jars look like
     * @param paths what the names of its entries look like
     * @param what it is
     * @param license its name
     * @param text the file that has its text, in the folder of the licenses or, with {@code META-INF} before it, in the jar
     */
    record PartLicense(NamePatterns names, NamePatterns paths, String what, String license, String text) {

        boolean hasTextInJar() {
            return text.startsWith("META-INF/");
        }
    }

    /**
     * Names with asterisks.
     *
     * @param patterns one of which has to match
     */
    record NamePatterns(List<Pattern> patterns) {

        static NamePatterns of(String names) {
            return new NamePatterns(Arrays.stream(names.split(" +"))
                    .map(name -> Pattern.compile(Pattern.quote(name).replace("*", "\\E.*\\Q")))
                    .toList());
        }

        boolean match(String name) {
            return patterns.stream().anyMatch(pattern -> pattern.matcher(name).matches());
        }
    }

    static LicenseTable read() {
        Path page = FOLDER.resolve("README.md");
        return new LicenseTable(
                MarkdownTable.under(page, "Jars").stream()
                        .map(row -> new JarLicense(NamePatterns.of(row.get(0)), row.get(1), target(row.get(2))))
                        .toList(),
                MarkdownTable.under(page, "Inside jars").stream()
                        .map(row -> new PartLicense(
                                NamePatterns.of(row.get(0)),
                                NamePatterns.of(row.get(1)),
                                row.get(2),
                                row.get(4),
                                target(row.get(5))))
                        .toList());
    }

    /** The file that a link leads to; without a link the first word. */
    private static String target(String cell) {
        return cell.startsWith("[") ? cell.substring(cell.indexOf('(') + 1, cell.length() - 1) : cell.split(" ")[0];
    }
}

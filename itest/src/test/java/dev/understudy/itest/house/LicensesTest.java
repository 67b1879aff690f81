package dev.understudy.itest.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each jar that goes out with a server has its license beside it. */
class LicensesTest {

    private static final Pattern ROW = Pattern.compile("\\| (`.*`) \\| .+ \\| \\[(.+)]\\(\\2\\) \\|");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    /**
     * A row of the table of licenses.
     *
     * @param jars patterns of names
     * @param text the file of the license
     */
    private record License(List<Pattern> jars, String text) {

        boolean covers(Path jar) {
            String name = jar.getFileName().toString();
            return jars.stream().anyMatch(pattern -> pattern.matcher(name).matches());
        }
    }

    private static List<License> table(Path folder) throws IOException {
        List<License> licenses = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("README.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                List<Pattern> jars = NAME.matcher(row.group(1))
                        .results()
                        .map(name ->
                                Pattern.compile(Pattern.quote(name.group(1)).replace("*", "\\E.*\\Q")))
                        .toList();
                licenses.add(new License(jars, row.group(2)));
            }
        }
        return licenses;
    }

    private static List<Path> jars(Path server) throws IOException {
        try (Stream<Path> files = Files.walk(server)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }

    private static Path server(String name) {
        return Bundles.root().resolve("features/target").resolve(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"assembly", "felix"})
    void everyJarHasALicenseAndItsText(String name) throws IOException {
        Path licenses = server(name).resolve("licenses");
        List<License> table = table(licenses);
        List<Path> jars = jars(server(name));
        assertTrue(jars.size() > 20, jars::toString);
        List<String> unlicensed = jars.stream()
                .filter(jar -> table.stream().noneMatch(license -> license.covers(jar)))
                .map(jar -> jar.getFileName().toString())
                .toList();
        assertEquals(List.of(), unlicensed);
        for (License license : table) {
            assertTrue(Files.size(licenses.resolve(license.text())) > 500, license.text());
        }
    }

    @Test
    void everyRowAndEveryTextIsOfSomeJar() throws IOException {
        List<Path> jars = new ArrayList<>(jars(server("assembly")));
        jars.addAll(jars(server("felix")));
        Path licenses = server("felix").resolve("licenses");
        TreeSet<String> texts = new TreeSet<>();
        for (License license : table(licenses)) {
            assertTrue(jars.stream().anyMatch(license::covers), license::toString);
            texts.add(license.text());
        }
        texts.add("README.md");
        try (Stream<Path> files = Files.list(licenses)) {
            assertEquals(
                    texts.stream().toList(),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }
}

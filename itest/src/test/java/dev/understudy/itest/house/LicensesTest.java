package dev.understudy.itest.house;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.itest.house.LicenseTable.JarLicense;
import dev.understudy.itest.house.LicenseTable.PartLicense;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each jar that goes out has a license, and its text with it; the file NOTICE names them all. */
class LicensesTest {

    /** Ours, though it is not below {@code dev/understudy}; META-INF has no classes but those for a later Java. */
    private static final Pattern OURS = Pattern.compile(
            "(META-INF/versions/\\d+/)?(dev/understudy|OSGI-INF)/.+|META-INF/(?!versions).+|simplelogger.properties");

    private static final Pattern FONT_OR_PROFILE = Pattern.compile(".+\\.(ttf|otf|woff2?|icc|icm)");

    private final LicenseTable table = LicenseTable.read();
    private final ShippedJars jars = ShippedJars.find();

    @Test
    void everyJarHasALicense() {
        assertTrue(jars.names().size() > 80, () -> jars.names().toString());
        assertEquals(
                List.of(),
                jars.names().stream().filter(this::isWithoutLicense).toList(),
                "jars that features/licenses/README.md does not name");
    }

    private boolean isWithoutLicense(String jar) {
        return table.jars().stream().noneMatch(row -> row.names().match(jar));
    }

    @Test
    void nothingElseOfOthersIsInOurJars() {
        for (String jar : jars.names()) {
            if (ShippedJars.isOurs(jar)) {
                List<PartLicense> parts = table.parts().stream()
                        .filter(part -> part.names().match(jar))
                        .toList();
                assertEquals(
                        List.of(),
                        jars.entries(jar).stream()
                                .filter(LicensesTest::isOfOthers)
                                .filter(entry -> parts.stream()
                                        .noneMatch(part -> part.paths().match(entry)))
                                .toList(),
                        "files in " + jar + " that features/licenses/README.md does not name");
            }
        }
    }

    private static boolean isOfOthers(String entry) {
        return !OURS.matcher(entry).matches() || FONT_OR_PROFILE.matcher(entry).matches();
    }

    @Test
    void everyRowIsOfSomeJar() {
        for (JarLicense row : table.jars()) {
            assertTrue(jars.names().stream().anyMatch(row.names()::match), row::toString);
        }
        for (PartLicense row : table.parts()) {
            assertTrue(
                    jars.names().stream()
                            .filter(row.names()::match)
                            .anyMatch(jar -> jars.entries(jar).stream().anyMatch(row.paths()::match)),
                    row::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"assembly", "felix"})
    void everyTextIsInTheServersAndNoOther(String server) throws IOException {
        Path licenses =
                Bundles.root().resolve("features/target").resolve(server).resolve("licenses");
        TreeSet<String> texts = Stream.concat(
                        table.jars().stream().map(JarLicense::text),
                        table.parts().stream()
                                .filter(part -> !part.hasTextInJar())
                                .map(PartLicense::text))
                .collect(toCollection(TreeSet::new));
        for (String text : texts) {
            assertTrue(Files.size(licenses.resolve(text)) > 500, text);
        }
        texts.add("README.md");
        try (Stream<Path> files = Files.list(licenses)) {
            assertEquals(texts, files.map(file -> file.getFileName().toString()).collect(toCollection(TreeSet::new)));
        }
    }

    @Test
    void textsInJarsAreThere() {
        for (PartLicense row : table.parts()) {
            if (row.hasTextInJar()) {
                assertTrue(
                        jars.names().stream()
                                .filter(row.names()::match)
                                .allMatch(jar -> jars.entries(jar).contains(row.text())),
                        row::toString);
            }
        }
    }

    /** {@code -Ddocs.accept} writes the file. */
    @Test
    void theNoticeNamesEveryJarWithItsLicense() throws IOException {
        Path file = Bundles.root().resolve("NOTICE");
        String made = new NoticePage(table, jars).text();
        if (System.getProperty("docs.accept") != null) {
            Files.writeString(file, made);
        }
        assertEquals(made, Files.exists(file) ? Files.readString(file) : "", "NOTICE: -Ddocs.accept writes it");
    }
}

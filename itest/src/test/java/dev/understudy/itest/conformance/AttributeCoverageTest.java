package dev.understudy.itest.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each attribute that changes pixels has a row of its page, and catalogs, of the tests or of the samples, that have both ends
 * of its range and each of its words. What is said of bad values is tested with the catalogs.
 */
class AttributeCoverageTest {

    private static final List<Path> CATALOGS =
            List.of(Path.of("src/test/resources/conformance/catalogs"), Path.of("../features/samples/catalogs"));

    private static final Predicate<String> CHANGES_PIXELS = Pattern.compile(
                    "(Icc|Thumb).*|.*(Color|Pix|Resolution|ResMode|Quality|Watermark|EffectMask|FontStyles|Bfc)")
            .asMatchPredicate();

    private static final Set<String> FILES = Set.of("IccProfileMapFile");

    private static List<List<String>> rows;
    private static List<String> lines;

    @BeforeAll
    static void read() throws IOException {
        rows = Tables.files().stream()
                .flatMap(file -> Tables.cells(file).stream())
                .toList();
        lines = new ArrayList<>();
        for (Path folder : CATALOGS) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file :
                        files.filter(file -> file.toString().endsWith(".ini")).toList()) {
                    lines.addAll(Files.readAllLines(file, StandardCharsets.ISO_8859_1));
                }
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> attributes() {
        return ProtocolTable.attributes().entrySet().stream()
                .filter(attribute -> CHANGES_PIXELS.test(attribute.getKey()) && !FILES.contains(attribute.getKey()))
                .map(attribute -> DynamicTest.dynamicTest(
                        attribute.getKey(), () -> requireValues(attribute.getKey(), attribute.getValue())));
    }

    private static void requireValues(String attribute, String allowed) {
        String page = "r-" + attribute.toLowerCase(Locale.ROOT);
        Set<String> pages = Set.of(page, page + "-cat");
        assertTrue(rows.stream().anyMatch(row -> pages.contains(row.get(0))), "no row is of " + page);
        List<String> values = lines.stream()
                .filter(line -> line.regionMatches(true, 0, attribute + "=", 0, attribute.length() + 1))
                .map(line -> line.substring(attribute.length() + 1))
                .filter(value -> !value.isBlank())
                .toList();
        assertTrue(!values.isEmpty(), "no catalog has it");
        assertEquals(Set.of(), ValueEnds.missing(ValueEnds.of(allowed), values), "no catalog has these values");
    }
}

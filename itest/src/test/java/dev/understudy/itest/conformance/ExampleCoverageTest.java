package dev.understudy.itest.conformance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each combination of commands that an example of the reference shows has a row of that page. */
class ExampleCoverageTest {

    private static final Path EXAMPLES = Path.of("src/test/resources/conformance/examples.tsv");

    @TestFactory
    Stream<DynamicTest> examples() throws IOException {
        List<List<String>> rows = Tables.files().stream()
                .flatMap(file -> Tables.cells(file).stream())
                .toList();
        return Tables.cells(EXAMPLES).stream()
                .map(example -> DynamicTest.dynamicTest(String.join(" ", example), () -> requireRow(rows, example)));
    }

    private static void requireRow(List<List<String>> rows, List<String> example) {
        List<String> commands = List.of(example.get(1).split(","));
        assertTrue(
                rows.stream()
                        .filter(row -> row.get(0).equals(example.get(0)))
                        .anyMatch(row -> Assignments.in(row.get(1)).keySet().containsAll(commands)),
                "no row of this page has these commands");
    }
}

package dev.understudy.itest.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The tables of requests leave out no command: each has a usual value, both ends of its ranges and each of its words, and
 * a bad value, whose message names the command, the value and what is allowed.
 */
class CommandCoverageTest {

    /** Anything is a value of these. */
    private static final String ANYTHING = "text";

    /** What is wrong with an object is said of the object; it is not a value that a list allows. */
    private static final String OBJECT = "a catalog entry";

    /** The catalog whose errors tell details. */
    private static final String DETAILED = "charts";

    private static List<List<String>> rows;

    @BeforeAll
    static void read() throws IOException {
        rows = Tables.files().stream()
                .flatMap(file -> Tables.cells(file).stream())
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> commands() {
        return ProtocolTable.commands().entrySet().stream()
                .map(command -> DynamicTest.dynamicTest(
                        command.getKey(), () -> requireRows(command.getKey(), command.getValue())));
    }

    private static void requireRows(String command, String allowed) {
        List<String> values = valuesThatWork(command);
        assertTrue(!values.isEmpty(), "no row has a usual value");
        assertEquals(Set.of(), ValueEnds.missing(ValueEnds.of(allowed), values), "not in any row that works");
        boolean anyValue = allowed.equals(ANYTHING) || allowed.startsWith(OBJECT);
        assertTrue(anyValue || isRefused(command), "no row has 'refused " + command + "=…'");
    }

    private static List<String> valuesThatWork(String command) {
        List<String> values = new ArrayList<>();
        for (List<String> row : rows) {
            if (row.get(3).equals("200") && !row.get(1).contains("=s7jsonError")) {
                values.addAll(Assignments.in(row.get(1)).getOrDefault(command, List.of()));
            }
        }
        return values;
    }

    private static boolean isRefused(String command) {
        String check = "refused " + command + "=";
        return rows.stream()
                .anyMatch(row -> row.stream().anyMatch(cell -> cell.regionMatches(true, 0, check, 0, check.length())));
    }

    @Test
    void everyRequestWithABadValueSaysWhatIsAllowed() {
        List<String> silent = rows.stream()
                .filter(row -> row.get(2).equals(DETAILED) && row.get(3).equals("403"))
                .filter(row -> row.stream().anyMatch(cell -> cell.endsWith("code=parameter.invalid")))
                .filter(row -> row.stream().noneMatch(cell -> cell.startsWith("refused ")))
                .map(row -> row.get(1))
                .toList();
        assertEquals(List.of(), silent);
    }

    @Test
    void endsAreReadFromWhatIsAllowed() {
        assertEquals(Set.of("-100", "100"), ValueEnds.of("an integer of -100..100"));
        assertEquals(Set.of("fit", "hfit", "vfit", "0", "1"), ValueEnds.of("fit, hfit or vfit, and 0 or 1"));
        assertEquals(Set.of("1"), ValueEnds.of("an integer of 1 or more"));
        assertEquals(Set.of(), ValueEnds.of("a catalog entry as id or catalog/id, or a relative path; no commas"));
        assertEquals(
                Set.of("100"), ValueEnds.missing(List.of("-100", "100"), Arrays.asList("-100", "1000", "1,100.5")));
    }
}

package dev.understudy.codec.jpeg.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanScriptTest {

    @Test
    void sequential() {
        assertEquals("[0, 1, 2] 0-63 0>0", text(List.of(ScanScript.sequential(3))));
    }

    @Test
    void usual() {
        assertEquals(10, ScanScript.usual(3).size());
        assertEquals(
                "[0] 0-0 0>1, [0] 1-5 0>2, [0] 6-63 0>2, [0] 1-63 2>1, [0] 0-0 1>0, [0] 1-63 1>0",
                text(ScanScript.usual(1)));
        assertEquals(18, ScanScript.usual(4).size());
    }

    @Test
    void passes() {
        assertEquals("[0] 0-0 0>0, [0] 1-5 0>0, [0] 6-63 0>0", text(ScanScript.passes(3, 1)));
        assertEquals("[0] 0-0 0>0, [0] 1-2 0>0, [0] 3-9 0>0, [0] 10-63 0>0", text(ScanScript.passes(4, 1)));
        assertEquals(5, ScanScript.passes(5, 1).size());
        assertEquals(13, ScanScript.passes(5, 3).size());
    }

    /** Every bit of every coefficient is in one scan, and DC comes first. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4})
    void everythingIsSentOnce(int components) {
        for (List<ScanPlan> scans : List.of(
                ScanScript.usual(components),
                ScanScript.passes(3, components),
                ScanScript.passes(4, components),
                ScanScript.passes(5, components))) {
            int[][] low = new int[components][64];
            for (ScanPlan scan : scans) {
                assertTrue(scan.first() > 0 || scan.last() == 0);
                assertTrue(scan.first() == 0 || scan.components().size() == 1);
                for (int component : scan.components()) {
                    for (int place = scan.first(); place <= scan.last(); place++) {
                        assertEquals(scan.before() == 0 ? 0 : scan.low() + 1, scan.before());
                        assertEquals(scan.before(), low[component][place]);
                        low[component][place] = scan.low() == 0 ? -1 : scan.low();
                    }
                }
            }
            for (int[] component : low) {
                for (int bits : component) {
                    assertEquals(-1, bits);
                }
            }
        }
    }

    private static String text(List<ScanPlan> scans) {
        return scans.stream()
                .map(scan -> scan.components() + " " + scan.first() + "-" + scan.last() + " " + scan.before() + ">"
                        + scan.low())
                .collect(Collectors.joining(", "));
    }
}

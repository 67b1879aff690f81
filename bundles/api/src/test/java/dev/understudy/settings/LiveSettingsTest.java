package dev.understudy.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LiveSettingsTest {

    private static final SettingTable.Builder ROWS = SettingTable.of("test", "Test");
    private static final SettingRow<Integer> A = ROWS.add("a", "", "", "1", SettingSyntax.integer(0, 10), "first");
    private static final SettingRow<Integer> B = ROWS.add("b", "", "", "2", SettingSyntax.integer(0, 10), "second");
    private static final SettingTable TABLE = ROWS.build();

    private final List<Integer> used = new ArrayList<>();
    private final List<String> events = new ArrayList<>();
    private int taken = 10;

    /** Refuses sums above 10 when they are made, and the number that is taken when it is used. */
    private final LiveSettings<Integer> settings = new LiveSettings<>(TABLE, false, LiveSettingsTest::sum, this::use);

    private static int sum(SettingValues values) {
        int sum = values.get(A) + values.get(B);
        if (sum > 10) {
            throw new UnusableSettingException(A, values.get(A).toString(), "the sum is " + sum, "10 at most with b");
        }
        return sum;
    }

    private void use(int sum) {
        if (sum == taken) {
            throw new UnusableSettingException(B, "?", "taken", "what is not taken");
        }
        events.add("used " + sum);
        used.add(sum);
    }

    private List<String> update(Map<String, ?> written) {
        try (LogCapture log = new LogCapture()) {
            settings.update(written, () -> events.add(settings.problems().size() + " problems"));
            return log.troubles().stream()
                    .map(line -> line.substring(line.indexOf(" - ") + 3))
                    .toList();
        }
    }

    @Test
    void goodSettingsAreUsedAtOnce() {
        assertEquals(List.of(), update(Map.of("a", "3")));
        assertEquals(List.of(), update(Map.of("a", "4")));
        assertEquals(List.of(5, 6), used);
    }

    @Test
    void problemsAreKnownBeforeAnythingIsUsed() {
        assertEquals(
                List.of(
                        "test: a: '11' is not a valid value; allowed: an integer from 0 to 10; a safe value is used until"
                                + " it is corrected"),
                update(Map.of("a", "11", "b", "5")));
        assertEquals(List.of("1 problems", "used 6"), events);
    }

    @Test
    void valuesThatDoNotGoTogetherAreRefused() {
        String refusal = "test: a: '6' is not a valid value (the sum is 12); allowed: 10 at most with b";
        assertEquals(
                List.of(refusal + "; a safe value is used until it is corrected"), update(Map.of("a", "6", "b", "6")));
        assertEquals(List.of(7), used);
        assertEquals(
                List.of(refusal + "; the settings before stay in use"),
                update(Map.of("a", "6", "b", "6", "c", "")).stream()
                        .filter(line -> line.contains("'6'"))
                        .toList());
        assertEquals(List.of(7), used);
    }

    @Test
    void ofTheSameConfigurationOnlyNewProblemsAreTold() {
        Map<String, String> bad = new OnlyItself(Map.of("a", "11", "b", "5"));
        assertEquals(1, update(bad).size());
        assertEquals(List.of(), update(bad));
        assertEquals(1, settings.problems().size());
        assertEquals(List.of(), update(Map.of("a", "1")));
        assertEquals(1, update(bad).size());
    }

    @Test
    void whatCannotBePutToUseIsRefused() {
        update(Map.of());
        taken = 5;
        assertEquals(
                List.of(
                        "test: b: '?' is not a valid value (taken); allowed: what is not taken; the settings before stay in"
                                + " use"),
                update(Map.of("a", "3")));
        assertEquals(List.of(3), used);
        assertEquals(1, settings.problems().size());
        assertEquals("1 problems", events.get(events.size() - 1));
        assertEquals(List.of(), update(Map.of("a", "4")));
        assertEquals(List.of(3, 6), used);
        assertEquals(List.of(), settings.problems());
    }

    @Test
    void nothingIsUsedWhileTheFirstCannotBePutToUse() {
        taken = 3;
        assertTrue(update(Map.of()).get(0).endsWith("allowed: what is not taken"));
        assertEquals(List.of(), used);
        update(Map.of("a", "5"));
        assertEquals(List.of(7), used);
    }

    /** A map as Component Runtime gives them to components. */
    private static final class OnlyItself extends AbstractMap<String, String> {

        private final Map<String, String> entries;

        private OnlyItself(Map<String, String> entries) {
            this.entries = entries;
        }

        @Override
        public Set<Entry<String, String>> entrySet() {
            return entries.entrySet();
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}

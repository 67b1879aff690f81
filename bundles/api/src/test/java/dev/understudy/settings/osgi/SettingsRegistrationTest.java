package dev.understudy.settings.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.settings.LogCapture;
import dev.understudy.settings.ServiceRecorder;
import dev.understudy.settings.SettingRow;
import dev.understudy.settings.SettingSyntax;
import dev.understudy.settings.SettingTable;
import dev.understudy.settings.SettingsStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsRegistrationTest {

    private static final SettingTable.Builder ROWS = SettingTable.of("test", "Test");
    private static final SettingRow<Integer> SIZE = ROWS.add("size", "", "", "1", SettingSyntax.integer(0, 10), "size");
    private static final SettingTable TABLE = ROWS.build();

    private final ServiceRecorder recorder = new ServiceRecorder(Map.of());

    @Test
    void settingsAreAServiceThatIsReplacedByGoodOnes() {
        SettingsRegistration<Integer> registration =
                SettingsRegistration.publishing(recorder.context(), Integer.class, TABLE, values -> values.get(SIZE));
        assertEquals(List.of(), recorder.services(Object.class), "before the first configuration");
        registration.update(Map.of("size", 2));
        assertEquals(List.of(2), recorder.services(Integer.class));
        registration.update(Map.of("size", 3));
        assertEquals(List.of(3), recorder.services(Integer.class));
        try (LogCapture log = new LogCapture()) {
            registration.update(Map.of("size", "large"));
            assertEquals(1, log.troubles().size());
        }
        assertEquals(List.of(3), recorder.services(Integer.class));
        SettingsStatus status = recorder.services(SettingsStatus.class).get(0);
        assertEquals(1, recorder.property(status, SettingsRegistration.PROBLEMS));
        registration.update(Map.of("size", 4));
        assertEquals(List.of(4), recorder.services(Integer.class));
        assertEquals(0, recorder.property(status, SettingsRegistration.PROBLEMS));
        registration.close();
        assertEquals(List.of(), recorder.services(Object.class));
    }

    @Test
    void theStateIsThereBeforeTheSettingsAreUsed() {
        List<Integer> problems = new ArrayList<>();
        try (LogCapture log = new LogCapture();
                SettingsRegistration<Integer> registration = SettingsRegistration.applying(
                        recorder.context(),
                        TABLE,
                        values -> values.get(SIZE),
                        size -> problems.add(recorder.services(SettingsStatus.class)
                                .get(0)
                                .problems()
                                .size()))) {
            registration.update(Map.of("size", "large"));
            assertEquals(1, log.troubles().size());
        }
        assertEquals(List.of(1), problems);
    }

    @Test
    void theFrameworkSaysWhoseTheProcessIs() {
        assertFalse(SettingsRegistration.isStandalone(recorder.context()));
        assertTrue(SettingsRegistration.isStandalone(
                new ServiceRecorder(Map.of("understudy.standalone", "true")).context()));
    }
}

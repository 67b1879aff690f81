package dev.understudy.settings;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.Printable;
import dev.understudy.catalog.Support;
import dev.understudy.settings.osgi.SettingsRegistration;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The contract of every table of settings; a bundle that has one inherits it. {@code -Ddocs.accept} writes the metatype file and
 * the table of {@code docs/operations.md} instead of comparing them.
 *
 * @param <S> the settings as the bundle wants them
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class SettingTableContract<S> {

    private static final String FILE = "felix.fileinstall.filename";

    private final SettingTable table;
    private final Function<SettingValues, S> maker;
    private final Map<SettingRow<?>, List<String>> unusable;
    private final SettingFiles files;

    /**
     * @param unusable values of text settings that cannot be used; an empty list for a setting that takes any text
     */
    protected SettingTableContract(
            SettingTable table, Function<SettingValues, S> maker, Map<SettingRow<?>, List<String>> unusable) {
        this.table = table;
        this.maker = maker;
        this.unusable = unusable;
        this.files = new SettingFiles(table);
    }

    Stream<Arguments> unusableValues() {
        return table.rows().stream()
                .flatMap(row -> unusable(row).stream().map(value -> Arguments.of(row.name(), value)));
    }

    private static boolean isText(SettingRow<?> row) {
        return row.syntax().type() == SettingType.TEXT || row.syntax().type() == SettingType.PASSWORD;
    }

    private List<String> unusable(SettingRow<?> row) {
        SettingSyntax<?> syntax = row.syntax();
        if (isText(row)) {
            return unusable.get(row);
        } else if (syntax.type() == SettingType.BOOLEAN) {
            return List.of("flase", "", "2");
        }
        List<String> values = new ArrayList<>(List.of("lots", "", "1e3", "1G", "99999999999999999999", "1 2"));
        values.add(Long.toString(syntax.least() - 1));
        if (syntax.most() < Long.MAX_VALUE) {
            values.add(Long.toString(syntax.most() + 1));
        }
        return values;
    }

    @Test
    void everyTextSettingHasValuesThatCannotBeUsedOrTakesAny() {
        Set<SettingRow<?>> texts = new HashSet<>(table.rows());
        texts.removeIf(row -> !isText(row));
        assertEquals(texts, unusable.keySet());
    }

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource("unusableValues")
    void whileItRunsTheSettingsBeforeStayInUse(String name, String value) {
        List<S> used = new ArrayList<>();
        LiveSettings<S> settings = new LiveSettings<>(table, true, maker, used::add);
        settings.update(Map.of(), () -> {});
        List<Integer> announced = new ArrayList<>();
        try (LogCapture log = new LogCapture()) {
            settings.update(
                    written(name, value),
                    () -> announced.add(settings.problems().size()));
            assertEquals(1, used.size());
            assertLine(log.troubles(), name, value, "; the settings before stay in use");
            assertEquals(List.of(1), announced);
            assertProblem(settings.problems(), name);
            settings.update(Map.of(), () -> announced.add(settings.problems().size()));
        }
        assertEquals(List.of(1, 0), announced);
        assertEquals(List.of(), settings.problems());
        assertEquals(1, used.size(), "the same settings are not put to use again");
    }

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource("unusableValues")
    void atTheStartOfAStandaloneServerItIsOneLine(String name, String value) {
        LiveSettings<S> settings = new LiveSettings<>(table, true, maker, used -> {});
        List<Integer> announced = new ArrayList<>();
        try (LogCapture log = new LogCapture()) {
            settings.update(
                    written(name, value),
                    () -> announced.add(settings.problems().size()));
            assertLine(log.troubles(), name, value, "");
        }
        assertEquals(List.of(1), announced);
        assertProblem(settings.problems(), name);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource("unusableValues")
    void atTheStartInAForeignFrameworkASafeValueTakesItsPlace(String name, String value) {
        List<S> used = new ArrayList<>();
        LiveSettings<S> settings = new LiveSettings<>(table, false, maker, used::add);
        try (LogCapture log = new LogCapture()) {
            settings.update(written(name, value), () -> {});
            assertLine(log.troubles(), name, value, "; a safe value is used until it is corrected");
        }
        assertEquals(1, used.size());
        assertProblem(settings.problems(), name);
    }

    private void assertLine(List<String> lines, String name, String value, String end) {
        assertEquals(1, lines.size(), lines::toString);
        String line = lines.get(0);
        assertTrue(line.startsWith("ERROR dev.understudy.startup - /etc/" + table.pid() + ".cfg: " + name), line);
        assertTrue(line.contains("'" + Printable.of(value) + "' is not a valid value"), line);
        assertTrue(line.matches(".*; allowed: [^;]+.*"), line);
        assertTrue(line.endsWith(end), line);
    }

    private void assertProblem(List<SettingProblem> problems, String name) {
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).isUnusable());
        assertEquals(name, problems.get(0).setting());
        assertEquals(table.pid() + ".cfg", problems.get(0).file());
    }

    @Test
    void aMisspeltNameIsNamedAndDoesNoHarm() {
        for (SettingRow<?> row : table.rows()) {
            String misspelt = row.name().substring(1);
            List<S> used = new ArrayList<>();
            LiveSettings<S> settings = new LiveSettings<>(table, true, maker, used::add);
            try (LogCapture log = new LogCapture()) {
                settings.update(written(misspelt, "1"), () -> {});
                assertEquals(
                        List.of("WARN dev.understudy.startup - /etc/" + table.pid() + ".cfg: '" + misspelt
                                + "' is not a setting; did you mean '" + row.name() + "'?"),
                        log.troubles());
            }
            assertEquals(1, used.size());
            assertFalse(settings.problems().get(0).isUnusable());
        }
    }

    @Test
    void propertiesOfFrameworksAndInstallersAreNoSettings() {
        Map<String, Object> written = new HashMap<>(written("service.pid", table.pid()));
        written.put("component.id", 1L);
        written.put("component.name", "x");
        written.put("service.bundleLocation", "?");
        written.put("org.apache.karaf.features.configKey", table.pid());
        written.put(".private", "x");
        assertEquals(List.of(), table.read(written).problems());
    }

    @Test
    void theDefaultsCanBeUsed() {
        table.rows().forEach(row -> assertDoesNotThrow(() -> row.syntax().parse(row.fallback()), row.name()));
        table.rows().forEach(row -> assertDoesNotThrow(() -> row.syntax().parse(row.cautious()), row.name()));
        assertDoesNotThrow(() -> maker.apply(table.defaults()));
    }

    @Test
    void settingsAreAService() {
        ServiceRecorder recorder = new ServiceRecorder(Map.of(SettingsRegistration.STANDALONE, "true"));
        @SuppressWarnings("unchecked")
        Class<S> type = (Class<S>) maker.apply(table.defaults()).getClass();
        try (SettingsRegistration<S> registration =
                SettingsRegistration.publishing(recorder.context(), type, table, maker)) {
            registration.update(Map.of());
            List<S> first = recorder.services(type);
            assertEquals(1, first.size());
            registration.update(Map.of());
            assertSame(first.get(0), recorder.services(type).get(0));
            SettingsStatus status = recorder.services(SettingsStatus.class).get(0);
            assertEquals(table.pid(), status.configuration());
            assertEquals(0, recorder.property(status, SettingsRegistration.PROBLEMS));
        }
        assertEquals(List.of(), recorder.services(Object.class));
    }

    @Test
    void eachRowIsWhole() {
        for (SettingRow<?> row : table.rows()) {
            assertTrue(row.description().matches("[^A-Z].*[^.]"), row.name() + ": " + row.description());
            assertFalse(row.description().contains("|"), row.name());
        }
        assertEquals(
                table.rows().size(),
                table.rows().stream().map(SettingRow::name).distinct().count());
    }

    @Test
    void namesOfTheReferenceAreThoseOfItsTable() {
        Map<String, String> ours = table.rows().stream()
                .filter(row -> !row.reference().isEmpty())
                .collect(toMap(SettingRow::reference, SettingRow::name));
        Map<String, String> reference = Arrays.stream(ServerSetting.values())
                .filter(setting -> setting.support() != Support.NONE)
                .filter(setting -> setting.configuration().equals(table.pid()))
                .collect(toMap(ServerSetting::reference, ServerSetting::property));
        assertEquals(reference, ours);
    }

    @Test
    void theMetatypeFileHasTheRows() throws IOException {
        files.checkMetatype();
    }

    @Test
    void operatorsAreToldOfTheRows() throws IOException {
        files.checkOperations();
    }

    @Test
    void theShippedFileHasTheRows() throws IOException {
        files.checkShippedFile();
    }

    @Test
    void environmentVariablesAreChecked() throws IOException {
        files.checkEnvironment();
    }

    private Map<String, Object> written(String name, String value) {
        return Map.of(name, value, FILE, "file:/etc/" + table.pid() + ".cfg");
    }
}

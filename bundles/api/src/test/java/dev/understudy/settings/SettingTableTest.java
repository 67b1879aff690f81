package dev.understudy.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.understudy.catalog.Printable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingTableTest {

    private static final SettingTable.Builder ROWS = SettingTable.of("test", "Test");
    private static final SettingRow<Integer> PORT =
            ROWS.add("port", "TEST_PORT", "", "80", SettingSyntax.integer(0, 65_535), "port");
    private static final SettingRow<Boolean> OPEN =
            ROWS.add("open", "", "", "true", "false", SettingSyntax.flag(), "whether everybody is let in");
    private static final SettingRow<Duration> WAIT =
            ROWS.add("wait", "", "", "500", SettingSyntax.millis(1, 1000), "patience");
    private static final SettingRow<List<Path>> ROOTS =
            ROWS.add("roots", "", "", "", SettingSyntax.folders(), "folders");
    private static final SettingRow<Optional<Path>> ROOT =
            ROWS.add("root", "", "", "", SettingSyntax.folder(), "folder");
    private static final SettingTable TABLE = ROWS.build();

    @Test
    void aByteOrderMarkBeforeTheFirstNameDoesNoHarm() {
        SettingTable table = SettingTable.of("a.b", "Test").build();
        for (String mark : List.of("\uFEFF", "\u00EF\u00BB\u00BF")) {
            assertEquals(
                    List.of(), table.read(Map.of(mark + "# the", "settings")).problems());
            assertEquals(
                    "port",
                    table.read(Map.of(mark + "port", "1")).problems().get(0).setting());
        }
    }

    @Test
    void theRowsAreInTheOrderOfTheirConstants() {
        assertEquals(List.of(PORT, OPEN, WAIT, ROOTS, ROOT), TABLE.rows());
    }

    @Test
    void valuesOfAnyTypeAreRead() {
        SettingValues values = TABLE.read(
                        Map.of("port", " 8080 ", "open", "FALSE", "wait", 20L, "roots", new String[] {"/a", "/b/../c"}))
                .values();
        assertEquals(8080, values.get(PORT));
        assertEquals(false, values.get(OPEN));
        assertEquals(Duration.ofMillis(20), values.get(WAIT));
        assertEquals(List.of(Path.of("/a"), Path.of("/c")), values.get(ROOTS));
        assertEquals(Optional.empty(), values.get(ROOT));
        assertEquals(
                List.of(Path.of("/a"), Path.of("/b")),
                TABLE.read(Map.of("roots", List.of("/a", "/b"))).values().get(ROOTS));
    }

    @Test
    void everythingWrongIsNamedAtOnce() {
        SettingReading reading = TABLE.read(Map.of("port", "80a", "open", "flase", "wiat", "1"));
        assertEquals(
                List.of(
                        "test: port (TEST_PORT): '80a' is not a valid value; allowed: an integer from 0 to 65535",
                        "test: open: 'flase' is not a valid value; allowed: true or false",
                        "test: 'wiat' is not a setting; did you mean 'wait'?"),
                reading.problems().stream().map(SettingProblem::message).toList());
        assertEquals(80, reading.values().get(PORT));
        assertEquals(false, reading.values().get(OPEN), "the cautious value");
    }

    @Test
    void whatEverybodyIsToldNamesNoFolder() {
        Map<String, String> written =
                Map.of("port", "/srv/secret", "felix.fileinstall.filename", "file:/srv/my%20etc/test.cfg");
        SettingProblem problem = TABLE.read(written).problems().get(0);
        assertEquals("test.cfg", problem.file());
        assertEquals("not a valid value; allowed: an integer from 0 to 65535", problem.hint());
        assertEquals(
                "/srv/my etc/test.cfg: port (TEST_PORT): '/srv/secret' is not a valid value; allowed: an integer from 0 to"
                        + " 65535",
                problem.message());
    }

    @Test
    void theLogHasWhatDiffersFromTheDefaults() {
        assertEquals("defaults", TABLE.read(Map.of("port", "80")).summary());
        assertEquals(
                "port = 81, root = http://***@host",
                TABLE.read(Map.of("root", "http://me:secret@host", "port", "81", "wait", "500"))
                        .summary());
    }

    @Test
    void aTableKnowsItsOwnSettingsOnly() {
        SettingRow<Integer> foreign = SettingTable.of("other", "Other")
                .add("other", "", "", "1", SettingSyntax.integer(0, 1), "from another table");
        assertThrows(IllegalArgumentException.class, () -> TABLE.defaults().get(foreign));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "http://me:secret@host/a | http://***@host/a",
                "HTTPS://me:s@cr@t@host https://a | HTTPS://***@host https://a",
                "me:secret@host | ***@host",
                "//me:secret@host | //***@host",
                "'http://me:it's@host': no user | 'http://***@host': no user",
                "/srv/@eaDir/a | /srv/@eaDir/a",
                "http://host/a?token=secret&b=c https://b | http://host/a?*** https://b",
                "http://me:secret@host?sig=s#f | http://***@host?***",
                "'http://host:port/?key=secret' is wrong | 'http://host:port/?***' is wrong",
                "a?b | a?b",
            })
    void noCredentialsAndOneLine(String text, String shown) {
        assertEquals(shown, Printable.of(text));
    }

    @ParameterizedTest
    @CsvSource({
        "http://me:secret@host/a?token=secret, http://***@host/a?***",
        "images@2x/a?b, images@2x/a?b",
        "s3://key:secret@bucket images@2x, s3://***@bucket images@2x",
    })
    void urlsAloneLoseTheirCredentials(String text, String shown) {
        assertEquals(shown, Printable.url(text));
    }

    @Test
    void oneLineOfBoundedLength() {
        assertEquals("two lines", Printable.of("two\nlines"));
        assertEquals("a".repeat(200) + "…", Printable.of("a".repeat(201)));
    }

    @ParameterizedTest
    @CsvSource({"renders, renders, 0", "rendrs, renders, 1", "Renders, renders, 0", "'', abc, 3", "kitten, sitting, 3"})
    void distances(String one, String other, int distance) {
        assertEquals(distance, EditDistance.between(one, other));
        assertEquals(distance, EditDistance.between(other, one));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "IS::TcpPort | not a setting; IS::TcpPort, PS::isConnection.port has no effect here: There is one process.",
                "isConnection.port | not a setting; IS::TcpPort, PS::isConnection.port has no effect here: There is one process.",
                "svgProvider.fontroot | not a setting; PS::svgProvider.fontRoot is 'svgProvider.fontRoot' in dev.understudy.codec.svg",
                "cache.maxSize | not a setting; PS::cache.maxSize is 'cache.maxSize' in dev.understudy.cache",
                "IS::WorkerThreads | not a setting; IS::WorkerThreads is 'renders' in dev.understudy.engine",
                "TcPort | not a setting; did you mean 'port'?",
            })
    void settingsOfTheReferenceAreToldWhatHasBecomeOfThem(String name, String hint) {
        assertEquals(hint, TABLE.read(Map.of(name, "1")).problems().get(0).hint());
    }
}

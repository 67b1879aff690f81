package dev.understudy.engine.docs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.Support;
import dev.understudy.settings.ServerSetting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The page of the reference's server settings. */
class SettingPagesTest {

    private static final Path OPERATIONS = Path.of("..", "..", "docs", "operations.md");

    @Test
    void theSettings() {
        MarkdownPage page = new MarkdownPage("Server settings")
                .text(MarkdownPage.count(
                                "server settings",
                                Arrays.stream(ServerSetting.values())
                                        .filter(setting -> !setting.isReplaced())
                                        .map(ServerSetting::support)
                                        .toList())
                        + " Others are replaced.")
                .text(
                        "[Operations](../operations.md) tells what each does, and which settings are our own. *Replaced* is what needs no "
                                + "setting here, since there is no such part, or something else does what it is for. Whoever sets one "
                                + "that has no effect is told so at the start, with what the note says.")
                .columns("reference", "configuration", "setting", "works", "notes");
        for (ServerSetting setting : ServerSetting.values()) {
            page.row(
                    "`" + setting.reference() + "`",
                    code(setting.configuration()),
                    code(setting.property()),
                    setting.isReplaced() ? "replaced" : MarkdownPage.works(setting.support()),
                    setting.note());
        }
        page.check("server-settings.md");
    }

    @Test
    void eachThatDoesNotWorkHasItsReason() {
        for (ServerSetting setting : ServerSetting.values()) {
            assertTrue(setting.support() == Support.FULL || !setting.note().isEmpty(), setting.reference());
        }
    }

    @Test
    void operatorsAreToldAboutEachThatWorks() throws Exception {
        String operations = Files.readString(OPERATIONS);
        for (ServerSetting setting : ServerSetting.values()) {
            if (setting.support() != Support.NONE) {
                assertTrue(operations.contains("`" + setting.configuration() + "`"), setting.configuration());
                assertTrue(operations.contains("`" + setting.property() + "`"), setting.property());
            }
        }
    }

    private static String code(String name) {
        return name.isEmpty() ? "" : "`" + name + "`";
    }
}

package dev.understudy.iiif.settings;

import static dev.understudy.settings.SettingSyntax.integer;
import static dev.understudy.settings.SettingSyntax.text;

import dev.understudy.settings.SettingRow;
import dev.understudy.settings.SettingSyntax;
import dev.understudy.settings.SettingTable;

/** The rows of the settings of the IIIF Image API. {@link SettingRow} tells the columns. */
public final class IiifSettingTable {

    private static final SettingSyntax<String> MOUNT_PATH =
            text("a path such as /iiif/3, of letters, digits, '.', '_' and '-'", IiifSettingTable::mount);
    private static final SettingSyntax<String> URL = text(
            "the URL that clients know, http or https, without a slash at its end; empty for the one that they use",
            IiifSettingTable::url);

    private static final SettingTable.Builder ROWS =
            SettingTable.of("dev.understudy.iiif", "Understudy IIIF Image API");

    // @formatter:off
    static final SettingRow<String> MOUNT = ROWS.add("iiif.mount", "", "", "/iiif/3", MOUNT_PATH, "path under which images are served by the IIIF Image API 3");
    static final SettingRow<String> ROOT_URL = ROWS.add("iiif.url", "", "", "", URL, "address of that path as clients know it, such as `https://images.example.com/iiif/3`, for servers behind a proxy; empty for the one that the client used");
    static final SettingRow<Integer> TILE_SIZE = ROWS.add("iiif.tileSize", "", "", "512", integer(64, 4096), "width and height of the tiles that viewers are told to ask for, pixels");
    // @formatter:on

    /** All rows. */
    public static final SettingTable TABLE = ROWS.build();

    private IiifSettingTable() {}

    private static String mount(String text) {
        if (!text.matches("(/[A-Za-z0-9_.-]+)+")) {
            throw new IllegalArgumentException();
        }
        return text;
    }

    private static String url(String text) {
        if (!text.matches("(https?://[^\\s/?#<>\"]+(/[^\\s/?#<>\"]+)*)?")) {
            throw new IllegalArgumentException();
        }
        return text;
    }
}

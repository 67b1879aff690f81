package dev.understudy.web.settings;

import static dev.understudy.settings.SettingSyntax.flag;

import dev.understudy.settings.SettingRow;
import dev.understudy.settings.SettingTable;

/** The rows of the settings of the page. {@link SettingRow} tells the columns. */
public final class WebSettingTable {

    private static final SettingTable.Builder ROWS = SettingTable.of("dev.understudy.web", "Understudy page");

    // @formatter:off
    static final SettingRow<Boolean> PAGE = ROWS.add("page", "", "", "true", "false", flag(), "whether there is a page at `/` to try requests on, and to look at the health of the server");
    // @formatter:on

    /** All rows. */
    public static final SettingTable TABLE = ROWS.build();

    private WebSettingTable() {}
}

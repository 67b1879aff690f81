package dev.understudy.codec.svg;

import static dev.understudy.settings.SettingSyntax.folder;
import static dev.understudy.settings.SettingSyntax.integer;

import dev.understudy.settings.SettingRow;
import dev.understudy.settings.SettingTable;
import java.nio.file.Path;
import java.util.Optional;

/** The rows of the settings of vector images. {@link SettingRow} tells the columns. */
public final class SvgSettingTable {

    private static final SettingTable.Builder ROWS =
            SettingTable.of("dev.understudy.codec.svg", "Understudy vector images");

    // @formatter:off
    static final SettingRow<Optional<Path>> FONT_ROOT = ROWS.add("svgProvider.fontRoot", "", "PS::svgProvider.fontRoot", "", folder(), "folder of the fonts that text in vector images names, with the folders in it; read when the first text needs it; empty for the built-in font alone");
    static final SettingRow<Integer> FILE_SIZE_LIMIT = ROWS.add("svgProvider.SVGFileSizeLimit", "", "PS::svgProvider.SVGFileSizeLimit", "4096", integer(1, 65536), "largest vector image, unpacked, kB");
    // @formatter:on

    /** All rows. */
    public static final SettingTable TABLE = ROWS.build();

    private SvgSettingTable() {}
}

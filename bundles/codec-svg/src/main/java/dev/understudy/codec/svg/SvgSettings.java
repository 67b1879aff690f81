package dev.understudy.codec.svg;

import dev.understudy.settings.SettingValues;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How vector images are read.
 *
 * @param fontRoot the folder of the fonts that text in them names; empty for none
 * @param mostKilobytes of a file, unpacked
 */
public record SvgSettings(Optional<Path> fontRoot, int mostKilobytes) {

    /** No fonts but the built-in one, and files of up to 4 MB. */
    public static final SvgSettings DEFAULT = new SvgSettings(Optional.empty(), 4096);

    public SvgSettings {
        if (mostKilobytes < 1) {
            throw new IllegalArgumentException("a limit below 1");
        }
    }

    /** The settings of a configuration. */
    public static SvgSettings of(SettingValues values) {
        return new SvgSettings(values.get(SvgSettingTable.FONT_ROOT), values.get(SvgSettingTable.FILE_SIZE_LIMIT));
    }
}

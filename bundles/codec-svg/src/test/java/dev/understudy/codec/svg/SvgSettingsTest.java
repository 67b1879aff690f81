package dev.understudy.codec.svg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.settings.SettingTableContract;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SvgSettingsTest extends SettingTableContract<SvgSettings> {

    SvgSettingsTest() {
        super(SvgSettingTable.TABLE, SvgSettings::of, Map.of(SvgSettingTable.FONT_ROOT, List.of("a\0b")));
    }

    private static SvgSettings settings(Map<String, Object> written) {
        return SvgSettings.of(SvgSettingTable.TABLE.read(written).values());
    }

    @Test
    void theValuesArriveWhereTheyAreUsed() {
        assertEquals(
                new SvgSettings(Optional.of(Path.of("/fonts")), 7),
                settings(Map.of("svgProvider.fontRoot", "/fonts", "svgProvider.SVGFileSizeLimit", "7")));
        assertEquals(SvgSettings.DEFAULT, settings(Map.of()));
    }
}

package dev.understudy.iiif.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.settings.SettingTableContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IiifSettingsTest extends SettingTableContract<IiifSettings> {

    IiifSettingsTest() {
        super(
                IiifSettingTable.TABLE,
                IiifSettings::of,
                Map.of(
                        IiifSettingTable.MOUNT, List.of("iiif", "/", "/a//b", "/a/"),
                        IiifSettingTable.ROOT_URL,
                                List.of("images.example.com", "https://a/ b", "https://a/", "ftp://a")));
    }

    @Test
    void theValuesArriveWhereTheyAreUsed() {
        Map<String, Object> written =
                Map.of("iiif.mount", "/i", "iiif.url", "https://a.example/i", "iiif.tileSize", "256");
        IiifSettings settings =
                IiifSettings.of(IiifSettingTable.TABLE.read(written).values());
        assertEquals(new IiifSettings("/i", "https://a.example/i", 256), settings);
        assertEquals("at /i, known as https://a.example/i, tiles of 256 pixels", settings.toString());
    }
}

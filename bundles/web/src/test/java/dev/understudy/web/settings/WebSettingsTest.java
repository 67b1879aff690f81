package dev.understudy.web.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.settings.SettingTableContract;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebSettingsTest extends SettingTableContract<WebSettings> {

    WebSettingsTest() {
        super(WebSettingTable.TABLE, WebSettings::of, Map.of());
    }

    private static WebSettings settings(Map<String, Object> written) {
        return WebSettings.of(WebSettingTable.TABLE.read(written).values());
    }

    @Test
    void thePageIsOnUnlessSomebodySwitchesItOff() {
        assertEquals(new WebSettings(true), settings(Map.of()));
        assertEquals(new WebSettings(false), settings(Map.of("page", "false")));
    }

    @Test
    void aSwitchThatCannotBeReadIsOff() {
        assertEquals(new WebSettings(false), settings(Map.of("page", "off")));
    }
}

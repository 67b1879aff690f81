package dev.understudy.web.settings;

import dev.understudy.settings.SettingValues;

/**
 * The settings of {@code dev.understudy.web}.
 *
 * @param page whether there is a page at all
 */
public record WebSettings(boolean page) {

    /** The settings of a configuration. */
    public static WebSettings of(SettingValues values) {
        return new WebSettings(values.get(WebSettingTable.PAGE));
    }
}

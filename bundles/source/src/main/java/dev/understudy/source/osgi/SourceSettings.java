package dev.understudy.source.osgi;

import dev.understudy.settings.SettingValues;
import dev.understudy.source.file.RootFolders;
import dev.understudy.source.web.ForeignSettings;

/**
 * The settings of sources.
 *
 * @param roots the server's root folders
 * @param foreign how foreign images are fetched and kept
 */
public record SourceSettings(RootFolders roots, ForeignSettings foreign) {

    static SourceSettings of(SettingValues values) {
        return new SourceSettings(RootFolders.of(values), ForeignSettings.of(values));
    }
}

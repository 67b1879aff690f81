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
public record SourceConfiguration(RootFolders roots, ForeignSettings foreign) {

    static SourceConfiguration of(SettingValues values) {
        return new SourceConfiguration(RootFolders.of(values), ForeignSettings.of(values));
    }
}

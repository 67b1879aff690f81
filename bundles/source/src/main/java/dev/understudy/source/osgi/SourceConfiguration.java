package dev.understudy.source.osgi;

import dev.understudy.settings.SettingValues;
import dev.understudy.source.file.RootFolders;
import dev.understudy.source.file.SourceSettingTable;
import dev.understudy.source.store.RootOrder;
import dev.understudy.source.store.StoreRoots;
import dev.understudy.source.store.StoreSettings;
import dev.understudy.source.web.ForeignSettings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The settings of sources.
 *
 * @param roots the server's root folders
 * @param storeRoots the server's roots that are stores
 * @param order in which they are searched
 * @param storeFolder for files of stores that are kept; none for the bundle's own
 * @param stores how files of stores are fetched and kept
 * @param foreign how foreign images are fetched and kept
 */
public record SourceConfiguration(
        RootFolders roots,
        StoreRoots storeRoots,
        RootOrder order,
        Optional<Path> storeFolder,
        StoreSettings stores,
        ForeignSettings foreign) {

    static SourceConfiguration of(SettingValues values) {
        return new SourceConfiguration(
                RootFolders.of(values),
                new StoreRoots(
                        values.get(SourceSettingTable.IMAGES).stores(),
                        values.get(SourceSettingTable.STATIC_CONTENT).stores()),
                RootOrder.of(values),
                values.get(SourceSettingTable.STORE_FOLDER),
                StoreSettings.of(values),
                ForeignSettings.of(values));
    }
}

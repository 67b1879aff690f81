package dev.understudy.source.store;

import dev.understudy.settings.SettingValues;
import dev.understudy.source.SourceKey;
import dev.understudy.source.file.RootList;
import dev.understudy.source.file.RootList.RootGroup;
import dev.understudy.source.file.SourceSettingTable;
import java.util.List;

/**
 * The server's roots in the order in which they are searched.
 *
 * @param images {@code image.rootPath}
 * @param staticContent {@code staticContent.rootPath}
 */
public record RootOrder(RootList images, RootList staticContent) {

    /** The order of a configuration. */
    public static RootOrder of(SettingValues values) {
        return new RootOrder(values.get(SourceSettingTable.IMAGES), values.get(SourceSettingTable.STATIC_CONTENT));
    }

    List<RootGroup> of(SourceKey.Kind kind) {
        return switch (kind) {
            case IMAGE, FONT, PROFILE -> images.groups();
            case STATIC_CONTENT -> staticContent.groups();
            case ABSENT, FOREIGN -> List.of();
        };
    }
}

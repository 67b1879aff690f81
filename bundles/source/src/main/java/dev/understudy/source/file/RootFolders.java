package dev.understudy.source.file;

import dev.understudy.settings.SettingValues;
import dev.understudy.source.SourceKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;

/**
 * The server's root folders, each list in the order in which it is searched. They may come and go while the server runs.
 *
 * <p>Source: the reference's page on content data folders. An empty list means no folder at all, not the installation's.
 *
 * @param images {@code image.rootPath}, absolute
 * @param staticContent {@code staticContent.rootPath}, absolute
 * @param followLinks whether links may lead out of the folders of catalogs
 */
public record RootFolders(List<Path> images, List<Path> staticContent, boolean followLinks) {

    public RootFolders {
        images = List.copyOf(images);
        staticContent = List.copyOf(staticContent);
    }

    /** The folders of a configuration. */
    public static RootFolders of(SettingValues values) {
        return new RootFolders(
                values.get(SourceSettingTable.IMAGES).folders(),
                values.get(SourceSettingTable.STATIC_CONTENT).folders(),
                values.get(SourceSettingTable.FOLLOW_LINKS));
    }

    List<Path> of(SourceKey.Kind kind) {
        return switch (kind) {
            case IMAGE, FONT, PROFILE -> images;
            case STATIC_CONTENT -> staticContent;
            case ABSENT, FOREIGN -> List.of();
        };
    }

    /** Logs the folders, and warns of every one that is not there, and of names that this process cannot give to files. */
    public void announce(Logger log) {
        FileNames.announce(log);
        announce(log, "Images", SourceSettingTable.IMAGES.name(), images);
        announce(log, "Static content", SourceSettingTable.STATIC_CONTENT.name(), staticContent);
    }

    private static void announce(Logger log, String what, String setting, List<Path> folders) {
        if (folders.isEmpty()) {
            log.info(
                    "{}: no root folder in {}; on this machine, only absolute paths in catalogs are found",
                    what,
                    setting);
            return;
        }
        log.info("{}: {}", what, folders);
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                log.warn("{}: the folder {} ({}) does not exist; it is skipped until it does", what, folder, setting);
            }
        }
    }
}

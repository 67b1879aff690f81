package dev.understudy.source.file;

import dev.understudy.source.SourceKey;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;

/**
 * The server's root folders, each list in the order in which it is searched. They may come and go while the server runs.
 *
 * <p>Source: the reference's page on content data folders. An empty list means no folder at all, not the installation's.
 *
 * @param images {@code image.rootPath}, absolute
 * @param staticContent {@code staticContent.rootPath}, absolute
 */
public record RootFolders(List<Path> images, List<Path> staticContent) {

    public RootFolders {
        images = List.copyOf(images);
        staticContent = List.copyOf(staticContent);
    }

    /**
     * Reads both settings.
     *
     * @param imageRootPath folders separated by semicolons; relative ones start at the working directory
     * @param staticContentRootPath likewise
     * @throws IllegalArgumentException naming the setting that is no list of folders
     */
    public static RootFolders parse(String imageRootPath, String staticContentRootPath) {
        return new RootFolders(
                folders("image.rootPath", imageRootPath), folders("staticContent.rootPath", staticContentRootPath));
    }

    List<Path> of(SourceKey.Kind kind) {
        return switch (kind) {
            case IMAGE, FONT, PROFILE -> images;
            case STATIC_CONTENT -> staticContent;
            case ABSENT -> List.of();
        };
    }

    /** Says what is used, and warns of every folder that is not there. */
    public void announce(Logger log) {
        announce(log, "Images", "image.rootPath", images);
        announce(log, "Static content", "staticContent.rootPath", staticContent);
    }

    private static void announce(Logger log, String what, String setting, List<Path> folders) {
        if (folders.isEmpty()) {
            log.info("{}: no root folder ({} is empty); only absolute paths in catalogs are found", what, setting);
            return;
        }
        log.info("{}: {}", what, folders);
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                log.warn(
                        "{}: the folder {} ({}) does not exist; what is under it cannot be served until it does",
                        what,
                        folder,
                        setting);
            }
        }
    }

    private static List<Path> folders(String setting, String value) {
        return Arrays.stream(value.split(";", -1))
                .map(String::strip)
                .filter(folder -> !folder.isEmpty())
                .map(folder -> folder(setting, folder))
                .toList();
    }

    private static Path folder(String setting, String folder) {
        try {
            return Path.of(folder).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(
                    setting + ": '" + folder + "' is not the name of a folder; allowed: folders separated by ';'", e);
        }
    }
}

package dev.understudy.catalog.watch;

import dev.understudy.catalog.CatalogProblem;
import dev.understudy.catalog.load.AttributeFile;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The folder of the attribute files. */
final class CatalogFolder {

    private final Path path;

    CatalogFolder(Path path) {
        this.path = path;
    }

    /** The default catalog's file, be it there or not, and the files of all others. */
    List<AttributeFile> files() throws IOException {
        List<AttributeFile> files = new ArrayList<>();
        AttributeFile defaults = AttributeFile.ofDefault(path);
        files.add(defaults);
        try (DirectoryStream<Path> found = Files.newDirectoryStream(path, CatalogFolder::isAttributeFile)) {
            for (Path file : found) {
                if (!file.equals(defaults.path())) {
                    files.add(new AttributeFile(file));
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return files;
    }

    /** The problem of a folder that cannot be read. */
    CatalogProblem problem(IOException e, Instant now) {
        String message = Files.isDirectory(path)
                ? "the folder cannot be read: " + e.getMessage()
                : "catalog.rootPath: the folder does not exist";
        return new CatalogProblem("", path.toString(), 0, message, true, now);
    }

    /** Editors leave hidden files behind, which are not meant. */
    private static boolean isAttributeFile(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(AttributeFile.SUFFIX) && !name.startsWith(".") && Files.isRegularFile(file);
    }
}

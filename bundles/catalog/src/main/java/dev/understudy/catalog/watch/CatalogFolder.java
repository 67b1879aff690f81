package dev.understudy.catalog.watch;

import dev.understudy.catalog.CatalogProblem;
import dev.understudy.catalog.CatalogStatus.State;
import dev.understudy.catalog.file.CatalogText;
import dev.understudy.catalog.load.AttributeFile;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The folder of the attribute files. */
final class CatalogFolder {

    private static final String SETTING = CatalogSettingTable.FOLDER.name();

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
    CatalogProblem problem(IOException e, State state) {
        String message = Files.isDirectory(path)
                ? CatalogText.describe(e).replace("file", "folder")
                : "the folder does not exist";
        return new CatalogProblem(SETTING, path.toString(), 0, SETTING + ": " + message, state, Instant.EPOCH);
    }

    /** The problems of files that look like attribute files and are none. */
    List<CatalogProblem> misnamed() throws IOException {
        List<CatalogProblem> problems = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(path, CatalogFolder::isMisnamed)) {
            for (Path file : found) {
                String name = file.getFileName().toString();
                problems.add(new CatalogProblem(
                        name,
                        file.toString(),
                        0,
                        "not read: the name of an attribute file ends in " + AttributeFile.SUFFIX
                                + ", in small letters",
                        State.FAILED,
                        Instant.EPOCH));
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return problems;
    }

    /** Editors leave hidden files behind, which are not meant. */
    private static boolean isAttributeFile(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(AttributeFile.SUFFIX) && !name.startsWith(".") && Files.isRegularFile(file);
    }

    private static boolean isMisnamed(Path file) {
        String name = file.getFileName().toString();
        return name.toLowerCase(Locale.ROOT).endsWith(AttributeFile.SUFFIX)
                && !name.endsWith(AttributeFile.SUFFIX)
                && Files.isRegularFile(file);
    }
}

package dev.understudy.tools.convert;

import dev.understudy.tools.setup.UnusableFileException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files that are to be converted, in the order of their names, each with the file that is to be made of it. */
final class ConversionList {

    private static final String END = ".tif";

    private ConversionList() {}

    /**
     * A file and what is made of it.
     *
     * @param source the image
     * @param target the pyramid
     * @param first another image of which the same pyramid would be made; the source itself if there is none before it
     */
    record PendingConversion(Path source, Path target, Path first) {

        /** Whether the pyramid is that of another image. */
        boolean collides() {
            return !first.equals(source);
        }
    }

    /**
     * Lists what is to be done.
     *
     * @param source a file, or a folder with all that is below it
     * @param target a file, or a folder, which need not be there yet; one that ends with a slash is a folder
     * @param hidden whether hidden files are taken, too
     */
    static List<PendingConversion> of(Path source, String target, boolean hidden) throws IOException {
        return of(source, Path.of(target), target.endsWith("/") || target.endsWith(File.separator), hidden);
    }

    private static List<PendingConversion> of(Path source, Path target, boolean toFolder, boolean hidden)
            throws IOException {
        if (Files.isRegularFile(source)) {
            boolean folder = toFolder || Files.isDirectory(target);
            Path file = folder ? target.resolve(renamed(source.getFileName())) : target;
            if (Files.exists(file) && Files.isSameFile(source, file)) {
                throw new UnusableFileException(source + " cannot be converted onto itself");
            }
            return List.of(new PendingConversion(source, file, source));
        }
        if (!Files.isDirectory(source)) {
            throw new UnusableFileException("there is no file or folder " + source);
        }
        if (Files.isRegularFile(target)) {
            throw new UnusableFileException(target + " is a file; a folder is converted to a folder");
        }
        if (real(target).startsWith(real(source))) {
            throw new UnusableFileException(
                    target + " is in " + source + ": what is made would be converted the next time");
        }
        return below(source, target, hidden);
    }

    private static List<PendingConversion> below(Path source, Path target, boolean hidden) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(source)) {
            files = found.filter(Files::isRegularFile)
                    .filter(file -> hidden || !isHidden(source.relativize(file)))
                    .sorted()
                    .toList();
        }
        Map<Path, Path> first = new LinkedHashMap<>();
        List<PendingConversion> items = new ArrayList<>();
        for (Path file : files) {
            Path made = target.resolve(renamed(source.relativize(file)));
            first.putIfAbsent(made, file);
            items.add(new PendingConversion(file, made, first.getOrDefault(made, file)));
        }
        return items;
    }

    private static boolean isHidden(Path relative) {
        for (Path element : relative) {
            if (element.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static Path renamed(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return file.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + END);
    }

    /** The path without links, as far as it is there. */
    private static Path real(Path path) throws IOException {
        Path absolute = path.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        if (Files.exists(absolute) || parent == null) {
            return absolute.toRealPath();
        }
        return real(parent).resolve(absolute.getFileName());
    }
}

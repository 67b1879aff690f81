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
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
     * @param first the first image of which the same pyramid would be made; the source itself if no other is before it
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
     * @param image whether a file is an image
     */
    static List<PendingConversion> of(Path source, String target, boolean hidden, Predicate<Path> image)
            throws IOException {
        return of(source, Path.of(target), target.endsWith("/") || target.endsWith(File.separator), hidden, image);
    }

    private static List<PendingConversion> of(
            Path source, Path target, boolean toFolder, boolean hidden, Predicate<Path> image) throws IOException {
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
        return below(source, target, hidden, image);
    }

    private static List<PendingConversion> below(Path source, Path target, boolean hidden, Predicate<Path> image)
            throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(source)) {
            files = found.filter(file -> Files.isRegularFile(file) || isUnfollowed(file))
                    .filter(file -> hidden || !isHidden(source.relativize(file)))
                    .sorted()
                    .toList();
        }
        Map<Path, List<Path>> ofTarget = files.stream()
                .collect(Collectors.groupingBy(
                        file -> target.resolve(renamed(source.relativize(file))),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<PendingConversion> items = new ArrayList<>();
        ofTarget.forEach((made, same) -> {
            Path first = first(same, image);
            same.forEach(file -> items.add(new PendingConversion(file, made, first)));
        });
        return items;
    }

    /** The first image: what lies beside it under its name, such as its XMP, takes no pyramid away from it. */
    private static Path first(List<Path> same, Predicate<Path> image) {
        return same.size() == 1
                ? same.get(0)
                : same.stream().filter(image).findFirst().orElse(same.get(0));
    }

    /** Whether a file below a folder is a link whose target is not converted: a folder, or nothing. */
    static boolean isUnfollowed(Path file) {
        return Files.isSymbolicLink(file) && !Files.isRegularFile(file);
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

package dev.understudy.itest.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The texts of the project that people read: Java sources, main and test, and pages. */
final class Sources {

    private static final Set<String> LEFT_OUT = Set.of("target", ".git", "node_modules");

    /** Texts of others, repeated as they have them. */
    private static final Set<String> QUOTED = Set.of("LICENSES.md");

    private Sources() {}

    /**
     * A file with its text.
     *
     * @param path relative to the top of the project
     */
    record Text(Path path, String content) {

        /** The line, from 1, in which an offset lies. */
        int line(int offset) {
            return (int) content.substring(0, offset).lines().count()
                    + (offset > 0 && content.charAt(offset - 1) == '\n' ? 1 : 0);
        }
    }

    /** The Java sources of all modules. */
    static List<Text> java() {
        return texts(".java");
    }

    /** The pages. */
    static List<Text> pages() {
        return texts(".md");
    }

    /** The files that can be run as they are. */
    static List<Path> programs() {
        Path root = Bundles.root();
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(root::relativize)
                    .filter(Sources::isOurs)
                    .filter(file -> Files.isRegularFile(root.resolve(file)) && Files.isExecutable(root.resolve(file)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Text> texts(String suffix) {
        Path root = Bundles.root();
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .map(root::relativize)
                    .filter(Sources::isOurs)
                    .sorted()
                    .map(file -> new Text(file, read(root.resolve(file))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOurs(Path file) {
        for (Path element : file) {
            if (LEFT_OUT.contains(element.toString())) {
                return false;
            }
        }
        return !QUOTED.contains(file.getFileName().toString());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

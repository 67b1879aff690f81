package dev.understudy.itest.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Where the build leaves the bundles. */
final class Bundles {

    /** The ones that meet OSGi and Jetty outside {@code ..osgi} packages. */
    static final Set<String> EDGES = Set.of("http", "image", "content", "redirect", "metrics", "web", "iiif");

    private static final Path ROOT = Path.of(System.getProperty("understudy.root", ".."))
            .toAbsolutePath()
            .normalize();

    private Bundles() {}

    /** The names of the folders below {@code bundles/}. */
    static Set<String> names() {
        try (Stream<Path> folders = Files.list(ROOT.resolve("bundles"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .map(folder -> folder.getFileName().toString())
                    .collect(TreeSet::new, Set::add, Set::addAll);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The top of the project. */
    static Path root() {
        return ROOT;
    }

    static Path classes(String bundle) {
        return target(bundle).resolve("classes");
    }

    static Path sources(String bundle) {
        return ROOT.resolve("bundles").resolve(bundle).resolve("src/main/java");
    }

    static Path jar(String bundle) {
        try (Stream<Path> files = Files.list(target(bundle))) {
            List<Path> jars = files.filter(file -> file.getFileName()
                            .toString()
                            .matches("understudy-" + bundle + "-\\d[^-]*(-SNAPSHOT)?\\.jar"))
                    .toList();
            if (jars.size() != 1) {
                throw new IllegalStateException("One jar of " + bundle + " was expected, not " + jars);
            }
            return jars.get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path target(String bundle) {
        return ROOT.resolve("bundles").resolve(bundle).resolve("target");
    }
}

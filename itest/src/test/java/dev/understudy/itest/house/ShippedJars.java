package dev.understudy.itest.house;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The jars that are in archives of a release: in the two servers, in the KAR, and the plug-ins, which are bundles in no server. */
final class ShippedJars {

    /** What no archive has: its classes are inside the codecs. */
    private static final Set<String> NOWHERE = Set.of("codec-support");

    private static final Path TARGET = Bundles.root().resolve("features/target");

    private final Map<String, Set<String>> places = new TreeMap<>();
    private final Map<String, Path> files = new TreeMap<>();

    private ShippedJars() {}

    static ShippedJars find() {
        ShippedJars jars = new ShippedJars();
        Set<String> left = new TreeSet<>(Bundles.names());
        left.removeAll(NOWHERE);
        for (Path jar : jarsBelow(TARGET.resolve("felix"))) {
            jars.add("felix", jar);
        }
        for (Path jar : jarsBelow(TARGET.resolve("assembly"))) {
            jars.add("karaf", jar);
        }
        for (Path jar : jarsBelow(TARGET.resolve("kar"))) {
            jars.add("kar", jar);
        }
        left.removeIf(bundle ->
                jars.files.containsKey(Bundles.jar(bundle).getFileName().toString()));
        for (String bundle : left) {
            jars.add("plug-ins", Bundles.jar(bundle));
        }
        return jars;
    }

    private void add(String place, Path jar) {
        String name = jar.getFileName().toString();
        places.computeIfAbsent(name, key -> new TreeSet<>()).add(place);
        files.put(name, jar);
    }

    /** The names of the jars, in order. */
    List<String> names() {
        return List.copyOf(files.keySet());
    }

    /** Whether a jar is one of Understudy itself. */
    static boolean isOurs(String name) {
        return name.startsWith("understudy-") || name.equals("launcher.jar");
    }

    /** The archives that have a jar, in order, separated by commas. */
    String places(String name) {
        return places.getOrDefault(name, Set.of()).stream().collect(joining(", "));
    }

    /** The names of the files in a jar, in order. */
    List<String> entries(String name) {
        try (JarFile jar = new JarFile(files.get(name).toFile())) {
            return jar.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> jarsBelow(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> jars = new ArrayList<>(
                    all.filter(file -> file.toString().endsWith(".jar")).toList());
            jars.sort(Comparator.naturalOrder());
            return jars;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

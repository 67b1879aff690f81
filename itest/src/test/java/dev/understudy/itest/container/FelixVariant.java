package dev.understudy.itest.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/** Plain Felix with fewer bundles than it is shipped with, or more. */
public final class FelixVariant {

    /** The bundles that Karaf's feature {@code understudy} does not have: the server serves without them. */
    public static final Set<String> BESIDE_CORE = Set.of("web", "metrics", "iiif");

    private FelixVariant() {}

    /** The same setup, in which some of our bundles are not there. */
    public static Setup without(Set<String> bundles, Setup setup) {
        Path links = setup.folder().resolve("bundle");
        try (Stream<Path> jars = Files.list(Build.felix().resolve("bundle"))) {
            Files.createDirectories(links);
            for (Path jar : jars.toList()) {
                String name = jar.getFileName().toString();
                if (bundles.stream().noneMatch(bundle -> name.matches("understudy-" + bundle + "-\\d.*"))) {
                    Files.createSymbolicLink(links.resolve(name), jar);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return setup.with("JAVA_OPTS", "-Dfelix.auto.deploy.dir=" + links);
    }

    /** The same setup, in which the optional bundles are in the plug-in folder that are not shipped. */
    public static Setup withPlugIns(Setup setup) {
        Path plugins = setup.folder().resolve("plugins");
        try {
            Files.createDirectories(plugins);
            for (OptionalFeature feature : OptionalFeature.ALL) {
                if (!feature.shipped()) {
                    Path jar = Build.optional(feature.bundle());
                    Files.createSymbolicLink(plugins.resolve(jar.getFileName()), jar);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return OptionalFeature.configured(setup).with("UNDERSTUDY_PLUGINS", plugins.toString());
    }
}

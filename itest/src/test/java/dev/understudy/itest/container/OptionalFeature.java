package dev.understudy.itest.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A feature that no Karaf of ours has unless somebody installs it.
 *
 * @param name the feature's
 * @param bundle the folder of its bundle
 * @param shipped whether the assembled Karaf has all that it needs, so that nothing has to be fetched
 */
public record OptionalFeature(String name, String bundle, boolean shipped) {

    /** All of them. */
    public static final List<OptionalFeature> ALL = List.of(
            new OptionalFeature("understudy-metrics", "metrics", true),
            new OptionalFeature("understudy-iiif", "iiif", true),
            new OptionalFeature("understudy-s3", "source-s3", false),
            new OptionalFeature("understudy-avif", "codec-avif", false),
            new OptionalFeature("understudy-turbo", "codec-turbo", false),
            new OptionalFeature("understudy-cluster", "cache-cluster", false));

    private static final String CLUSTER = "dev.understudy.cache.cluster";

    /** The names of all, separated by blanks. */
    public static String names() {
        return ALL.stream().map(OptionalFeature::name).collect(Collectors.joining(" "));
    }

    /** The same setup, in which the features have something to do: a server that takes part in a cluster, and is alone there. */
    static Setup configured(Setup setup) {
        return setup.setting(CLUSTER, "cacheCluster.hosts", "127.0.0.1")
                .setting(CLUSTER, "cacheCluster.port", Integer.toString(Setup.freePort()));
    }

    /** The features file, which names the bundle where the build has put it; for those that are not shipped. */
    public Path repository(Path folder) {
        try {
            String feature = Files.readString(Build.optionalFeature(bundle))
                    .replaceAll("mvn:[^<]*", Build.optional(bundle).toUri().toString());
            return Files.writeString(folder.resolve(name + "-features.xml"), feature);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

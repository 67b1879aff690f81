package dev.understudy.itest.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the build has made, and where. The properties are set by the build of this module. */
public final class Build {

    private static final Path ROOT = path("understudy.root");

    private Build() {}

    /** The top of the project. */
    public static Path root() {
        return ROOT;
    }

    /** The assembled Karaf. */
    public static Path assembly() {
        return ROOT.resolve("features/target/assembly");
    }

    /** The assembled plain Felix. */
    public static Path felix() {
        return ROOT.resolve("features/target/felix");
    }

    /** Catalogs, images and static content to try. */
    public static Path samples() {
        return ROOT.resolve("features/samples");
    }

    /** The bundle of the sample plug-in. */
    public static Path plugIn() {
        return ROOT.resolve("features/samples/plug-in/target/understudy-plug-in-1.0.0.jar");
    }

    /** The bundle for AVIF, which no server is shipped with. */
    public static Path avif() {
        return optional("codec-avif");
    }

    /** The bundle by which libturbojpeg decodes, likewise. */
    public static Path turbo() {
        return optional("codec-turbo");
    }

    /** The bundle for roots on S3, likewise. */
    public static Path s3() {
        return optional("source-s3");
    }

    /** The bundle for servers that share replies, likewise. */
    public static Path cluster() {
        return optional("cache-cluster");
    }

    /** The jar of a bundle that the build has made. */
    public static Path optional(String bundle) {
        try (Stream<Path> files = Files.list(ROOT.resolve("bundles/" + bundle + "/target"))) {
            return files.filter(file -> file.getFileName()
                            .toString()
                            .matches("understudy-" + bundle + "-\\d[^-]*(-SNAPSHOT)?\\.jar"))
                    .findAny()
                    .orElseThrow(() -> new IllegalStateException("no bundle in bundles/" + bundle + "/target"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The features file of a bundle that no server is shipped with. */
    public static Path optionalFeature(String bundle) {
        return ROOT.resolve("bundles/" + bundle + "/target/feature/features.xml");
    }

    /** The features file for AVIF. */
    public static Path avifFeature() {
        return optionalFeature("codec-avif");
    }

    /** The features file for libturbojpeg. */
    public static Path turboFeature() {
        return optionalFeature("codec-turbo");
    }

    /** The features file for roots on S3. */
    public static Path s3Feature() {
        return optionalFeature("source-s3");
    }

    /** The features file. */
    public static Path feature() {
        return ROOT.resolve("features/target/feature/feature.xml");
    }

    /** The KAR. */
    public static Path kar() {
        try (Stream<Path> files = Files.list(ROOT.resolve("features/target"))) {
            return files.filter(file -> file.toString().endsWith(".kar"))
                    .findAny()
                    .orElseThrow(() -> new IllegalStateException("no KAR in features/target"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A Maven repository with everything that the features need. */
    public static Path repository() {
        return ROOT.resolve("features/target/kar/repository");
    }

    /** A Maven repository with what Pax Exam puts into a Karaf. */
    public static Path examRepository() {
        return ROOT.resolve("itest/target/exam-repository");
    }

    /** Where the tests write. */
    public static Path scratch() {
        return ROOT.resolve("itest/target/servers");
    }

    /** The distribution of Karaf, unchanged. */
    public static Path karaf() {
        return path("understudy.karaf");
    }

    /** The distribution of an older Karaf, unchanged. */
    public static Path olderKaraf() {
        try (Stream<Path> files = Files.list(ROOT.resolve("itest/target/older-karaf"))) {
            return files.findAny().orElseThrow(() -> new IllegalStateException("no older Karaf in itest/target"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path path(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException(property + " is not set: run these tests with mvn verify");
        }
        return Path.of(value).toAbsolutePath().normalize();
    }
}

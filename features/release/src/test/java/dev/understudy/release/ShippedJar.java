package dev.understudy.release;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * A jar in an archive.
 *
 * @param path in the archive
 * @param bytes of the jar
 */
record ShippedJar(String path, byte[] bytes) {

    /**
     * The names of an artifact of Maven.
     *
     * @param group its group
     * @param name its own
     * @param version its version
     */
    record Coordinates(String group, String name, String version) {}

    /** The jars of an archive, in the order in which they are in it. */
    static List<ShippedJar> of(Path zipFile) {
        try (ZipFile zip = new ZipFile(zipFile.toFile())) {
            return zip.stream()
                    .filter(entry -> entry.getName().endsWith(".jar"))
                    .map(entry -> new ShippedJar(entry.getName(), read(zip, entry)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(ZipFile zip, ZipEntry entry) {
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name without folders. */
    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The coordinates by the folders of a Karaf's system, else by what Maven has written into the jar. */
    Coordinates coordinates() {
        return byFolder()
                .or(this::byProperties)
                .orElseThrow(() ->
                        new IllegalStateException(path + ": neither its folder nor the jar tells where it is from"));
    }

    private Optional<Coordinates> byFolder() {
        int start = path.indexOf("/system/");
        if (start < 0) {
            return Optional.empty();
        }
        List<String> folders =
                List.of(path.substring(start + "/system/".length()).split("/"));
        int last = folders.size() - 1;
        return Optional.of(new Coordinates(
                String.join(".", folders.subList(0, last - 2)), folders.get(last - 2), folders.get(last - 1)));
    }

    private Optional<Coordinates> byProperties() {
        try (ZipInputStream jar = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
                if (entry.getName().matches("META-INF/maven/.+/pom\\.properties")) {
                    Properties maven = new Properties();
                    maven.load(jar);
                    Coordinates found = new Coordinates(
                            maven.getProperty("groupId", ""),
                            maven.getProperty("artifactId", ""),
                            maven.getProperty("version", ""));
                    if (name().equals(found.name() + "-" + found.version() + ".jar")) {
                        return Optional.of(found);
                    }
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    /** The sum of the bytes, in hexadecimal digits. */
    String sum(String algorithm) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

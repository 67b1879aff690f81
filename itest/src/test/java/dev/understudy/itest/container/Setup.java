package dev.understudy.itest.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a server is to run on: a folder of its own with a copy of the samples, and a free port.
 *
 * @param folder emptied when the setup was made
 * @param port free then
 * @param more environment variables besides those that follow from the folder and the port
 */
public record Setup(Path folder, int port, Map<String, String> more) {

    /** A fresh folder with the samples in it. */
    public static Setup fresh(String name) {
        Path folder = Build.scratch().resolve(name);
        delete(folder);
        copy(Build.samples(), folder.resolve("samples"));
        return new Setup(folder, freePort(), Map.of());
    }

    /** The same with one more environment variable. */
    public Setup with(String name, String value) {
        Map<String, String> all = new HashMap<>(more);
        all.put(name, value);
        return new Setup(folder, port, Map.copyOf(all));
    }

    public Path catalogs() {
        return folder.resolve("samples/catalogs");
    }

    public Path images() {
        return folder.resolve("samples/images");
    }

    public Path cache() {
        return folder.resolve("cache");
    }

    /** The environment in which the shipped configuration makes a server run on this. */
    public Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("UNDERSTUDY_PORT", Integer.toString(port));
        environment.put("UNDERSTUDY_HOST", "127.0.0.1");
        environment.put("UNDERSTUDY_CATALOGS", catalogs().toString());
        environment.put("UNDERSTUDY_IMAGES", images().toString());
        environment.put("UNDERSTUDY_STATIC", folder.resolve("samples/static").toString());
        environment.put("UNDERSTUDY_CACHE", cache().toString());
        environment.put("UNDERSTUDY_LOGS", folder.resolve("logs").toString());
        environment.putAll(more);
        return environment;
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.understudy.itest.container;

import dev.understudy.itest.helper.HelperBundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a server is to run on: a folder of its own with a copy of the samples, and a free port.
 *
 * @param folder emptied when the setup was made
 * @param port free then
 * @param more environment variables besides those that follow from the folder and the port
 * @param settings what the shipped configuration is changed in; for servers that are processes of their own
 * @param helper whether the bundle that the tests bring along is to be there; likewise
 */
public record Setup(Path folder, int port, Map<String, String> more, List<Setting> settings, boolean helper) {

    /** What installs the bundles of a folder, in Karaf as in plain Felix. */
    private static final String DEPLOYER = "org.apache.felix.fileinstall-deploy";

    private static final Logger LOG = LoggerFactory.getLogger(Setup.class);
    private static final int TRIES = 100;
    private static final int LEAST_PORT = 10_000;

    /** From here on Linux gives ports to connections of clients; no server can have such a port until a minute after the connection has ended. */
    private static final int LEAST_CLIENT_PORT = 32_768;

    /** A fresh folder with the samples in it. */
    public static Setup fresh(String name) {
        Path folder = Build.scratch().resolve(name);
        delete(folder);
        copy(Build.samples(), folder.resolve("samples"));
        return new Setup(folder, freePort(), Map.of(), List.of(), false);
    }

    /** The same for a server that does little: the Java compiles in a hurry, which takes half of the processor time of a start. */
    public static Setup brief(String name) {
        return fresh(name).with("JAVA_OPTS", "-XX:TieredStopAtLevel=1");
    }

    /**
     * A line of a configuration file.
     *
     * @param pid the configuration
     */
    public record Setting(String pid, String name, String value) {

        private void write(Path etc) throws IOException {
            Files.writeString(
                    etc.resolve(pid + ".cfg"),
                    "\n" + name + " = " + value + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
    }

    /** The same with one more environment variable. */
    public Setup with(String name, String value) {
        Map<String, String> all = new HashMap<>(more);
        all.put(name, value);
        return new Setup(folder, port, Map.copyOf(all), settings, helper);
    }

    /** The same with another value for a setting. */
    public Setup setting(String pid, String name, String value) {
        List<Setting> all = new ArrayList<>(settings);
        all.add(new Setting(pid, name, value));
        return new Setup(folder, port, more, List.copyOf(all), helper);
    }

    /** The same with the helper bundle. */
    public Setup withHelper() {
        return new Setup(folder, port, more, settings, true);
    }

    public Path catalogs() {
        return folder.resolve("samples/catalogs");
    }

    public Path images() {
        return folder.resolve("samples/images");
    }

    /** The root of static content. */
    public Path content() {
        return folder.resolve("samples/static");
    }

    public Path cache() {
        return folder.resolve("cache");
    }

    /** The folder of the server's log and the access log. */
    public Path logs() {
        return folder.resolve("logs");
    }

    /** The environment in which the shipped configuration makes a server run on this. */
    public Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("UNDERSTUDY_PORT", Integer.toString(port));
        environment.put("UNDERSTUDY_HOST", "127.0.0.1");
        environment.put("UNDERSTUDY_CATALOGS", catalogs().toString());
        environment.put("UNDERSTUDY_IMAGES", images().toString());
        environment.put("UNDERSTUDY_STATIC", content().toString());
        environment.put("UNDERSTUDY_CACHE", cache().toString());
        environment.put("UNDERSTUDY_LOGS", logs().toString());
        environment.putAll(more);
        return environment;
    }

    /** A copy of the shipped configuration with the settings in it, made anew. */
    Path configuration(Path shipped) throws IOException {
        Path etc = folder.resolve("etc");
        delete(etc);
        copy(shipped, etc);
        for (Setting setting : settings) {
            setting.write(etc);
        }
        if (helper) {
            Path deploy = Files.createDirectories(folder.resolve("deploy"));
            HelperBundle.jar(deploy);
            new Setting(DEPLOYER, "felix.fileinstall.dir", deploy.toString()).write(etc);
            new Setting(DEPLOYER, "felix.fileinstall.poll", "500").write(etc);
        }
        return etc;
    }

    /** A port that nobody listens on just now. */
    public static int freePort() {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(LEAST_PORT, LEAST_CLIENT_PORT);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException e) {
                LOG.debug("Port {} is taken", port, e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new IllegalStateException("no port is free");
    }

    /** Copies a folder with everything in it. */
    public static void copy(Path from, Path to) {
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

package dev.understudy.itest.process;

import dev.understudy.itest.container.Build;
import dev.understudy.itest.container.ProcessServer;
import dev.understudy.itest.container.Response;
import dev.understudy.itest.container.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Servers that share replies, each in plain Felix with the bundle in its plug-in folder, and with copies of catalogs and images of its own. */
final class ClusterServers implements AutoCloseable {

    private static final String PID = "dev.understudy.cache.cluster";
    private static final Duration SOON = Duration.ofSeconds(60);

    private final List<Integer> ports;
    private final List<ProcessServer> servers = new ArrayList<>();

    private ClusterServers(List<Integer> ports) {
        this.ports = ports;
    }

    /** Starts servers, and waits until they are a cluster; each expects another one, which {@link #join} starts. */
    static ClusterServers start(int count) throws IOException {
        ClusterServers cluster = new ClusterServers(
                Stream.generate(Setup::freePort).limit(count + 1).toList());
        try {
            for (int i = 0; i < count; i++) {
                cluster.servers.add(ProcessServer.launchFelix(cluster.setup(i, "cluster-" + i)));
            }
            cluster.awaitMembers(count);
        } catch (Throwable e) {
            cluster.close();
            throw e;
        }
        return cluster;
    }

    private Setup setup(int number, String name) throws IOException {
        Setup setup = Setup.fresh(name);
        Path plugins = Files.createDirectories(setup.folder().resolve("plugins"));
        Files.copy(Build.cluster(), plugins.resolve("cluster.jar"));
        Files.writeString(setup.catalogs().resolve("gallery.ini"), "\nTimingHeaders=1\n", StandardOpenOption.APPEND);
        String hosts = ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(";"));
        return setup.with("UNDERSTUDY_PLUGINS", plugins.toString())
                .with("UNDERSTUDY_SHELL", "true")
                .setting(PID, "cacheCluster.hosts", hosts)
                .setting(PID, "cacheCluster.port", Integer.toString(ports.get(number)))
                .setting(PID, "cacheCluster.secret", "of the test");
    }

    ProcessServer server(int number) {
        return servers.get(number);
    }

    /** Starts another server, with nothing in its folders; its number is the next one. */
    void join() throws IOException {
        int number = servers.size();
        servers.add(ProcessServer.launchFelix(setup(number, "cluster-" + number)));
    }

    Response get(int number, String target) {
        return server(number).client().get(target);
    }

    /** Waits until each of the servers that run has found so many. */
    void awaitMembers(int count) {
        for (ProcessServer server : servers) {
            if (server.isRunning()) {
                server.awaitReadiness();
                server.client().await("/health", SOON, health -> health.text().contains("\"servers\":" + count + ","));
            }
        }
    }

    /** Waits until a server has passed on so many replies. */
    void awaitStored(int number, long replies) {
        server(number).client().await("/health", SOON, health -> figure(health, "stored") >= replies);
    }

    /** A figure of a server's part in the cluster. */
    long figure(int number, String name) {
        return figure(get(number, "/health"), name);
    }

    private static long figure(Response health, String name) {
        Matcher figure =
                Pattern.compile("\"cluster\":.*?\"" + name + "\":(\\d+)").matcher(health.text());
        return figure.find() ? Long.parseLong(figure.group(1)) : -1;
    }

    /** Sends a signal to a server's process. */
    void signal(int number, String signal) throws IOException, InterruptedException {
        long pid = server(number).pid();
        if (new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor() != 0) {
            throw new IOException("no signal for " + pid);
        }
    }

    @Override
    public void close() {
        servers.stream().filter(ProcessServer::isRunning).forEach(ProcessServer::kill);
    }
}

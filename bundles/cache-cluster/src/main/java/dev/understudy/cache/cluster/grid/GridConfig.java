package dev.understudy.cache.cluster.grid;

import com.hazelcast.config.Config;
import com.hazelcast.config.EvictionConfig;
import com.hazelcast.config.EvictionPolicy;
import com.hazelcast.config.InMemoryFormat;
import com.hazelcast.config.JavaSerializationFilterConfig;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.MaxSizePolicy;
import com.hazelcast.config.MergePolicyConfig;
import com.hazelcast.config.NetworkConfig;
import com.hazelcast.config.SocketInterceptorConfig;
import com.hazelcast.config.TcpIpConfig;
import com.hazelcast.spi.merge.PutIfAbsentMergePolicy;
import dev.understudy.cache.cluster.entry.Sha256;
import dev.understudy.cache.cluster.settings.ClusterSettings;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** What Hazelcast is told: to talk to the listed hosts alone, to notice soon who is gone, and to keep within its memory. */
final class GridConfig {

    static final String HEADS = "heads";
    static final String BODIES = "bodies";
    static final String PURGES = "purges";

    /** Of the memory, heads take this part. */
    private static final int HEADS_SHARE = 16;

    private static final int NAME_LENGTH = 32;
    private static final long MEGABYTE = 1 << 20;

    /** Less than the time for which purges are known. */
    private static final Duration LIFETIME = Duration.ofDays(7);

    private static final Duration PURGES_LIFETIME = Duration.ofDays(9);

    private static final Map<String, String> PROPERTIES = Map.ofEntries(
            Map.entry("hazelcast.logging.type", "slf4j"),
            Map.entry("hazelcast.phone.home.enabled", "false"),
            Map.entry("hazelcast.shutdownhook.enabled", "false"),
            Map.entry("hazelcast.jmx", "false"),
            Map.entry("hazelcast.health.monitoring.level", "OFF"),
            Map.entry("hazelcast.partition.count", "71"),
            // Who is gone, or stands still, is taken out within seconds.
            Map.entry("hazelcast.heartbeat.interval.seconds", "1"),
            Map.entry("hazelcast.max.no.heartbeat.seconds", "5"),
            Map.entry("hazelcast.operation.call.timeout.millis", "5000"),
            Map.entry("hazelcast.operation.backup.timeout.millis", "1000"),
            Map.entry("hazelcast.wait.seconds.before.join", "1"),
            Map.entry("hazelcast.max.wait.seconds.before.join", "3"),
            Map.entry("hazelcast.max.join.seconds", "30"),
            Map.entry("hazelcast.graceful.shutdown.max.wait", "3"),
            // Parts that were cut off from one another find one another again as soon.
            Map.entry("hazelcast.merge.first.run.delay.seconds", "5"),
            Map.entry("hazelcast.merge.next.run.delay.seconds", "5"),
            Map.entry("hazelcast.tcp.join.port.try.count", "1"),
            Map.entry("hazelcast.socket.bind.any", "false"),
            Map.entry("hazelcast.socket.client.bind.any", "false"),
            // Images are few and large: a handful of threads does.
            Map.entry("hazelcast.operation.thread.count", "2"),
            Map.entry("hazelcast.operation.generic.thread.count", "2"),
            Map.entry("hazelcast.operation.response.thread.count", "1"),
            Map.entry("hazelcast.io.thread.count", "2"),
            Map.entry("hazelcast.event.thread.count", "1"));

    private GridConfig() {}

    /**
     * The configuration of a server.
     *
     * @param secret what all servers have in common; empty for none
     * @param memory bytes that this server holds for all
     */
    static Config of(ClusterSettings settings, String secret, InetAddress own, long memory) {
        Config config = new Config();
        config.setClusterName(clusterName(settings.name(), secret));
        config.setClassLoader(GridConfig.class.getClassLoader());
        PROPERTIES.forEach(config::setProperty);
        config.setProperty("hazelcast.prefer.ipv4.stack", Boolean.toString(!(own instanceof Inet6Address)));
        config.getMetricsConfig().setEnabled(false);
        config.getJetConfig().setEnabled(false);
        config.getSerializationConfig().setJavaSerializationFilterConfig(filter());
        config.setProperty("hazelcast.local.localAddress", own.getHostAddress());
        network(config.getNetworkConfig(), settings);
        long heads = memory / HEADS_SHARE;
        config.addMapConfig(cache(HEADS, heads));
        config.addMapConfig(cache(BODIES, memory - heads));
        config.addMapConfig(purges());
        return config;
    }

    /** Hazelcast writes the name to its log, so the secret goes in as a digest. */
    private static String clusterName(String name, String secret) {
        return name + "-"
                + Sha256.of((name + "\n" + secret).getBytes(StandardCharsets.UTF_8))
                        .substring(0, NAME_LENGTH);
    }

    private static void network(NetworkConfig network, ClusterSettings settings) {
        network.setPort(settings.port());
        network.setPortAutoIncrement(false);
        network.setReuseAddress(true);
        // Makes Hazelcast ask FilteredNodes for the interceptor.
        network.setSocketInterceptorConfig(new SocketInterceptorConfig().setEnabled(true));
        JoinConfig join = network.getJoin();
        join.getAutoDetectionConfig().setEnabled(false);
        join.getMulticastConfig().setEnabled(false);
        TcpIpConfig hosts = join.getTcpIpConfig().setEnabled(true).setConnectionTimeoutSeconds(2);
        settings.hosts().forEach(host -> hosts.addMember(host.withPort(settings.port())));
    }

    /** Values are bytes; what Hazelcast itself sends as objects are its own classes and the exceptions of Java. */
    private static JavaSerializationFilterConfig filter() {
        JavaSerializationFilterConfig filter = new JavaSerializationFilterConfig();
        filter.setDefaultsDisabled(true);
        filter.getWhitelist().addPrefixes("com.hazelcast.", "java.lang.", "java.util.", "java.io.", "[");
        // libraries that Hazelcast carries along, and that no server sends objects of
        filter.getBlacklist().addPrefixes("com.hazelcast.shaded.");
        return filter;
    }

    private static MapConfig cache(String name, long bytes) {
        return map(name)
                .setTimeToLiveSeconds((int) LIFETIME.toSeconds())
                .setEvictionConfig(new EvictionConfig()
                        .setEvictionPolicy(EvictionPolicy.LRU)
                        .setMaxSizePolicy(MaxSizePolicy.USED_HEAP_SIZE)
                        .setSize((int) Math.max(1, Math.min(Integer.MAX_VALUE, bytes / MEGABYTE))));
    }

    private static MapConfig purges() {
        return map(PURGES).setTimeToLiveSeconds((int) PURGES_LIFETIME.toSeconds());
    }

    /** A copy is on another server; nobody waits until it is. After a partition, what the larger part has stays. */
    private static MapConfig map(String name) {
        return new MapConfig(name)
                .setInMemoryFormat(InMemoryFormat.BINARY)
                .setBackupCount(0)
                .setAsyncBackupCount(1)
                .setMergePolicyConfig(new MergePolicyConfig().setPolicy(PutIfAbsentMergePolicy.class.getName()));
    }
}

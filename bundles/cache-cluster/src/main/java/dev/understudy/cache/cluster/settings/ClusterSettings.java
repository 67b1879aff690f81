package dev.understudy.cache.cluster.settings;

import dev.understudy.settings.Secret;
import dev.understudy.settings.SettingValues;
import java.time.Duration;
import java.util.List;

/**
 * Who shares replies, and how.
 *
 * <p>Source: the reference's pages on cache clustering and on its settings.
 *
 * @param hosts all servers; empty to share nothing
 * @param queryTimeout above 0
 * @param fetchTimeout above 0
 * @param updateLocalCache whether replies of others are kept by this server, too
 * @param sourceCheck what shows that sources are the same
 * @param memory bytes that this server holds for all, 1 MB at least
 * @param port of this server, 1 to 65535
 * @param address of this server; empty to find it out
 * @param name of the cluster
 * @param secret what all servers have in common; empty for none
 */
public record ClusterSettings(
        List<ClusterHost> hosts,
        Duration queryTimeout,
        Duration fetchTimeout,
        boolean updateLocalCache,
        SourceCheck sourceCheck,
        long memory,
        int port,
        String address,
        String name,
        Secret secret) {

    private static final long LEAST_MEMORY = 1 << 20;

    public ClusterSettings {
        hosts = List.copyOf(hosts);
        if (memory < LEAST_MEMORY || queryTimeout.isNegative() || fetchTimeout.isNegative() || name.isEmpty()) {
            throw new IllegalArgumentException("a limit that is too low, or no name");
        }
    }

    /** The settings of a configuration. */
    public static ClusterSettings of(SettingValues values) {
        List<ClusterHost> hosts = values.get(ClusterSettingTable.HOSTS);
        return new ClusterSettings(
                hosts.isEmpty() ? values.get(ClusterSettingTable.HOSTS_TOO) : hosts,
                values.get(ClusterSettingTable.QUERY_TIMEOUT),
                values.get(ClusterSettingTable.FETCH_TIMEOUT),
                values.get(ClusterSettingTable.UPDATE_LOCAL_CACHE),
                values.get(ClusterSettingTable.SOURCE_CHECK),
                values.get(ClusterSettingTable.MEMORY),
                values.get(ClusterSettingTable.PORT),
                values.get(ClusterSettingTable.ADDRESS),
                values.get(ClusterSettingTable.NAME),
                values.get(ClusterSettingTable.SECRET));
    }

    /** Whether anything is shared. */
    public boolean isOn() {
        return !hosts.isEmpty();
    }

    /** Whether joining takes no secret. */
    public boolean isWithoutSecret() {
        return secret.equals(new Secret(""));
    }

    /** For people: the servers. */
    @Override
    public String toString() {
        return isOn()
                ? "port " + port + ", hosts "
                        + String.join(
                                ";",
                                hosts.stream().map(host -> host.withPort(port)).toList())
                : "off (no host in " + ClusterSettingTable.HOSTS_SETTING + ")";
    }
}

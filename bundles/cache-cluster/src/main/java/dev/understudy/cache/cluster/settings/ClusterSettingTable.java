package dev.understudy.cache.cluster.settings;

import static dev.understudy.settings.SettingSyntax.flag;
import static dev.understudy.settings.SettingSyntax.integer;
import static dev.understudy.settings.SettingSyntax.large;
import static dev.understudy.settings.SettingSyntax.list;
import static dev.understudy.settings.SettingSyntax.millis;
import static dev.understudy.settings.SettingSyntax.secret;
import static dev.understudy.settings.SettingSyntax.text;

import dev.understudy.settings.Secret;
import dev.understudy.settings.SettingRow;
import dev.understudy.settings.SettingSyntax;
import dev.understudy.settings.SettingTable;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The rows of the settings of the cluster. {@link SettingRow} tells the columns. */
public final class ClusterSettingTable {

    private static final SettingSyntax<List<ClusterHost>> HOST_LIST = list(
            "IP addresses or names of hosts separated by ';', each perhaps with :port, or empty for none",
            ";",
            ClusterSettingTable::hosts);

    private static final SettingTable.Builder ROWS =
            SettingTable.of("dev.understudy.cache.cluster", "Understudy servers that share replies");

    // @formatter:off
    static final SettingRow<List<ClusterHost>> HOSTS = ROWS.add("cacheCluster.hosts", "", "PS::cacheCluster.hosts", "", HOST_LIST, "all servers that share replies, this one perhaps among them; no other can join. Empty, nothing is shared");
    static final SettingRow<List<ClusterHost>> HOSTS_TOO = ROWS.add("cluster.hosts", "", "PS::cluster.hosts", "", HOST_LIST, "the same by its other name, for when `cacheCluster.hosts` is empty");
    static final SettingRow<Duration> QUERY_TIMEOUT = ROWS.add("cacheCluster.queryTimeout", "", "PS::cacheCluster.queryTimeout", "50", millis(1, 10_000), "time until another server must have said whether there is a reply");
    static final SettingRow<Duration> FETCH_TIMEOUT = ROWS.add("cacheCluster.fetchTimeout", "", "PS::cacheCluster.fetchTimeout", "1000", millis(1, 60_000), "time until another server must have sent a reply that there is");
    static final SettingRow<Boolean> UPDATE_LOCAL_CACHE = ROWS.add("cacheCluster.updateLocalCache", "", "PS::cacheCluster.updateLocalCache", "true", flag(), "whether a reply that comes from another server is kept in the folders of this one, too");
    static final SettingRow<SourceCheck> SOURCE_CHECK = ROWS.add("cacheCluster.sourceCheck", "", "", "content", text("content or time", ClusterSettingTable::check), "what shows that a source is the same on both servers: `content` (length and a digest of its bytes, reckoned once by each server) or `time` (length and time of change; only where all servers have the very same files)");
    static final SettingRow<Long> MEMORY = ROWS.add("cacheCluster.memory", "", "", "134217728", large(1 << 20, Long.MAX_VALUE), "bytes of the heap (`-Xmx`) that this server holds for all, copies included, but no more than an eighth of it; the least recently used replies go first");
    static final SettingRow<Integer> PORT = ROWS.add("cacheCluster.port", "", "", "5701", integer(1, 65_535), "port (TCP) for the other servers");
    static final SettingRow<String> ADDRESS = ROWS.add("cacheCluster.address", "", "", "", text("an IP address of this machine, or empty", ClusterSettingTable::address), "address for the other servers; empty for that of the hosts that is this machine's, or the one that they are reached from");
    static final SettingRow<String> NAME = ROWS.add("cacheCluster.name", "", "", "understudy", text("text", ClusterSettingTable::name), "name of the cluster: servers of other names do not share");
    static final SettingRow<Secret> SECRET = ROWS.add("cacheCluster.secret", "", "", "", secret(), "password that all servers of the cluster have in common");
    // @formatter:on

    /** The name of the setting that names the servers. */
    public static final String HOSTS_SETTING = HOSTS.name();

    /** The name of the setting that has the secret. */
    public static final String SECRET_SETTING = SECRET.name();

    /** All rows. */
    public static final SettingTable TABLE = ROWS.build();

    private ClusterSettingTable() {}

    private static List<ClusterHost> hosts(String text) {
        return Arrays.stream(text.split(";"))
                .map(String::strip)
                .filter(host -> !host.isEmpty())
                .map(ClusterHost::parse)
                .distinct()
                .toList();
    }

    private static SourceCheck check(String text) {
        return SourceCheck.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static String address(String text) {
        if (text.isEmpty() || text.matches("[0-9.]+|\\[?[0-9a-fA-F]*:[0-9a-fA-F:.%]*]?")) {
            return text.replaceAll("[\\[\\]]", "");
        }
        throw new IllegalArgumentException("'" + text + "' is not an IP address");
    }

    private static String name(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a cluster has a name");
        }
        return text;
    }
}

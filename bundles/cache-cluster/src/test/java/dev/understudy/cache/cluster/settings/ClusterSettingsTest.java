package dev.understudy.cache.cluster.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.settings.Secret;
import dev.understudy.settings.SettingTableContract;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterSettingsTest extends SettingTableContract<ClusterSettings> {

    ClusterSettingsTest() {
        super(
                ClusterSettingTable.TABLE,
                ClusterSettings::of,
                Map.of(
                        ClusterSettingTable.HOSTS,
                        List.of("10.0.0.1:70000", "http://10.0.0.1", "a b", "[::1", "10.0.0.1:0"),
                        ClusterSettingTable.HOSTS_TOO,
                        List.of("10.0.0.1:x"),
                        ClusterSettingTable.SOURCE_CHECK,
                        List.of("", "size"),
                        ClusterSettingTable.ADDRESS,
                        List.of("eth0", "10.0.0.1/24"),
                        ClusterSettingTable.NAME,
                        List.of(""),
                        ClusterSettingTable.SECRET,
                        List.of()));
    }

    private static ClusterSettings settings(Map<String, String> written) {
        return ClusterSettings.of(ClusterSettingTable.TABLE.read(written).values());
    }

    @Test
    void theValuesArriveWhereTheyAreUsed() {
        ClusterSettings settings = settings(Map.ofEntries(
                Map.entry("cacheCluster.hosts", "10.0.0.1; b.example:5800 ;[::1]:5900;"),
                Map.entry("cluster.hosts", "10.0.0.9"),
                Map.entry("cacheCluster.queryTimeout", "20"),
                Map.entry("cacheCluster.fetchTimeout", "400"),
                Map.entry("cacheCluster.updateLocalCache", "false"),
                Map.entry("cacheCluster.sourceCheck", "time"),
                Map.entry("cacheCluster.memory", "2000000"),
                Map.entry("cacheCluster.port", "5702"),
                Map.entry("cacheCluster.address", "10.0.0.1"),
                Map.entry("cacheCluster.name", "shop"),
                Map.entry("cacheCluster.secret", "s3cret")));
        assertEquals(
                new ClusterSettings(
                        List.of(
                                new ClusterHost("10.0.0.1", 0),
                                new ClusterHost("b.example", 5800),
                                new ClusterHost("::1", 5900)),
                        Duration.ofMillis(20),
                        Duration.ofMillis(400),
                        false,
                        SourceCheck.TIME,
                        2_000_000,
                        5702,
                        "10.0.0.1",
                        "shop",
                        new Secret("s3cret")),
                settings);
        assertEquals("port 5702, hosts 10.0.0.1:5702;b.example:5800;[::1]:5900", settings.toString());
    }

    @Test
    void theOtherNameOfTheHostsDoes() {
        assertEquals(
                List.of(new ClusterHost("10.0.0.9", 0)),
                settings(Map.of("cluster.hosts", "10.0.0.9")).hosts());
    }

    @Test
    void withoutHostsNothingIsShared() {
        assertFalse(settings(Map.of()).isOn());
        assertTrue(settings(Map.of("cacheCluster.hosts", "a")).isOn());
        assertEquals("off (no host in cacheCluster.hosts)", settings(Map.of()).toString());
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.1, 10.0.0.1, 0", "a-b.example, a-b.example, 0", "fe80::1, fe80::1, 0", "[fe80::1]:7, fe80::1, 7"
    })
    void hostsAreReadAsTheyAreWritten(String written, String name, int port) {
        assertEquals(new ClusterHost(name, port), ClusterHost.parse(written));
    }
}

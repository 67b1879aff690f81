package dev.understudy.cache.cluster.grid;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.hazelcast.config.Config;
import com.hazelcast.internal.serialization.SerializationClassNameFilter;
import dev.understudy.cache.cluster.settings.ClusterHost;
import dev.understudy.cache.cluster.settings.ClusterSettings;
import dev.understudy.cache.cluster.settings.SourceCheck;
import dev.understudy.settings.Secret;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class GridConfigTest {

    @Test
    void librariesInsideHazelcastAreNotRead() {
        ClusterSettings settings = new ClusterSettings(
                List.of(new ClusterHost("127.0.0.1", 0)),
                Duration.ofMillis(50),
                Duration.ofMillis(500),
                true,
                SourceCheck.CONTENT,
                1 << 20,
                5701,
                "",
                "test",
                new Secret(""));
        Config config = GridConfig.of(settings, "", InetAddress.getLoopbackAddress(), 1 << 20);
        SerializationClassNameFilter filter =
                new SerializationClassNameFilter(config.getSerializationConfig().getJavaSerializationFilterConfig());
        assertDoesNotThrow(() -> filter.filter("com.hazelcast.cluster.Address"));
        assertThrows(SecurityException.class, () -> filter.filter("com.hazelcast.shaded.com.google.common.Any"));
        assertThrows(SecurityException.class, () -> filter.filter("org.example.Any"));
    }
}

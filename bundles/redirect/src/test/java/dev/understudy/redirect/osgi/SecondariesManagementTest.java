package dev.understudy.redirect.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.understudy.failure.FailureKind;
import dev.understudy.observe.Secondaries;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class SecondariesManagementTest {

    private record Fixed(List<SecondaryStatus> entries) implements Secondaries {
        @Override
        public boolean forAllCatalogs() {
            return true;
        }

        @Override
        public int reset() {
            return 3;
        }
    }

    private static Secondaries.SecondaryStatus entry(String rootUrl, Secondaries.BreakerState breaker, long answered) {
        return new Secondaries.SecondaryStatus(
                rootUrl,
                Duration.ZERO,
                Duration.ZERO,
                true,
                breaker,
                0,
                null,
                List.of(new Secondaries.ForwardCount(FailureKind.SOURCE_MISSING, Secondaries.ANSWERED, answered)));
    }

    @Test
    void forwardsAndBreakersAreThereUntilItIsClosed() throws Exception {
        MBeanServer server = MBeanServerFactory.newMBeanServer();
        ObjectName name = new ObjectName(SecondariesManagement.NAME);
        Fixed secondaries = new Fixed(List.of(
                entry("http://b", Secondaries.BreakerState.CLOSED, 5),
                entry("http://b", Secondaries.BreakerState.HALF_OPEN, 2),
                entry("http://c", Secondaries.BreakerState.CLOSED, 1)));
        try (SecondariesManagement management = SecondariesManagement.open(secondaries, server)) {
            SecondariesMXBean seen = JMX.newMXBeanProxy(server, name, SecondariesMXBean.class);
            assertEquals(
                    Map.of("http://b, source.missing, answered", 7L, "http://c, source.missing, answered", 1L),
                    seen.getForwards());
            assertEquals(management.getBreakers(), seen.getBreakers());
            assertEquals(Map.of("http://b", "HALF_OPEN", "http://c", "CLOSED"), seen.getBreakers());
            assertEquals(3, seen.reset());
        }
        assertFalse(server.isRegistered(name));
    }
}

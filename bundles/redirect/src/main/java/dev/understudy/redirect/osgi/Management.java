package dev.understudy.redirect.osgi;

import dev.understudy.observe.Secondaries;
import java.util.Map;
import java.util.TreeMap;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Offers the secondary servers to JMX for as long as it is open. A platform that does not want that does without. */
final class Management implements SecondariesMXBean, AutoCloseable {

    /** What it is called there. */
    static final String NAME = "dev.understudy:type=Secondaries";

    private static final Logger LOG = LoggerFactory.getLogger(Management.class);

    private final Secondaries secondaries;
    private final MBeanServer server;
    private boolean registered;

    private Management(Secondaries secondaries, MBeanServer server) {
        this.secondaries = secondaries;
        this.server = server;
    }

    static Management open(Secondaries secondaries, MBeanServer server) {
        Management management = new Management(secondaries, server);
        try {
            server.registerMBean(management, new ObjectName(NAME));
            management.registered = true;
        } catch (JMException e) {
            LOG.debug("no {}", NAME, e);
        }
        return management;
    }

    @Override
    public Map<String, Long> getForwards() {
        Map<String, Long> forwards = new TreeMap<>();
        secondaries
                .entries()
                .forEach(entry -> entry.counts()
                        .forEach(count -> forwards.merge(
                                entry.rootUrl() + ", " + count.reason().code() + ", " + count.outcome(),
                                count.count(),
                                Long::sum)));
        return forwards;
    }

    /** Of several breakers for a server the least closed. */
    @Override
    public Map<String, String> getBreakers() {
        Map<String, Secondaries.BreakerState> states = new TreeMap<>();
        secondaries.entries().forEach(entry -> states.merge(entry.rootUrl(), entry.breaker(), Management::lessClosed));
        Map<String, String> breakers = new TreeMap<>();
        states.forEach((rootUrl, state) -> breakers.put(rootUrl, state.name()));
        return breakers;
    }

    private static Secondaries.BreakerState lessClosed(Secondaries.BreakerState one, Secondaries.BreakerState other) {
        if (one == Secondaries.BreakerState.OPEN || other == Secondaries.BreakerState.CLOSED) {
            return one;
        }
        return other;
    }

    @Override
    public int reset() {
        return secondaries.reset();
    }

    @Override
    public void close() {
        if (!registered) {
            return;
        }
        try {
            server.unregisterMBean(new ObjectName(NAME));
        } catch (JMException e) {
            LOG.debug("no {}", NAME, e);
        }
    }
}

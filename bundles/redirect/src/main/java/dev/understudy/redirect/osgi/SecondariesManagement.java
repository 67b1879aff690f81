package dev.understudy.redirect.osgi;

import dev.understudy.observe.Secondaries;
import java.util.Map;
import java.util.TreeMap;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Registers the secondary servers with JMX until closed; a platform that refuses the registration goes without. */
final class SecondariesManagement implements SecondariesMXBean, AutoCloseable {

    /** The name of the bean. */
    static final String NAME = "dev.understudy:type=Secondaries";

    private static final Logger LOG = LoggerFactory.getLogger(SecondariesManagement.class);

    private final Secondaries secondaries;
    private final MBeanServer server;
    private boolean registered;

    private SecondariesManagement(Secondaries secondaries, MBeanServer server) {
        this.secondaries = secondaries;
        this.server = server;
    }

    /** Registers the bean. */
    static SecondariesManagement open(Secondaries secondaries, MBeanServer server) {
        SecondariesManagement management = new SecondariesManagement(secondaries, server);
        try {
            server.registerMBean(management, new ObjectName(NAME));
            management.registered = true;
        } catch (JMException e) {
            LOG.debug("The bean {} cannot be registered", NAME, e);
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

    /** Returns the state of each server's breaker; of several breakers for a server the least closed. */
    @Override
    public Map<String, String> getBreakers() {
        Map<String, Secondaries.BreakerState> states = new TreeMap<>();
        secondaries
                .entries()
                .forEach(entry -> states.merge(entry.rootUrl(), entry.breaker(), SecondariesManagement::lessClosed));
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
            LOG.debug("The bean {} cannot be unregistered", NAME, e);
        }
    }
}

package dev.understudy.source.store;

import dev.understudy.observe.SourceRoots.StoreState;
import dev.understudy.source.ObjectStore;
import dev.understudy.source.ObjectStoreException;
import dev.understudy.source.ObjectStoreFactory;
import dev.understudy.source.RootUrl;
import dev.understudy.source.StoreRequest;
import dev.understudy.source.StoredObject;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The stores that are in use, each opened when it is first needed. Safe for many threads. */
final class StoreConnections implements AutoCloseable {

    private final Collection<ObjectStoreFactory> factories;
    private final StoreSettings settings;
    private final InstantSource clock;
    private final Map<RootUrl, StoreConnection> connections = new HashMap<>();
    private int opened;

    StoreConnections(Collection<ObjectStoreFactory> factories, StoreSettings settings, InstantSource clock) {
        this.factories = List.copyOf(factories);
        this.settings = settings;
        this.clock = clock;
    }

    /** The store of a root; one that cannot be opened says why whenever it is read. */
    synchronized StoreConnection of(RootUrl root) {
        RootUrl store = root.store();
        StoreConnection present = connections.get(store);
        if (present == null) {
            present = new StoreConnection(store, ++opened, open(store), clock);
            connections.put(store, present);
        }
        return present;
    }

    /** Whether no store has been needed. */
    synchronized boolean isEmpty() {
        return connections.isEmpty();
    }

    /** Closes the stores that are not among some, unless somebody has used them a moment ago; one that is needed again is opened again. */
    synchronized void retain(Set<RootUrl> wanted) {
        connections.entrySet().removeIf(entry -> {
            boolean unneeded =
                    !wanted.contains(entry.getKey()) && entry.getValue().isIdle();
            if (unneeded) {
                entry.getValue().close();
            }
            return unneeded;
        });
    }

    /** How many stores are in each state. */
    synchronized Map<StoreState, Integer> states() {
        Map<StoreState, Integer> states = new EnumMap<>(StoreState.class);
        connections.values().forEach(connection -> states.merge(connection.state(), 1, Integer::sum));
        return states;
    }

    private ObjectStore open(RootUrl store) {
        for (ObjectStoreFactory factory : factories) {
            if (factory.schemes().contains(store.scheme())) {
                try {
                    return factory.open(store, settings.timeout(), settings.maxRequests());
                } catch (IllegalArgumentException e) {
                    return new UnusableStore("its root cannot be used: " + e.getMessage());
                }
            }
        }
        return new UnusableStore("no bundle is there for roots of the scheme " + store.scheme()
                + (store.scheme().equals("s3") ? "; the feature understudy-s3 has it" : ""));
    }

    /** A store that cannot be opened as things are. */
    private record UnusableStore(String why) implements ObjectStore {

        @Override
        public StoredObject read(StoreRequest request) throws ObjectStoreException {
            throw new ObjectStoreException(ObjectStoreException.Reason.REFUSED, why, null);
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    @Override
    public synchronized void close() {
        connections.values().forEach(StoreConnection::close);
    }
}

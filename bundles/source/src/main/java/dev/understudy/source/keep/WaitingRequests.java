package dev.understudy.source.keep;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The requests that wait for files of other servers. Each holds a thread, so that their number is bounded, as is that for one server. */
public final class WaitingRequests {

    private final FetchQuota places;

    /**
     * Places, none of which is taken yet.
     *
     * @param max in all
     */
    public WaitingRequests(int max) {
        places = new FetchQuota(max);
    }

    /** Lets a request wait for files; it has no places when there are too few. */
    public Waiting enter(Collection<String> servers, String catalog) {
        Waiting waiting = new Waiting(catalog);
        for (String server : Set.copyOf(servers)) {
            if (!places.take(server, catalog)) {
                waiting.close();
                break;
            }
            waiting.servers.add(server);
        }
        return waiting;
    }

    /** A request that waits, until it is closed. */
    public final class Waiting implements AutoCloseable {

        private final String catalog;
        private final List<String> servers = new ArrayList<>();

        private Waiting(String catalog) {
            this.catalog = catalog;
        }

        /** Whether it may wait. */
        public boolean isAllowed() {
            return !servers.isEmpty();
        }

        @Override
        public void close() {
            servers.forEach(server -> places.give(server, catalog));
            servers.clear();
        }
    }
}

package dev.understudy.source.web;

import dev.understudy.source.ForeignUrl;
import dev.understudy.source.SourceKey;
import java.util.ArrayList;
import java.util.List;

/** The requests that wait for foreign images. Each holds a thread, so that their number is bounded, as is that for one server. */
final class WaitingRequests {

    private final FetchQuota places;

    /**
     * Places, none of which is taken yet.
     *
     * @param max in all
     */
    WaitingRequests(int max) {
        places = new FetchQuota(max);
    }

    /** Lets a request wait for images; it has no places when there are too few. */
    Waiting enter(List<SourceKey> wanted, String catalog) {
        Waiting waiting = new Waiting(catalog);
        for (String server : wanted.stream()
                .map(key -> ForeignUrl.of(key.path()).host())
                .distinct()
                .toList()) {
            if (!places.take(server, catalog)) {
                waiting.close();
                break;
            }
            waiting.servers.add(server);
        }
        return waiting;
    }

    /** A request that waits, until it is closed. */
    final class Waiting implements AutoCloseable {

        private final String catalog;
        private final List<String> servers = new ArrayList<>();

        private Waiting(String catalog) {
            this.catalog = catalog;
        }

        /** Whether it may wait. */
        boolean isAllowed() {
            return !servers.isEmpty();
        }

        @Override
        public void close() {
            servers.forEach(server -> places.give(server, catalog));
            servers.clear();
        }
    }
}

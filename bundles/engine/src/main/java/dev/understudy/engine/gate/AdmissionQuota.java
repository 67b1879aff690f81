package dev.understudy.engine.gate;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * How many requests are there, and whose. Each holds a thread of the server, so their number is bounded, and so that no
 * tenant can take all places, each may have twice as many as are left free: one alone gets two thirds of all, two get two
 * fifths each, and there is always a place for another. Not safe for threads.
 */
final class AdmissionQuota {

    private static final int SHARE = 2;

    private final int maxRequests;
    private final Map<String, Count> present = new HashMap<>();
    private int all;

    AdmissionQuota(int places) {
        this.maxRequests = places;
    }

    /** Lets a tenant's request in; false when there is no place for it. */
    boolean enter(String tenant) {
        if (of(tenant) >= SHARE * (maxRequests - all)) {
            return false;
        }
        present.computeIfAbsent(tenant, name -> new Count()).requests++;
        all++;
        return true;
    }

    /** Lets a request that was let in go. */
    void leave(String tenant) {
        Count count = Objects.requireNonNull(present.get(tenant));
        all--;
        if (--count.requests == 0) {
            present.remove(tenant);
        }
    }

    /** Requests that are there. */
    int all() {
        return all;
    }

    /** Requests of a tenant that are there. */
    int of(String tenant) {
        Count count = present.get(tenant);
        return count == null ? 0 : count.requests;
    }

    /** The requests of one tenant; changed without taking memory, since that is what may be short when a request goes. */
    private static final class Count {
        private int requests;
    }
}

package dev.understudy.metrics.request;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The tenants that have a label of their own: the first ones that are counted. Safe for many threads. */
final class TenantLabels {

    /** The label of the default catalog. */
    static final String DEFAULT = "default";

    /** The label of all tenants beyond the first. */
    static final String OTHER = "other";

    /** The tenants with a label of their own. */
    static final int MAX = 100;

    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private volatile boolean full;

    /** Returns the label of a tenant. */
    String label(String rootId) {
        String name = rootId.isEmpty() ? DEFAULT : rootId;
        return known.contains(name) || !full && isAdded(name) ? name : OTHER;
    }

    private synchronized boolean isAdded(String name) {
        boolean added = known.size() < MAX && known.add(name);
        full = known.size() >= MAX;
        return added || known.contains(name);
    }
}

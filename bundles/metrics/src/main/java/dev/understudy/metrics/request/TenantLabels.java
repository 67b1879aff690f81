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

    /** Returns the label of a tenant. */
    String label(String rootId) {
        String name = rootId.isEmpty() ? DEFAULT : rootId;
        if (known.contains(name)) {
            return name;
        }
        synchronized (known) {
            if (known.size() < MAX) {
                known.add(name);
                return name;
            }
        }
        return OTHER;
    }
}

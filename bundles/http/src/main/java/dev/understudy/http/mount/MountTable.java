package dev.understudy.http.mount;

import dev.understudy.http.lease.SlotState;
import dev.understudy.http.lease.SwapPolicy;
import dev.understudy.http.lease.SwappableService;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Handler;
import org.jspecify.annotations.Nullable;

/** The mounts, longest first: one immutable map, replaced as a whole. A mount once known stays known. */
final class MountTable {

    private final Supplier<SwapPolicy> policy;
    private volatile Map<String, SwappableService<Handler>> slots = Map.of();

    MountTable(Supplier<SwapPolicy> policy) {
        this.policy = policy;
    }

    /** The place for a mount, made when there is none. */
    synchronized SwappableService<Handler> slot(String mount) {
        SwappableService<Handler> present = slots.get(mount);
        if (present != null) {
            return present;
        }
        SwappableService<Handler> added = new SwappableService<>(MountPath.checked(mount), policy);
        List<String> mounts = new ArrayList<>(slots.keySet());
        mounts.add(mount);
        mounts.sort(Comparator.comparingInt(String::length).reversed());
        Map<String, SwappableService<Handler>> next = new LinkedHashMap<>();
        mounts.forEach(each -> next.put(each, slots.getOrDefault(each, added)));
        slots = next;
        return added;
    }

    /** The place that answers for a path as it was sent, or null; one that never had a handler does not count. */
    @Nullable
    SwappableService<Handler> find(String path) {
        for (Map.Entry<String, SwappableService<Handler>> each : slots.entrySet()) {
            SwappableService<Handler> slot = each.getValue();
            if (MountPath.remainder(each.getKey(), path) != null && slot.phase() != SlotState.UNKNOWN) {
                return slot;
            }
        }
        return null;
    }

    /** What can be said of a mount. */
    SlotState phase(String mount) {
        SwappableService<Handler> slot = slots.get(mount);
        return slot == null ? SlotState.UNKNOWN : slot.phase();
    }

    /** All mounts, longest first. */
    List<String> mounts() {
        return List.copyOf(slots.keySet());
    }

    /** All handlers. */
    List<Handler> handlers() {
        return slots.values().stream().flatMap(slot -> slot.services().stream()).toList();
    }
}

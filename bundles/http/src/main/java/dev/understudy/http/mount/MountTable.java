package dev.understudy.http.mount;

import dev.understudy.http.lease.SlotState;
import dev.understudy.http.lease.SwapPolicy;
import dev.understudy.http.lease.SwappableService;
import dev.understudy.http.path.MountPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Handler;
import org.jspecify.annotations.Nullable;

/** The mounts, longest first, in one immutable map that is replaced as a whole. A mount once known stays known. */
final class MountTable {

    private final Supplier<SwapPolicy> policy;
    private volatile Map<String, Mount> table = Map.of();

    private record Mount(MountPath path, SwappableService<Handler> service) {}

    MountTable(Supplier<SwapPolicy> policy) {
        this.policy = policy;
    }

    /** Returns the slot of a mount, and makes one if there is none. */
    synchronized SwappableService<Handler> slot(String mount) {
        Mount present = table.get(mount);
        if (present != null) {
            return present.service();
        }
        Mount added = new Mount(MountPath.of(mount), new SwappableService<>(mount, policy));
        List<String> mounts = new ArrayList<>(table.keySet());
        mounts.add(mount);
        mounts.sort(Comparator.comparingInt(String::length).reversed());
        Map<String, Mount> next = new LinkedHashMap<>();
        mounts.forEach(each -> next.put(each, table.getOrDefault(each, added)));
        table = next;
        return added.service();
    }

    /** Returns the slot for a path as sent, or null; a slot that never had a handler does not count. */
    @Nullable
    SwappableService<Handler> find(String path) {
        for (Mount each : table.values()) {
            if (each.path().remainder(path) != null && each.service().state() != SlotState.UNKNOWN) {
                return each.service();
            }
        }
        return null;
    }

    /** Returns the state of a mount. */
    SlotState state(String mount) {
        Mount present = table.get(mount);
        return present == null ? SlotState.UNKNOWN : present.service().state();
    }

    /** Returns all mounts, longest first. */
    List<String> mounts() {
        return List.copyOf(table.keySet());
    }

    /** Returns all handlers. */
    List<Handler> handlers() {
        return table.values().stream()
                .flatMap(mount -> mount.service().services().stream())
                .toList();
    }
}

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

/** The mounts, longest first, in one immutable map that is replaced as a whole. A mount once known stays known. */
final class MountTable {

    private final Supplier<SwapPolicy> policy;
    private volatile Map<String, SwappableService<Handler>> services = Map.of();

    MountTable(Supplier<SwapPolicy> policy) {
        this.policy = policy;
    }

    /** Returns the slot of a mount, and makes one if there is none. */
    synchronized SwappableService<Handler> slot(String mount) {
        SwappableService<Handler> present = services.get(mount);
        if (present != null) {
            return present;
        }
        SwappableService<Handler> added = new SwappableService<>(MountPath.checked(mount), policy);
        List<String> mounts = new ArrayList<>(services.keySet());
        mounts.add(mount);
        mounts.sort(Comparator.comparingInt(String::length).reversed());
        Map<String, SwappableService<Handler>> next = new LinkedHashMap<>();
        mounts.forEach(each -> next.put(each, services.getOrDefault(each, added)));
        services = next;
        return added;
    }

    /** Returns the slot for a path as sent, or null; a slot that never had a handler does not count. */
    @Nullable
    SwappableService<Handler> find(String path) {
        for (Map.Entry<String, SwappableService<Handler>> each : services.entrySet()) {
            SwappableService<Handler> service = each.getValue();
            if (MountPath.remainder(each.getKey(), path) != null && service.state() != SlotState.UNKNOWN) {
                return service;
            }
        }
        return null;
    }

    /** Returns the state of a mount. */
    SlotState state(String mount) {
        SwappableService<Handler> service = services.get(mount);
        return service == null ? SlotState.UNKNOWN : service.state();
    }

    /** Returns all mounts, longest first. */
    List<String> mounts() {
        return List.copyOf(services.keySet());
    }

    /** Returns all handlers. */
    List<Handler> handlers() {
        return services.values().stream()
                .flatMap(service -> service.services().stream())
                .toList();
    }
}

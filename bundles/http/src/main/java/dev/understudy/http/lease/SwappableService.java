package dev.understudy.http.lease;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.eclipse.jetty.util.NanoTime;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A service that may be replaced while requests need it. Of several services the one with the highest ranking is used, and of equals
 * the one that came first. While there is none, requests wait without a thread.
 */
public final class SwappableService<T> {

    private static final Logger LOG = LoggerFactory.getLogger(SwappableService.class);

    private final String name;
    private final Supplier<SwapPolicy> policy;
    private final PendingQueue<T> pending;
    private volatile List<Ranked<T>> services = List.of();
    private volatile boolean known;
    private volatile boolean retired;
    private long vacated;
    private int draining;

    private record Ranked<T>(Lease<T> lease, int ranking) {}

    /**
     * Creates a slot without a service.
     *
     * @param name of the slot, for the log
     * @param policy asked each time, so that it may change
     */
    public SwappableService(String name, Supplier<SwapPolicy> policy) {
        this.name = name;
        this.policy = policy;
        this.pending = new PendingQueue<>(this::acquire, this::graceLeft);
    }

    /** Returns the name of the slot. */
    public String name() {
        return name;
    }

    /** Adds a service, and resumes waiting requests. */
    public void add(T service, int ranking) {
        synchronized (this) {
            List<Ranked<T>> next = new ArrayList<>(services);
            next.add(new Ranked<>(new Lease<>(service), ranking));
            next.sort(Comparator.comparingInt((Ranked<T> each) -> each.ranking).reversed());
            services = List.copyOf(next);
            known = true;
            retired = false;
        }
        pending.resume();
    }

    /** Removes a service, which gets no new requests; returns when its last request has ended, or the drain time is over. */
    public void remove(T service) {
        Lease<T> leaving = take(service);
        if (leaving == null) {
            return;
        }
        try {
            if (!leaving.closeAndDrain(policy.get().drain())) {
                LOG.warn(
                        "{}: requests still running after {}",
                        name,
                        policy.get().drain());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            drained();
        }
    }

    /** Expects no successor: when the services that are left and the grace are over, the slot is as if it had never been known. */
    public void retire() {
        retired = true;
    }

    /** Returns a permit to use the present service, or null if there is none. */
    public @Nullable Permit<T> acquire() {
        for (Ranked<T> each : services) {
            Permit<T> permit = each.lease.acquire();
            if (permit != null) {
                return permit;
            }
        }
        return null;
    }

    /**
     * Lets a request wait that found no service.
     *
     * @param timer ends the wait
     * @param executor runs the request when the wait ends
     * @return false when there is nothing to wait for or too many wait already; the request is not called then
     */
    public boolean hold(PendingRequest<T> request, Scheduler timer, Executor executor) {
        SlotState state = state();
        if (state != SlotState.SWAPPING && state != SlotState.SERVING) {
            return false;
        }
        return pending.admit(request, timer, executor, policy.get());
    }

    /** Returns the present state. */
    public SlotState state() {
        if (!services.isEmpty()) {
            return SlotState.SERVING;
        }
        if (!known) {
            return SlotState.UNKNOWN;
        }
        if (graceLeft() > 0) {
            return SlotState.SWAPPING;
        }
        return retired ? SlotState.UNKNOWN : SlotState.GONE;
    }

    /** Returns all services, the one in use first. */
    public List<T> services() {
        return services.stream().map(each -> each.lease.value()).toList();
    }

    private synchronized @Nullable Lease<T> take(T service) {
        for (Ranked<T> each : services) {
            if (each.lease.value() == service) {
                services = services.stream()
                        .filter(other -> other.lease != each.lease)
                        .toList();
                draining++;
                return each.lease;
            }
        }
        return null;
    }

    private synchronized void drained() {
        draining--;
        vacated = NanoTime.now();
    }

    /**
     * Returns for how many nanoseconds requests still wait for a successor. The grace begins when the last request of the
     * predecessor has ended; both are read at once, so that no moment between the two looks like a long absence.
     */
    private synchronized long graceLeft() {
        long grace = policy.get().grace().toNanos();
        return draining > 0 ? grace : grace - NanoTime.since(vacated);
    }
}

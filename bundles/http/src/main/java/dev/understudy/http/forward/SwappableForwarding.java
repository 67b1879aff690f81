package dev.understudy.http.forward;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.http.Forwarder;
import dev.understudy.http.Forwarding;
import dev.understudy.http.lease.PendingRequest;
import dev.understudy.http.lease.Permit;
import dev.understudy.http.lease.SlotState;
import dev.understudy.http.lease.SwapPolicy;
import dev.understudy.http.lease.SwappableService;
import dev.understudy.observe.AccessRecord;
import dev.understudy.serve.Forward;
import dev.understudy.serve.Forwardable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Components;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Forwards by a forwarder that may be replaced at any time: new requests wait for its successor, and its own requests end first. */
public final class SwappableForwarding implements Forwarding {

    private final SwappableService<Forwarder> service;
    /** The most that the last forwarder has accepted, and its successor probably will. */
    private volatile Forwardable worthWaitingFor = Forwardable.NO;

    /**
     * Creates a forwarding without a forwarder.
     *
     * @param policy asked each time, so that it may change
     */
    public SwappableForwarding(Supplier<SwapPolicy> policy) {
        this.service = new SwappableService<>("forwarder", policy);
    }

    /** Adds a forwarder. */
    public void add(Forwarder forwarder, int ranking) {
        worthWaitingFor = Forwardable.NO;
        service.add(forwarder, ranking);
    }

    /** Removes a forwarder; returns when its last request has ended, or the drain time is over. */
    public void remove(Forwarder forwarder) {
        service.remove(forwarder);
    }

    @Override
    public Forwardable accepts(Request request) {
        Permit<Forwarder> permit = service.acquire();
        if (permit == null) {
            return service.state() == SlotState.SWAPPING ? worthWaitingFor : Forwardable.NO;
        }
        try {
            Forwardable accepts = permit.value().accepts(request);
            if (accepts.compareTo(worthWaitingFor) > 0) {
                worthWaitingFor = accepts;
            }
            return accepts;
        } finally {
            permit.release();
        }
    }

    @Override
    public void forward(
            Request request, Response response, Callback callback, Forward forward, Consumer<Failure> onNoResponse) {
        PendingForward pending = new PendingForward(request, response, callback, forward, onNoResponse);
        Permit<Forwarder> permit = service.acquire();
        Components components = request.getComponents();
        if (permit != null) {
            pending.resume(permit);
        } else if (!service.hold(pending, components.getScheduler(), components.getExecutor())) {
            pending.expire();
        }
    }

    private record PendingForward(
            Request request, Response response, Callback callback, Forward forward, Consumer<Failure> onNoResponse)
            implements PendingRequest<Forwarder> {

        @Override
        public void resume(Permit<Forwarder> permit) {
            try {
                if (permit.value().accepts(request).isPossible()) {
                    Callback last = Callback.from(callback, permit::release);
                    permit.value().forward(request, response, last, forward, failure -> {
                        permit.release();
                        answer(failure);
                    });
                    return;
                }
            } catch (RuntimeException e) {
                permit.release();
                failed(e);
                return;
            }
            permit.release();
            expire();
        }

        @Override
        public void expire() {
            answer(new Failure.SecondaryFailure(
                    FailureKind.SECONDARY_UNREACHABLE, "The forwarding to a secondary server is not running", null));
        }

        private void failed(RuntimeException e) {
            if (response.isCommitted()) {
                callback.failed(e);
            } else {
                answer(new Failure.SecondaryFailure(FailureKind.SECONDARY_BROKEN, "The forwarding failed", e));
            }
        }

        private void answer(Failure failure) {
            if (request.getAttribute(AccessRecord.ATTRIBUTE) instanceof AccessRecord accessRecord) {
                accessRecord.exception(failure.kind().code() + ": " + failure.message());
            }
            onNoResponse.accept(failure);
        }
    }
}

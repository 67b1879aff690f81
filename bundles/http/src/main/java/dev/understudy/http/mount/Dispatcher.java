package dev.understudy.http.mount;

import dev.understudy.failure.ProcessingStatus;
import dev.understudy.http.lease.PendingRequest;
import dev.understudy.http.lease.Permit;
import dev.understudy.http.lease.SlotState;
import dev.understudy.http.lease.SwapPolicy;
import dev.understudy.http.lease.SwappableService;
import dev.understudy.http.passage.RequestTrace;
import dev.understudy.http.reply.PlainText;
import dev.understudy.observe.AccessRecord;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one handler that the server has. It passes each request to the handler mounted at its path; handlers come and go
 * beneath it without a request being lost. Requests under no mount are not its business.
 *
 * <p>It belongs to one server at a time and takes the mounted handlers with it.
 */
public final class Dispatcher extends Handler.Abstract {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final MountTable table;
    private final InFlightCount inFlight = new InFlightCount();
    private final Object adoption = new Object();
    private volatile @Nullable RequestLog log;
    private boolean running;

    /**
     * @param policy asked each time, so that it may change
     */
    public Dispatcher(Supplier<SwapPolicy> policy) {
        this.table = new MountTable(policy);
    }

    /**
     * Mounts a handler, at one place or several. Of several handlers at one mount the one with the highest ranking serves.
     *
     * @throws IllegalArgumentException when one of {@code mounts} is no mount
     */
    public void mount(List<String> mounts, Handler handler, int ranking) {
        List<SwappableService<Handler>> slots = mounts.stream().map(table::slot).toList();
        synchronized (adoption) {
            if (running && !adopt(handler)) {
                return;
            }
            slots.forEach(slot -> slot.add(handler, ranking));
        }
        LOG.info("{} is served by {}", mounts, handler.getClass().getName());
    }

    /** Takes a handler off its mounts; returns when its last request has ended, or the patience for that. */
    public void unmount(List<String> mounts, Handler handler) {
        mounts.forEach(mount -> table.slot(mount).remove(handler));
        LifeCycle.stop(handler);
        LOG.info("{} is no longer served by {}", mounts, handler.getClass().getName());
    }

    /** Waits until no request is at work; false when some were left. */
    public boolean awaitIdle(Duration patience) throws InterruptedException {
        return inFlight.await(patience);
    }

    /** Whether a mount has a handler, and the dispatcher a server. */
    public boolean serves(String mount) {
        return isRunning() && table.phase(mount) == SlotState.SERVING;
    }

    /** All mounts that were ever known, with their state. */
    public Map<String, SlotState> mounts() {
        Map<String, SlotState> phases = new LinkedHashMap<>();
        table.mounts().forEach(mount -> phases.put(mount, table.phase(mount)));
        return phases;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        SwappableService<Handler> slot = table.find(request.getHttpURI().getPath());
        if (slot == null) {
            return false;
        }
        RequestTrace passage = RequestTrace.begin(request, inFlight.enter());
        Request.addCompletionListener(request, failure -> ends(request, response));
        // A request that waits, or is worked on, is not idle; a client that takes no bytes still is.
        request.addIdleTimeoutListener(timeout -> false);
        Permit<Handler> permit = slot.acquire();
        if (permit != null) {
            serve(permit, passage, request, response, callback);
        } else if (!slot.hold(
                new HeldRequest(passage, request, response, callback), scheduler(request), executor(request))) {
            unavailable(request, response, callback);
        }
        return true;
    }

    /** Where requests are logged, when the server does not do it. */
    public void logTo(@Nullable RequestLog newLog) {
        log = newLog;
    }

    private void ends(Request request, Response response) {
        try {
            RequestLog present = log;
            if (present != null) {
                present.log(request, response);
            }
        } finally {
            // Whoever waits for the last request closes the log next.
            inFlight.leave();
        }
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        synchronized (adoption) {
            running = true;
            table.handlers().forEach(this::adopt);
        }
    }

    @Override
    protected void doStop() throws Exception {
        synchronized (adoption) {
            running = false;
            table.handlers().forEach((Object handler) -> LifeCycle.stop(handler));
        }
        super.doStop();
    }

    private boolean adopt(Handler handler) {
        try {
            LifeCycle.stop(handler);
            handler.setServer(getServer());
            handler.start();
            return true;
        } catch (Exception e) {
            LOG.error("The handler {} does not start", handler, e);
            return false;
        }
    }

    private static void serve(
            Permit<Handler> permit, RequestTrace passage, Request request, Response response, Callback callback)
            throws Exception {
        passage.holds(permit);
        boolean handled = false;
        try {
            handled = permit.value().handle(request, response, Callback.from(callback, permit::release));
        } finally {
            if (!handled) {
                permit.release();
            }
        }
        if (!handled) {
            PlainText.write(response, callback, HttpStatus.NOT_FOUND_404);
        }
    }

    private static void unavailable(Request request, Response response, Callback callback) {
        AccessRecord observation = new AccessRecord();
        observation.requestType("");
        observation.processingStatus(ProcessingStatus.OVERLOAD);
        observation.exception("The handler of this path is away");
        request.setAttribute(AccessRecord.ATTRIBUTE, observation);
        PlainText.write(response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
    }

    private static Scheduler scheduler(Request request) {
        return request.getComponents().getScheduler();
    }

    private static Executor executor(Request request) {
        return request.getComponents().getExecutor();
    }

    private record HeldRequest(RequestTrace passage, Request request, Response response, Callback callback)
            implements PendingRequest<Handler> {

        @Override
        public void resume(Permit<Handler> permit) {
            try {
                passage.enters();
                serve(permit, passage, request, response, callback);
            } catch (Throwable e) {
                Response.writeError(request, response, callback, e);
            }
        }

        @Override
        public void expire() {
            unavailable(request, response, callback);
        }
    }
}

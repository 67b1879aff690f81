package dev.understudy.http.mount;

import dev.understudy.http.lease.Permit;
import dev.understudy.http.lease.SlotState;
import dev.understudy.http.lease.SwapPolicy;
import dev.understudy.http.lease.SwappableService;
import dev.understudy.http.reply.NoSniff;
import dev.understudy.http.trace.InFlightRequests;
import dev.understudy.http.trace.RequestTrace;
import dev.understudy.observe.RequestLoad.RequestFigures;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
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
 * The one handler of the server, which passes each request to the handler mounted at its path. Handlers come and go without a request
 * being lost. Requests under no mount are left to others.
 *
 * <p>A dispatcher belongs to one server at a time, and the mounted handlers with it.
 */
public final class Dispatcher extends Handler.Abstract {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final MountTable table;
    private final InFlightRequests inFlight = new InFlightRequests();
    private final Object adoption = new Object();
    private volatile @Nullable RequestLog log;
    private boolean running;

    /**
     * Creates a dispatcher without mounts.
     *
     * @param policy asked each time, so that it may change
     */
    public Dispatcher(Supplier<SwapPolicy> policy) {
        super(InvocationType.NON_BLOCKING);
        this.table = new MountTable(policy);
    }

    /**
     * Mounts a handler, at one place or several. Of several handlers at one mount the one with the highest ranking serves.
     *
     * @throws IllegalArgumentException when one of {@code mounts} is no mount
     */
    public void mount(List<String> mounts, Handler handler, int ranking) {
        List<SwappableService<Handler>> services =
                mounts.stream().map(table::slot).toList();
        synchronized (adoption) {
            if (running && !adopt(handler)) {
                return;
            }
            services.forEach(service -> service.add(handler, ranking));
        }
        LOG.info("{} is served by {}", mounts, handler.getClass().getName());
    }

    /** Takes a handler off its mounts; returns when its last request has ended, or the drain time is over. */
    public void unmount(List<String> mounts, Handler handler) {
        mounts.forEach(mount -> table.slot(mount).remove(handler));
        LifeCycle.stop(handler);
        LOG.info("{} is no longer served by {}", mounts, handler.getClass().getName());
    }

    /** Forgets mounts once the grace is over: who had them will not come back. */
    public void retire(List<String> mounts) {
        mounts.forEach(mount -> table.slot(mount).retire());
    }

    /** Returns the requests at work. */
    public RequestFigures requests() {
        return inFlight.figures();
    }

    /** Waits until no request is at work; returns false when some were left. */
    public boolean awaitIdle(Duration timeout) throws InterruptedException {
        return inFlight.await(timeout);
    }

    /** Returns whether a mount has a handler, and the dispatcher a server. */
    public boolean serves(String mount) {
        return isRunning() && table.state(mount) == SlotState.SERVING;
    }

    /** Returns all mounts that are or were known, except those that are forgotten, with their states. */
    public Map<String, SlotState> mounts() {
        Map<String, SlotState> states = new LinkedHashMap<>();
        table.mounts().forEach(mount -> states.put(mount, table.state(mount)));
        states.values().removeIf(state -> state == SlotState.UNKNOWN);
        return states;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        SwappableService<Handler> service = table.find(request.getHttpURI().getPath());
        if (service == null) {
            return false;
        }
        NoSniff.mark(response.getHeaders());
        RequestTrace trace = inFlight.enter(request, response, service.name());
        Request.addCompletionListener(request, failure -> ends(request, response, trace));
        MountedRequest mounted = new MountedRequest(service, trace, request, response, callback);
        Permit<Handler> permit = service.acquire();
        if (permit != null) {
            mounted.begin(permit, mayWait());
        } else if (!mounted.hold(scheduler(request), executor(request))) {
            mounted.expire();
        }
        return true;
    }

    /** Returns whether this thread, which has read the request, may wait for the answer; the host's own server reads others meanwhile. */
    private boolean mayWait() {
        return getServer().getInvocationType() == InvocationType.BLOCKING;
    }

    /** Sets the log for requests that the server does not log by itself; null for none. */
    public void logTo(@Nullable RequestLog newLog) {
        log = newLog;
    }

    private void ends(Request request, Response response, RequestTrace trace) {
        try {
            RequestLog present = log;
            if (present != null) {
                present.log(request, response);
            }
        } finally {
            // Who waits for the last request closes the log afterwards.
            inFlight.leave(trace);
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

    private static Scheduler scheduler(Request request) {
        return request.getComponents().getScheduler();
    }

    private static Executor executor(Request request) {
        return request.getComponents().getExecutor();
    }
}

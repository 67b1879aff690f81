package dev.understudy.http.mount;

import dev.understudy.failure.ProcessingStatus;
import dev.understudy.http.PromptHandler;
import dev.understudy.http.lease.PendingRequest;
import dev.understudy.http.lease.Permit;
import dev.understudy.http.lease.SlotState;
import dev.understudy.http.lease.SwappableService;
import dev.understudy.http.reply.PlainText;
import dev.understudy.http.trace.RequestTrace;
import dev.understudy.observe.AccessRecord;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * A request under a mount.
 *
 * @param service the slot of the mount
 * @param trace of the request
 */
record MountedRequest(
        SwappableService<Handler> service, RequestTrace trace, Request request, Response response, Callback callback)
        implements PendingRequest<Handler> {

    /**
     * Has the request handled.
     *
     * @param mayWait whether this thread may wait for the answer; if not, another one handles what cannot be answered at once
     */
    void begin(Permit<Handler> permit, boolean mayWait) throws Exception {
        trace.holds(permit);
        if (isHandledAtOnce(permit)) {
            return;
        }
        isNotIdle();
        if (mayWait) {
            handle(permit);
            return;
        }
        try {
            request.getComponents().getExecutor().execute(() -> resume(permit));
        } catch (RejectedExecutionException e) {
            permit.release();
            expire();
        }
    }

    /** Lets the request wait for a handler; returns false if there is nothing to wait for. */
    boolean hold(Scheduler timer, Executor executor) {
        isNotIdle();
        return service.hold(this, timer, executor);
    }

    /** A request that waits, or is at work, is not idle; a client that reads nothing is. */
    private void isNotIdle() {
        request.addIdleTimeoutListener(timeout -> false);
    }

    @Override
    public void resume(Permit<Handler> permit) {
        try {
            trace.enters();
            trace.holds(permit);
            handle(permit);
        } catch (Throwable e) {
            Response.writeError(request, response, callback, e);
        }
    }

    @Override
    public void expire() {
        if (service.state() == SlotState.UNKNOWN) {
            PlainText.write(response, callback, HttpStatus.NOT_FOUND_404);
            return;
        }
        AccessRecord accessRecord = new AccessRecord();
        accessRecord.requestType("");
        accessRecord.processingStatus(ProcessingStatus.OVERLOAD);
        accessRecord.exception("The handler of this path is not available");
        request.setAttribute(AccessRecord.ATTRIBUTE, accessRecord);
        PlainText.write(response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
    }

    private boolean isHandledAtOnce(Permit<Handler> permit) throws Exception {
        try {
            return permit.value() instanceof PromptHandler prompt
                    && prompt.handleAtOnce(request, response, Callback.from(callback, permit::release));
        } catch (Throwable e) {
            permit.release();
            throw e;
        }
    }

    private void handle(Permit<Handler> permit) throws Exception {
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
}

package dev.understudy.redirect.proxy;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.serve.StandIn;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;

/** One request on its way to the secondary server and its answer on the way back. It ends exactly once. */
final class Forwarding extends Request.Wrapper implements Callback {

    private final FailureKind cause;
    private final Callback callback;
    private final Consumer<Failure> unanswered;
    private final Runnable atEnd;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile boolean sent;
    private volatile boolean answered;

    /**
     * A request that is about to be forwarded.
     *
     * @param cause why
     * @param callback for when something has been sent to the client
     * @param unanswered for when nothing has
     * @param atEnd run after either
     */
    Forwarding(Request request, FailureKind cause, Callback callback, Consumer<Failure> unanswered, Runnable atEnd) {
        super(request);
        this.cause = cause;
        this.callback = callback;
        this.unanswered = unanswered;
        this.atEnd = atEnd;
    }

    /** What the client is told about the answer. */
    String standIn() {
        return new StandIn(StandIn.Kind.SECONDARY, cause).headerValue();
    }

    /** The request has got a connection. */
    void sent() {
        sent = true;
    }

    boolean isSent() {
        return sent;
    }

    /** The answer begins to go to the client; true the first time. */
    boolean answering() {
        boolean first = !answered;
        answered = true;
        return first;
    }

    @Override
    public void succeeded() {
        end(callback::succeeded);
    }

    /** The answer breaks off, or has never begun: then the caller of the forwarder answers. */
    @Override
    public void failed(Throwable reason) {
        end(() -> {
            if (answered) {
                callback.failed(reason);
            } else {
                unanswered.accept(SecondaryFailures.of(reason, sent));
            }
        });
    }

    /** Gives up before anything was sent to anyone. */
    void refused(Failure failure) {
        end(() -> unanswered.accept(failure));
    }

    private void end(Runnable how) {
        if (ended.compareAndSet(false, true)) {
            try {
                how.run();
            } finally {
                atEnd.run();
            }
        }
    }
}

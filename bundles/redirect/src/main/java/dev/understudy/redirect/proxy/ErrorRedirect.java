package dev.understudy.redirect.proxy;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.http.Forwarder;
import dev.understudy.observe.Secondaries;
import dev.understudy.serve.Forward;
import dev.understudy.serve.Forwardable;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The forwarder, whose settings may change: each forward ends by those that it began with. */
public final class ErrorRedirect implements Forwarder, Secondaries, AutoCloseable {

    private volatile SecondaryForwarder current;

    /** Begins to accept requests, or none when no secondary server is configured. */
    public ErrorRedirect(RedirectSettings settings) {
        current = new SecondaryForwarder(settings);
    }

    /** Forwards by other settings from now on. */
    public synchronized void change(RedirectSettings settings) {
        SecondaryForwarder before = current;
        current = new SecondaryForwarder(settings);
        before.close();
    }

    @Override
    public Forwardable accepts(Request request) {
        return current.accepts(request);
    }

    @Override
    public void forward(
            Request request, Response response, Callback callback, Forward forward, Consumer<Failure> unanswered) {
        SecondaryForwarder forwarder;
        do {
            forwarder = current;
            if (forwarder.forward(request, response, callback, forward, unanswered)) {
                return;
            }
        } while (forwarder != current);
        unanswered.accept(new Failure.Secondary(
                FailureKind.SECONDARY_UNREACHABLE, "The forwarding to a secondary server has ended", null));
    }

    @Override
    public List<SecondaryStatus> entries() {
        return current.entries();
    }

    @Override
    public boolean forAllCatalogs() {
        return current.forAllCatalogs();
    }

    @Override
    public int reset() {
        return current.reset();
    }

    /** Lets the forwards under way end. */
    @Override
    public synchronized void close() {
        current.close();
    }
}

package dev.understudy.redirect.forward;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.http.Forwarder;
import dev.understudy.observe.Secondaries;
import dev.understudy.redirect.settings.RedirectSettings;
import dev.understudy.serve.Forward;
import dev.understudy.serve.Forwardable;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** A forwarder whose settings may change; each forward ends by the settings with which it began. */
public final class ReloadableForwarder implements Forwarder, Secondaries, AutoCloseable {

    private volatile Forwards current;

    /** Begins to accept requests; none, if no secondary server is configured. */
    public ReloadableForwarder(RedirectSettings settings) {
        current = new Forwards(settings);
    }

    /** Applies other settings to the forwards that begin from now on. */
    public synchronized void reload(RedirectSettings settings) {
        Forwards before = current;
        current = new Forwards(settings);
        before.close();
    }

    @Override
    public Forwardable accepts(Request request) {
        return current.accepts(request);
    }

    @Override
    public void forward(
            Request request, Response response, Callback callback, Forward forward, Consumer<Failure> onNoResponse) {
        Forwards forwards;
        do {
            forwards = current;
            if (forwards.forward(request, response, callback, forward, onNoResponse)) {
                return;
            }
        } while (forwards != current);
        onNoResponse.accept(new Failure.SecondaryFailure(
                FailureKind.SECONDARY_UNREACHABLE, "Forwarding to the secondary servers has stopped", null));
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

    /** Lets the forwards under way end; no others begin. */
    @Override
    public synchronized void close() {
        current.close();
    }
}

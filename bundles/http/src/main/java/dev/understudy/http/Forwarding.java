package dev.understudy.http;

import dev.understudy.failure.Failure;
import dev.understudy.serve.Forward;
import dev.understudy.serve.Forwardable;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.osgi.annotation.versioning.ProviderType;

/** Forwards requests to the secondary server, also while the {@link Forwarder} is being replaced. */
@ProviderType
public interface Forwarding {

    /** Returns whether the request may be forwarded if it fails here. */
    Forwardable accepts(Request request);

    /**
     * Forwards the request. Does not block; the wait for a forwarder that is being replaced takes no thread.
     *
     * @param callback completed when the answer has been passed on, failed when it broke off after its first byte
     * @param onNoResponse is told why no secondary server answers, when nothing has been sent to the client and nothing will be; on the thread
     *     that calls this method, or another one that may block
     */
    void forward(
            Request request, Response response, Callback callback, Forward forward, Consumer<Failure> onNoResponse);
}

package dev.understudy.http;

import dev.understudy.failure.Failure;
import dev.understudy.serve.Forward;
import dev.understudy.serve.Forwardable;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.osgi.annotation.versioning.ProviderType;

/** Passes a request on to a secondary server and its answer back. */
@ProviderType
public interface Forwarder {

    /**
     * Returns whether this request may go to a secondary server: a GET or HEAD that has not been forwarded before. The catalog
     * may have a say in whether there is a server for the request.
     */
    Forwardable accepts(Request request);

    /**
     * Sends the request and streams the answer back, whatever it says. Does not block. The request's access record gets
     * {@code CacheUse.REMOTE} as soon as the request leaves.
     *
     * @param callback completed when the answer has been passed on, failed when it broke off after its first byte
     * @param onNoResponse called when nothing has been sent to the client and nothing will be, on a thread that may block; the
     *     caller answers then
     */
    void forward(
            Request request, Response response, Callback callback, Forward forward, Consumer<Failure> onNoResponse);
}

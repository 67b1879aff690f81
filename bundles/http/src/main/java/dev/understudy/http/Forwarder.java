package dev.understudy.http;

import dev.understudy.failure.Failure;
import dev.understudy.serve.Forward;
import dev.understudy.serve.Forwardable;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Passes a request on to a secondary server and its answer back. */
public interface Forwarder {

    /**
     * Whether this request may go to a secondary server: it is a GET or HEAD and has not been forwarded before. Whether there
     * is one, catalogs have a say in.
     */
    Forwardable accepts(Request request);

    /**
     * Sends the request and streams the answer back, whatever it says. Does not block.
     *
     * @param callback completed when the answer has been passed on, failed when it broke off after its first byte
     * @param unanswered told when nothing has been sent to the client yet and nothing will be: the caller answers;
     *     on a thread that may block
     */
    void forward(Request request, Response response, Callback callback, Forward forward, Consumer<Failure> unanswered);
}

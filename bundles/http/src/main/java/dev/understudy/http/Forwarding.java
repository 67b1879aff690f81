package dev.understudy.http;

import dev.understudy.serve.Forward;
import dev.understudy.serve.Forwardable;
import dev.understudy.serve.Reply;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The way to the secondary server, whether its {@link Forwarder} is there, is not, or is just being replaced. */
public interface Forwarding {

    /** Whether the request may be sent on, should it fail here. */
    Forwardable accepts(Request request);

    /**
     * Sends the request on. Does not block; a forwarder that is being replaced is waited for without a thread.
     *
     * @param callback completed when the answer has been passed on, failed when it broke off after its first byte
     * @param unanswered gets what answers in the secondary's place, when nothing has been sent to the client yet
     *     and nothing will be
     */
    void forward(Request request, Response response, Callback callback, Forward forward, Consumer<Reply> unanswered);
}

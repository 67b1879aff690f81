package dev.understudy.http;

import dev.understudy.failure.Failure;
import dev.understudy.serve.Forward;
import dev.understudy.serve.Forwardable;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** A forwarding without a secondary server. */
public final class NoForwarding implements Forwarding {

    @Override
    public Forwardable accepts(Request request) {
        return Forwardable.NO;
    }

    @Override
    public void forward(
            Request request, Response response, Callback callback, Forward forward, Consumer<Failure> onNoResponse) {
        throw new AssertionError("nothing is forwarded");
    }
}

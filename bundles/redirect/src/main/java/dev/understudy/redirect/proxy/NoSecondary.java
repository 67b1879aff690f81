package dev.understudy.redirect.proxy;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.serve.Forward;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Redirect on error is switched off. */
final class NoSecondary implements ErrorRedirect {

    @Override
    public boolean accepts(Request request) {
        return false;
    }

    /** Comes to pass only when the setting was emptied while the request was served. */
    @Override
    public void forward(
            Request request, Response response, Callback callback, Forward forward, Consumer<Failure> unanswered) {
        unanswered.accept(new Failure.Secondary(
                FailureKind.SECONDARY_UNREACHABLE, "No secondary server is configured any more", null));
    }

    @Override
    public void close() {}
}

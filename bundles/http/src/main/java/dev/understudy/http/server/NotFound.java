package dev.understudy.http.server;

import dev.understudy.http.reply.PlainText;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers requests under no mount with 404. */
final class NotFound extends Handler.Abstract.NonBlocking {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        PlainText.write(response, callback, HttpStatus.NOT_FOUND_404);
        return true;
    }
}

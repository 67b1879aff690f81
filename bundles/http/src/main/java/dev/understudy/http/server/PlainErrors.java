package dev.understudy.http.server;

import dev.understudy.http.reply.PlainText;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Writes Jetty's own errors, such as for a malformed request, as a line of text without details. */
final class PlainErrors implements Request.Handler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        PlainText.write(response, callback, response.getStatus());
        return true;
    }
}

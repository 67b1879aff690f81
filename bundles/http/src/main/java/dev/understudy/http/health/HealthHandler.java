package dev.understudy.http.health;

import dev.understudy.http.reply.CrossOrigin;
import dev.understudy.http.reply.MethodFilter;
import dev.understudy.http.reply.ReplyWriter;
import dev.understudy.serve.Reply;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers {@code /health} with a report as JSON: 200 when the server should get requests, else 503. */
public final class HealthHandler extends Handler.Abstract {

    private final Health health;

    public HealthHandler(Health health) {
        this.health = health;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (!Health.MOUNT.equals(request.getHttpURI().getPath())) {
            return false;
        }
        if (!MethodFilter.answered(request, response, callback, CrossOrigin.CLOSED)) {
            Health.Report report = health.report();
            byte[] json = HealthJson.write(report).getBytes(StandardCharsets.UTF_8);
            int status = report.ready() ? HttpStatus.OK_200 : HttpStatus.SERVICE_UNAVAILABLE_503;
            ReplyWriter.write(
                    request,
                    response,
                    callback,
                    Reply.of("application/json", json).withStatus(status));
        }
        return true;
    }
}

package dev.understudy.http.health;

import dev.understudy.http.DetailAccess;
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

/** Answers {@code /health} with a report as JSON: 200 when the server should get requests, else 503. Details are for some clients alone. */
public final class HealthHandler extends Handler.Abstract {

    private final ReplyWriter writer = new ReplyWriter();
    private final Health health;
    private final DetailAccess access;

    /**
     * Creates a handler.
     *
     * @param access says who is shown the details; asked each time, since it may change
     */
    public HealthHandler(Health health, DetailAccess access) {
        this.health = health;
        this.access = access;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (!Health.MOUNT.equals(request.getHttpURI().getPath())) {
            return false;
        }
        if (!MethodFilter.answered(request, response, callback, CrossOrigin.CLOSED)) {
            Health.Report report = health.report();
            String shown = access.allows(request) ? HealthJson.details(report) : HealthJson.summary(report);
            byte[] json = shown.getBytes(StandardCharsets.UTF_8);
            int status = report.ready() ? HttpStatus.OK_200 : HttpStatus.SERVICE_UNAVAILABLE_503;
            writer.write(
                    request,
                    response,
                    callback,
                    Reply.of("application/json", json).withStatus(status));
        }
        return true;
    }
}

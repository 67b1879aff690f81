package dev.understudy.metrics.osgi;

import dev.understudy.http.Forwarding;
import dev.understudy.http.Mounts;
import dev.understudy.http.ServingHandler;
import dev.understudy.metrics.page.MetricsPage;
import dev.understudy.metrics.settings.MetricsSettings;
import dev.understudy.observe.AccessRecord;
import dev.understudy.serve.Answer;
import dev.understudy.serve.Forwardable;
import dev.understudy.serve.Reply;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Serves {@code /metrics} to the clients that may read it. */
@Component(service = Handler.class, property = Mounts.MOUNT + "=" + MetricsHandler.METRICS)
public final class MetricsHandler extends ServingHandler {

    static final String METRICS = "/metrics";

    private final MetricsSettings settings;
    private final MetricsPage page;

    @Activate
    public MetricsHandler(
            @Reference(policyOption = ReferencePolicyOption.GREEDY) MetricsSettings settings,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) SeriesRegistry registry,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) Forwarding forwarding) {
        super(forwarding, false, METRICS);
        this.settings = settings;
        this.page = new MetricsPage(registry.all());
    }

    @Override
    protected Answer answer(Request request, String path, Forwardable forwardable, AccessRecord accessRecord) {
        accessRecord.requestType("");
        if (!path.isEmpty()) {
            return text("Not Found", 404);
        }
        return settings.access().allows(request)
                ? page.reply(request.getHeaders().get(HttpHeader.ACCEPT))
                : text("Forbidden", 403);
    }

    private static Reply text(String title, int status) {
        return Reply.of("text/plain;charset=utf-8", title.getBytes(StandardCharsets.UTF_8))
                .withStatus(status);
    }
}

package dev.understudy.web.handler;

import dev.understudy.catalog.CatalogService;
import dev.understudy.http.DetailAccess;
import dev.understudy.http.Forwarding;
import dev.understudy.http.Mounts;
import dev.understudy.observe.AccessRecord;
import dev.understudy.serve.Answer;
import dev.understudy.serve.Call;
import dev.understudy.serve.Forwardable;
import dev.understudy.serve.ImageService;
import dev.understudy.serve.Reply;
import dev.understudy.web.settings.WebSettings;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Explains requests for images to clients that may see the details of the health, whatever their catalogs allow: the path after the mount,
 * and the query, are those after {@code /is/image}.
 */
@Component(service = Handler.class, property = Mounts.MOUNT + "=" + ExplainHandler.PATH)
public final class ExplainHandler extends PagePart {

    static final String PATH = "/understudy/explain";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DetailAccess access;
    private final ImageService images;
    private final CatalogService catalogs;

    @Activate
    public ExplainHandler(
            @Reference(policyOption = ReferencePolicyOption.GREEDY) WebSettings settings,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) Forwarding forwarding,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) DetailAccess access,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) ImageService images,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) CatalogService catalogs) {
        super(forwarding, settings, PATH);
        this.access = access;
        this.images = images;
        this.catalogs = catalogs;
    }

    @Override
    Answer answerOn(Request request, String path, Forwardable forwardable, AccessRecord accessRecord) {
        if (!access.allows(request)) {
            return refused();
        }
        String query = request.getHttpURI().getQuery();
        Answer answer = images.serve(new Call(
                path,
                query == null || query.isEmpty() ? "req=explain" : query + "&req=explain",
                client(request),
                Instant.now().plus(PATIENCE),
                forwardable,
                catalogs.catalogs(),
                accessRecord,
                true));
        // The path of this request means nothing to another server.
        return answer instanceof Reply ? answer : notFound();
    }
}

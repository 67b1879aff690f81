package dev.understudy.image.handler;

import dev.understudy.catalog.CatalogService;
import dev.understudy.http.Forwarding;
import dev.understudy.http.Mounts;
import dev.understudy.http.ServingHandler;
import dev.understudy.observe.AccessRecord;
import dev.understudy.serve.Answer;
import dev.understudy.serve.Call;
import dev.understudy.serve.Forward;
import dev.understudy.serve.Forwardable;
import dev.understudy.serve.ImageService;
import dev.understudy.serve.Reply;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Serves {@code /is/image}. Scripts of all sites may read the answers, as clients of the protocol expect. */
@Component(service = Handler.class, property = Mounts.MOUNT + "=" + Mounts.IMAGE)
public final class ImageHandler extends ServingHandler {

    /** As long as a connection may be silent: nobody waits longer for the first byte. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ImageService images;
    private final CatalogService catalogs;
    private final AcceptReader accept = new AcceptReader();

    @Activate
    public ImageHandler(
            @Reference(policyOption = ReferencePolicyOption.GREEDY) ImageService images,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) CatalogService catalogs,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) Forwarding forwarding) {
        super(forwarding, true, Mounts.IMAGE);
        this.images = images;
        this.catalogs = catalogs;
    }

    @Override
    protected Answer answer(Request request, String path, Forwardable forwardable, AccessRecord accessRecord) {
        return images.serve(call(request, path, forwardable, accessRecord, RequestOrigin.mayChange(request)));
    }

    @Override
    protected @Nullable Reply answerAtOnce(Request request, String path, AccessRecord accessRecord) {
        return images.serveAtOnce(call(request, path, Forwardable.NO, accessRecord, false));
    }

    @Override
    protected @Nullable Forward forwardAtOnce(
            Request request, String path, Forwardable forwardable, AccessRecord accessRecord) {
        return images.forwardAtOnce(call(request, path, forwardable, accessRecord, false));
    }

    private Call call(
            Request request, String path, Forwardable forwardable, AccessRecord accessRecord, boolean effects) {
        return new Call(
                path,
                request.getHttpURI().getQuery(),
                client(request),
                Instant.now().plus(PATIENCE),
                forwardable,
                catalogs.catalogs(),
                accessRecord,
                false,
                ClientHeaders.read(request.getHeaders(), accept),
                isRevalidation(request),
                effects,
                fault(request));
    }
}

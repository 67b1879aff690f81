package dev.understudy.content.handler;

import dev.understudy.catalog.CatalogService;
import dev.understudy.content.item.ContentService;
import dev.understudy.http.Forwarding;
import dev.understudy.http.Mounts;
import dev.understudy.http.ServingHandler;
import dev.understudy.observe.AccessRecord;
import dev.understudy.serve.Answer;
import dev.understudy.serve.ErrorRenderer;
import dev.understudy.serve.Forwardable;
import dev.understudy.source.SourceAccess;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Serves {@code /is/content}, and {@code /is/static}, as the reference calls it in places. */
@Component(
        service = Handler.class,
        property = {Mounts.MOUNT + "=" + Mounts.CONTENT, Mounts.MOUNT + "=" + Mounts.STATIC})
public final class ContentHandler extends ServingHandler {

    private final CatalogService catalogs;
    private final ContentService content;

    @Activate
    public ContentHandler(
            @Reference(policyOption = ReferencePolicyOption.GREEDY) CatalogService catalogs,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) SourceAccess sources,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) ErrorRenderer errors,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) Forwarding forwarding) {
        super(forwarding, true, Mounts.CONTENT, Mounts.STATIC);
        this.catalogs = catalogs;
        this.content = new ContentService(sources, errors);
    }

    @Override
    protected Answer answer(Request request, String path, Forwardable forwardable, AccessRecord accessRecord) {
        String query = request.getHttpURI().getQuery();
        return content.answer(
                path,
                query,
                client(request),
                catalogs.catalogs(),
                forwardable,
                isRevalidation(request),
                fault(request),
                accessRecord);
    }
}

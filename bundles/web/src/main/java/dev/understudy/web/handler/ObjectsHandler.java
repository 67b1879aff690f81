package dev.understudy.web.handler;

import dev.understudy.catalog.CatalogService;
import dev.understudy.http.DetailAccess;
import dev.understudy.http.Forwarding;
import dev.understudy.http.Mounts;
import dev.understudy.observe.AccessRecord;
import dev.understudy.serve.Answer;
import dev.understudy.serve.Forwardable;
import dev.understudy.web.listing.ObjectListing;
import dev.understudy.web.page.PageReplies;
import dev.understudy.web.settings.WebSettings;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Tells which catalogs and images there are, to clients that may see the details of the health. */
@Component(service = Handler.class, property = Mounts.MOUNT + "=" + ObjectsHandler.PATH)
public final class ObjectsHandler extends PagePart {

    static final String PATH = "/understudy/objects.json";

    private final DetailAccess access;
    private final CatalogService catalogs;

    @Activate
    public ObjectsHandler(
            @Reference(policyOption = ReferencePolicyOption.GREEDY) WebSettings settings,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) Forwarding forwarding,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) DetailAccess access,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) CatalogService catalogs) {
        super(forwarding, settings, PATH);
        this.access = access;
        this.catalogs = catalogs;
    }

    @Override
    Answer answerOn(Request request, String path, Forwardable forwardable, AccessRecord accessRecord) {
        if (!path.isEmpty()) {
            return notFound();
        }
        if (!access.allows(request)) {
            return refused();
        }
        try {
            String query = request.getHttpURI().getQuery();
            return PageReplies.json(
                    ObjectListing.of(catalogs.catalogs(), value(query, "catalog="), value(query, "find=")));
        } catch (IllegalArgumentException e) {
            return PageReplies.words(400, "The query cannot be read; allowed: catalog=NAME&find=TEXT, percent-encoded");
        }
    }

    private static String value(@Nullable String query, String start) {
        return Stream.of(query == null ? "" : query)
                .flatMap(whole -> Stream.of(whole.split("&")))
                .filter(part -> part.startsWith(start))
                .map(part -> URLDecoder.decode(part.substring(start.length()), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }
}

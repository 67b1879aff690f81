package dev.understudy.iiif.handler;

import dev.understudy.http.Forwarding;
import dev.understudy.http.ServingHandler;
import dev.understudy.iiif.serve.IiifCall;
import dev.understudy.iiif.serve.IiifService;
import dev.understudy.iiif.settings.IiifSettings;
import dev.understudy.observe.AccessRecord;
import dev.understudy.serve.Answer;
import dev.understudy.serve.Forwardable;
import dev.understudy.serve.Reply;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Serves the mount of the IIIF Image API. Scripts of all sites may read the answers, as the API wants it. */
public final class IiifHandler extends ServingHandler {

    /** As long as a connection may be silent: nobody waits longer for the first byte. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String LINKED_DATA = "application/ld+json";

    private final IiifService service;
    private final IiifSettings settings;

    public IiifHandler(IiifService service, IiifSettings settings, Forwarding forwarding) {
        super(forwarding, true, settings.mount());
        this.service = service;
        this.settings = settings;
    }

    @Override
    protected Answer answer(Request request, String path, Forwardable forwardable, AccessRecord accessRecord) {
        return service.answer(call(request, path, accessRecord));
    }

    @Override
    protected @Nullable Reply answerAtOnce(Request request, String path, AccessRecord accessRecord) {
        return service.answerAtOnce(call(request, path, accessRecord));
    }

    private IiifCall call(Request request, String path, AccessRecord accessRecord) {
        return new IiifCall(
                path,
                root(request),
                request.getHeaders().contains(HttpHeader.ACCEPT, LINKED_DATA),
                client(request),
                Instant.now().plus(PATIENCE),
                isRevalidation(request),
                fault(request),
                accessRecord);
    }

    /** The URL of the mount: the one that is set, else the one that the client used. */
    private String root(Request request) {
        if (!settings.url().isEmpty()) {
            return settings.url();
        }
        String scheme = request.isSecure() ? "https" : "http";
        String authority = request.getHttpURI().getAuthority();
        String host = authority == null ? request.getHeaders().get(HttpHeader.HOST) : authority;
        return scheme + "://" + host + settings.mount();
    }
}

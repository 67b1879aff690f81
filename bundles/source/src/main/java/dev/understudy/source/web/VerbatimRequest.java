package dev.understudy.source.web;

import java.net.URI;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.transport.HttpConversation;
import org.eclipse.jetty.client.transport.HttpRequest;
import org.jspecify.annotations.Nullable;

/** A request with the path and the query as they are written: Jetty's client would parse and refuse some. */
final class VerbatimRequest extends HttpRequest {

    private final String path;
    private final @Nullable String query;

    /**
     * A request.
     *
     * @param origin scheme, host and port
     * @param target path and query, as they are to be sent
     */
    VerbatimRequest(HttpClient client, String origin, String target) {
        super(client, new HttpConversation(), URI.create(origin));
        int question = target.indexOf('?');
        path = question < 0 ? target : target.substring(0, question);
        query = question < 0 ? null : target.substring(question + 1);
    }

    @Override
    public String getPath() {
        return path;
    }

    @Override
    public @Nullable String getQuery() {
        return query;
    }
}

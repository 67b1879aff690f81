package dev.understudy.source.web;

import dev.understudy.source.ForeignUrl;
import java.net.URI;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.transport.HttpConversation;
import org.eclipse.jetty.client.transport.HttpRequest;
import org.jspecify.annotations.Nullable;

/** A request for a foreign image, with the path and the query as they are written: Jetty's client would parse and refuse some. */
final class ForeignRequest extends HttpRequest {

    private final String path;
    private final @Nullable String query;

    ForeignRequest(HttpClient client, ForeignUrl url) {
        super(client, new HttpConversation(), URI.create(url.origin()));
        int question = url.target().indexOf('?');
        path = question < 0 ? url.target() : url.target().substring(0, question);
        query = question < 0 ? null : url.target().substring(question + 1);
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

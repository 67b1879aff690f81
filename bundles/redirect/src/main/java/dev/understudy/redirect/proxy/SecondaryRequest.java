package dev.understudy.redirect.proxy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.transport.HttpConversation;
import org.eclipse.jetty.client.transport.HttpRequest;
import org.eclipse.jetty.http.HttpURI;
import org.jspecify.annotations.Nullable;

/**
 * A request to the secondary server for the same path and query, byte for byte, even where they are no proper URI. The
 * client would otherwise take them apart and refuse what it cannot decode.
 */
final class SecondaryRequest extends HttpRequest {

    private final String path;
    private final @Nullable String query;

    /**
     * A new request.
     *
     * @param root of the secondary server
     * @param target names path and query; the server is the secondary, whatever it says
     */
    SecondaryRequest(HttpClient client, URI root, HttpURI target) {
        super(client, new HttpConversation(), root);
        this.path = bytesOf(target.getPath());
        this.query = target.getQuery() == null ? null : bytesOf(target.getQuery());
    }

    @Override
    public String getPath() {
        return path;
    }

    @Override
    public @Nullable String getQuery() {
        return query;
    }

    /** The client writes a byte for each char, the server has read UTF-8. */
    private static String bytesOf(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}

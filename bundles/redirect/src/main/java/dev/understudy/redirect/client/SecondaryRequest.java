package dev.understudy.redirect.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.transport.HttpConversation;
import org.eclipse.jetty.client.transport.HttpRequest;
import org.eclipse.jetty.http.HttpURI;
import org.jspecify.annotations.Nullable;

/**
 * A request to a secondary server for the same path and query, byte for byte, even if they are not a valid URI. Jetty's client
 * would otherwise parse them, and refuse what it cannot decode.
 */
public final class SecondaryRequest extends HttpRequest {

    private final String path;
    private final @Nullable String query;

    /**
     * Creates a request that has not been sent.
     *
     * @param root of the secondary server
     * @param target whose path and query are taken; its host is ignored
     */
    public SecondaryRequest(HttpClient client, URI root, HttpURI target) {
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

    /** Returns a text with a char for each byte of UTF-8: Jetty's server decodes UTF-8, its client writes a byte for each char. */
    private static String bytesOf(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}

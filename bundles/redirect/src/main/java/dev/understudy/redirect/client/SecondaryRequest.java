package dev.understudy.redirect.client;

import dev.understudy.http.RawTarget;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.transport.HttpConversation;
import org.eclipse.jetty.client.transport.HttpRequest;
import org.eclipse.jetty.server.Request;
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
     * @param target path and query, with a char for each byte
     */
    public SecondaryRequest(HttpClient client, URI root, String target) {
        super(client, new HttpConversation(), root);
        int question = target.indexOf('?');
        this.path = question < 0 ? target : target.substring(0, question);
        this.query = question < 0 ? null : target.substring(question + 1);
    }

    /** Returns the target of a request with a char for each of its bytes, as they came. */
    public static String target(Request request) {
        String raw = RawTarget.of(request);
        // Jetty's server decodes UTF-8, its client writes a byte for each char.
        return raw == null
                ? new String(
                        request.getHttpURI().getPathQuery().getBytes(StandardCharsets.UTF_8),
                        StandardCharsets.ISO_8859_1)
                : raw;
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

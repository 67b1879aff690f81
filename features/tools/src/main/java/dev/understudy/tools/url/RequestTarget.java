package dev.understudy.tools.url;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request as a client sends it, divided where the server divides it.
 *
 * @param mount {@code /is/image}, {@code /is/content}, or another one that the protocol has
 * @param path what follows the mount, still encoded, without the slash in between
 * @param query what follows the first question mark, still encoded; null for none
 */
public record RequestTarget(
        String mount, String path, @Nullable String query) {

    /** The mount of images. */
    public static final String IMAGE = "/is/image";

    /** The mount of static content. */
    public static final String CONTENT = "/is/content";

    /** The mount of rendered images, which is not served here. */
    public static final String RENDER = "/ir/render";

    private static final List<String> MOUNTS = List.of(IMAGE, CONTENT, RENDER, "/is/agm", "/is-viewers");

    private static final int ASCII = 0x7f;

    /**
     * Reads a URL, or what follows the host in one.
     *
     * @return empty when it is none of the protocol's requests
     */
    public static Optional<RequestTarget> of(String url) {
        String whole = encoded(withoutHost(url));
        int fragment = whole.indexOf('#');
        String target = fragment < 0 ? whole : whole.substring(0, fragment);
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        String query = question < 0 ? null : target.substring(question + 1);
        for (String mount : MOUNTS) {
            if (path.equals(mount)) {
                return Optional.of(new RequestTarget(mount, "", query));
            }
            if (path.startsWith(mount + "/")) {
                return Optional.of(new RequestTarget(mount, path.substring(mount.length() + 1), query));
            }
        }
        return Optional.empty();
    }

    /** The request as a client sends it. */
    @Override
    public String toString() {
        return mount + (path.isEmpty() ? "" : "/" + path) + (query == null ? "" : "?" + query);
    }

    private static String withoutHost(String url) {
        int scheme = url.indexOf("://");
        int start = scheme >= 0 && url.indexOf('/') > scheme ? scheme + 3 : url.startsWith("//") ? 2 : -1;
        if (start < 0) {
            return url;
        }
        int slash = url.indexOf('/', start);
        return slash < 0 ? "/" : url.substring(slash);
    }

    /** What is no ASCII, each char being a byte, comes to the server as though it had been encoded. */
    private static String encoded(String bytes) {
        if (bytes.chars().allMatch(c -> c <= ASCII)) {
            return bytes;
        }
        StringBuilder out = new StringBuilder(bytes.length() + 16);
        for (int i = 0; i < bytes.length(); i++) {
            char c = bytes.charAt(i);
            if (c <= ASCII) {
                out.append(c);
            } else {
                out.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return out.toString();
    }
}

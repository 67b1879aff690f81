package dev.understudy.serve;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.Secondary;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The secondary servers for the failed requests of a catalog; what the catalog does not set is left to the server.
 *
 * @param secondaries in the order in which they are asked; an empty list for none at all
 * @param connectTimeout until the request is on its way
 * @param socketTimeout until the answer begins, and between any two parts of it
 */
public record RedirectTarget(
        Optional<List<Secondary>> secondaries, Optional<Duration> connectTimeout, Optional<Duration> socketTimeout) {

    /** The target that leaves everything to the server. */
    public static final RedirectTarget OF_THE_SERVER =
            new RedirectTarget(Optional.empty(), Optional.empty(), Optional.empty());

    /** The target that the attributes of a catalog set. */
    public static RedirectTarget of(Catalog catalog) {
        return new RedirectTarget(
                catalog.get(Attributes.ERROR_REDIRECT_ROOT_URL),
                catalog.get(Attributes.ERROR_REDIRECT_CONNECT_TIMEOUT),
                catalog.get(Attributes.ERROR_REDIRECT_SOCKET_TIMEOUT));
    }
}

package dev.understudy.serve;

import dev.understudy.failure.Failure;
import java.util.function.Function;

/**
 * The order to send the request to the secondary server.
 *
 * @param cause why
 * @param target where to
 * @param shareable whether caches that serve several clients may keep the secondary's answer if the secondary lets them
 * @param onNoResponse makes the answer for when no secondary server can be had to answer, out of why that is; may block
 */
public record Forward(Failure cause, RedirectTarget target, boolean shareable, Function<Failure, Reply> onNoResponse)
        implements Answer {

    /** The order to forward a request that every client may make. */
    public Forward(Failure cause, RedirectTarget target, Function<Failure, Reply> onNoResponse) {
        this(cause, target, true, onNoResponse);
    }
}

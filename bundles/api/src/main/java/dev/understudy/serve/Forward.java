package dev.understudy.serve;

import dev.understudy.failure.Failure;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The order to send the request to the secondary server.
 *
 * @param cause why
 * @param target where to
 * @param shareable whether caches that serve several clients may keep the secondary's answer if the secondary lets them
 * @param varying the headers of the request whose other values could have made it another answer
 * @param onNoResponse makes the answer for when no secondary server can be had to answer, out of why that is; may block
 */
public record Forward(
        Failure cause,
        RedirectTarget target,
        boolean shareable,
        Set<NegotiatedHeader> varying,
        Function<Failure, Reply> onNoResponse)
        implements Answer {

    public Forward {
        varying = Set.copyOf(varying);
    }

    /** The order to forward a request that every client may make, and that is the same for all. */
    public Forward(Failure cause, RedirectTarget target, Function<Failure, Reply> onNoResponse) {
        this(cause, target, true, Set.of(), onNoResponse);
    }

    /** The same order, with another answer for when no secondary server can be had to answer, made out of that of this one. */
    public Forward withReplies(UnaryOperator<Reply> change) {
        return new Forward(cause, target, shareable, varying, why -> change.apply(onNoResponse.apply(why)));
    }

    @Override
    public Forward alsoVaryingBy(Set<NegotiatedHeader> headers) {
        Set<NegotiatedHeader> all = new HashSet<>(varying);
        all.addAll(headers);
        return new Forward(
                cause, target, shareable, all, why -> onNoResponse.apply(why).alsoVaryingBy(headers));
    }
}

package dev.understudy.serve;

import dev.understudy.failure.Failure;
import java.util.function.Function;

/**
 * The order to send the request to the secondary server.
 *
 * @param cause why
 * @param target where to
 * @param onNoResponse makes the answer for when no secondary server can be had to answer, out of why that is; may block
 */
public record Forward(Failure cause, RedirectTarget target, Function<Failure, Reply> onNoResponse) implements Answer {}

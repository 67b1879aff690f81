package dev.understudy.serve;

import dev.understudy.failure.Failure;
import java.util.function.Function;

/**
 * The request is to be sent to the secondary server.
 *
 * @param cause why
 * @param textError makes the text answer for when the secondary cannot be reached, in the form that the request asked for
 */
public record Forward(Failure cause, Function<Failure, Reply> textError) implements Answer {}

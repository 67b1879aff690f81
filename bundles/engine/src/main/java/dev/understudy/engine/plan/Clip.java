package dev.understudy.engine.plan;

import org.jspecify.annotations.Nullable;

/**
 * What is seen of a layer or of the composite; all else is transparent.
 *
 * @param inside {@code clipPath=}: what lies within is seen; null for everything
 * @param outside {@code clipXPath=}: what lies within is not; null for nothing
 */
public record Clip(@Nullable ClipPath inside, @Nullable ClipPath outside) {

    /** All of it. */
    public static final Clip NONE = new Clip(null, null);
}

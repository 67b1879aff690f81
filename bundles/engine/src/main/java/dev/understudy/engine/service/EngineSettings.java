package dev.understudy.engine.service;

import dev.understudy.engine.render.RenderLimits;
import dev.understudy.serve.ReplyCache;
import java.time.Duration;

/**
 * The settings of the engine.
 *
 * @param limits what a request may ask for
 * @param deadline how long a request may take
 * @param validationInterval how long a kept picture is served before its sources are looked at again
 * @param rendersAtOnce pictures made at a time
 */
public record EngineSettings(RenderLimits limits, Duration deadline, Duration validationInterval, int rendersAtOnce) {

    private static final long MEGA = 1_000_000;
    private static final long MEBI = 1 << 20;

    public EngineSettings {
        require(!deadline.isNegative() && !deadline.isZero(), "deadline", "milliseconds above 0", deadline.toMillis());
        require(
                !validationInterval.isNegative() && validationInterval.compareTo(ReplyCache.Kept.TRUST) <= 0,
                "cache.validationInterval",
                "milliseconds from 0 to " + ReplyCache.Kept.TRUST.toMillis(),
                validationInterval.toMillis());
        require(rendersAtOnce > 0, "renders", "an integer above 0", rendersAtOnce);
    }

    /**
     * Settings as they are configured.
     *
     * @param maxRenderRgnPixels {@code IS::MaxRenderRgnPixels}, millions of pixels
     * @param maxNonDsfSize {@code IS::MaxNonDsfSize}, millions of pixels
     * @param maxMessageSize {@code IS::MaxMessageSize}, megabytes
     * @param deadline milliseconds
     * @param validationInterval milliseconds
     * @param renders pictures made at a time, 0 for as many as there are processors, 2 at least
     * @throws IllegalArgumentException when one of them is out of range; the message names it
     */
    public static EngineSettings of(
            int maxRenderRgnPixels,
            int maxNonDsfSize,
            int maxMessageSize,
            int deadline,
            int validationInterval,
            int renders) {
        require(maxRenderRgnPixels > 0, "MaxRenderRgnPixels", "millions of pixels above 0", maxRenderRgnPixels);
        require(maxNonDsfSize > 0, "MaxNonDsfSize", "millions of pixels above 0", maxNonDsfSize);
        require(maxMessageSize > 0, "MaxMessageSize", "megabytes above 0", maxMessageSize);
        int atOnce = renders == 0 ? Math.max(2, Runtime.getRuntime().availableProcessors()) : renders;
        return new EngineSettings(
                new RenderLimits(maxRenderRgnPixels * MEGA, maxNonDsfSize * MEGA, maxMessageSize * MEBI),
                Duration.ofMillis(deadline),
                Duration.ofMillis(validationInterval),
                atOnce);
    }

    private static void require(boolean right, String setting, String allowed, long value) {
        if (!right) {
            throw new IllegalArgumentException(
                    "dev.understudy.engine: " + setting + " is " + value + "; allowed: " + allowed);
        }
    }
}

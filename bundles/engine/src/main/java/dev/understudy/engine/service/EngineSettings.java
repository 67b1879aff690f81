package dev.understudy.engine.service;

import dev.understudy.engine.gate.WorkLimits;
import dev.understudy.engine.render.RenderLimits;
import dev.understudy.serve.ReplyCache;
import java.time.Duration;

/**
 * The settings of the engine.
 *
 * @param limits what a request may ask for
 * @param work how much is done for all requests at a time
 * @param deadline how long a request may take, waiting and stand-ins included
 * @param validationInterval how long a kept image is served before its sources are looked at again
 */
public record EngineSettings(RenderLimits limits, WorkLimits work, Duration deadline, Duration validationInterval) {

    private static final long MEGA = 1_000_000;
    private static final long MEBI = 1 << 20;

    /** What is left of the heap is for catalogs, the cache, connections, and what nobody thought of. */
    private static final double SHARE_OF_HEAP = 0.6;

    private static final int MOST_RENDERS = 1_000;
    private static final int MOST_PLACES = 100_000;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /**
     * Settings as they are configured.
     *
     * @param maxRenderRgnPixels {@code IS::MaxRenderRgnPixels}, millions of pixels
     * @param maxNonDsfSize {@code IS::MaxNonDsfSize}, millions of pixels
     * @param maxMessageSize {@code IS::MaxMessageSize}, megabytes
     * @param renders images made at a time; 0 for as many as there are processors, 2 at least
     * @param queue requests that may be at work or wait
     * @param memory megabytes that images may take while they are made; 0 for a share of the heap
     * @param deadline milliseconds
     * @param validationInterval milliseconds
     */
    public record Configured(
            int maxRenderRgnPixels,
            int maxNonDsfSize,
            int maxMessageSize,
            int renders,
            int queue,
            int memory,
            int deadline,
            int validationInterval) {}

    /**
     * Settings as they are configured.
     *
     * @param heap bytes of the largest heap that there can be
     * @throws IllegalArgumentException when one of them is out of range; the message names it
     */
    public static EngineSettings of(Configured configured, long heap) {
        int largest = Integer.MAX_VALUE;
        require("MaxRenderRgnPixels", "millions of pixels", configured.maxRenderRgnPixels(), 1, largest);
        require("MaxNonDsfSize", "millions of pixels", configured.maxNonDsfSize(), 1, largest);
        require("MaxMessageSize", "megabytes", configured.maxMessageSize(), 1, largest);
        require("renders", "images at a time, 0 for one a processor,", configured.renders(), 0, MOST_RENDERS);
        require("queue", "requests", configured.queue(), 1, MOST_PLACES);
        require("memory", "megabytes, 0 for a share of the heap,", configured.memory(), 0, heap / MEBI);
        require("deadline", "milliseconds", configured.deadline(), 1, LONGEST.toMillis());
        require(
                "cache.validationInterval",
                "milliseconds",
                configured.validationInterval(),
                0,
                ReplyCache.CachedReply.MAX_UNVALIDATED_AGE.toMillis());
        return new EngineSettings(
                new RenderLimits(
                        configured.maxRenderRgnPixels() * MEGA,
                        configured.maxNonDsfSize() * MEGA,
                        configured.maxMessageSize() * MEBI),
                new WorkLimits(permits(configured.renders()), configured.queue(), memory(configured.memory(), heap)),
                Duration.ofMillis(configured.deadline()),
                Duration.ofMillis(configured.validationInterval()));
    }

    private static int permits(int renders) {
        return renders == 0 ? Math.max(2, Runtime.getRuntime().availableProcessors()) : renders;
    }

    private static long memory(int megabytes, long heap) {
        return megabytes == 0 ? (long) (heap * SHARE_OF_HEAP) : megabytes * MEBI;
    }

    private static void require(String setting, String what, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("dev.understudy.engine: " + setting + " is " + value + "; allowed: "
                    + what + " from " + least + " to " + most);
        }
    }
}

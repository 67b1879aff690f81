package dev.understudy.engine.quarantine;

import dev.understudy.failure.Failure;
import dev.understudy.image.Region;
import dev.understudy.observe.Quarantine;
import dev.understudy.observe.Recency;
import dev.understudy.source.Stamp;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a source that failed.
 *
 * @param stamp the state that failed
 * @param region the part of the image that failed, null for all of it
 * @param step where
 * @param failure how
 * @param since when it did first
 * @param settled whether the file had rested before, so that an equal stamp does mean the same bytes
 * @param givenUp when it was given up because it took too long, so that it is to be tried again after a while; null for damage
 * @param asked requests so far
 */
record FailedSource(
        Stamp stamp,
        @Nullable Region region,
        DecodingStage step,
        Failure failure,
        Instant since,
        boolean settled,
        @Nullable Instant givenUp,
        long asked) {

    /** How long what took too long is left alone; briefly, since it may have been the server's fault. */
    private static final Duration REST = Duration.ofMinutes(10);

    /** Whether the same state of the file, wanted up to a step, will fail like this. */
    boolean foretells(DecodingStage goal, Instant now) {
        return settled && step.compareTo(goal) <= 0 && (givenUp == null || Recency.isRecent(givenUp, REST, now));
    }

    /** What is known once the source has failed again, or would have if it had been tried. */
    FailedSource followedBy(FailedSource later) {
        return later.stamp.equals(stamp)
                ? new FailedSource(
                        stamp, region, later.step, later.failure, since, later.settled, later.givenUp, asked + 1)
                : later;
    }

    Quarantine.QuarantinedSource entry() {
        String message = region == null ? failure.message() : failure.message() + " (only " + named(region) + ")";
        return new Quarantine.QuarantinedSource(stamp.key().toString(), failure.kind(), message, since, asked);
    }

    /** A part of an image, for people. */
    static String named(Region region) {
        return "the part of " + region.width() + " x " + region.height() + " pixels at " + region.x() + ","
                + region.y();
    }
}

package dev.understudy.engine.quarantine;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.source.Source;
import java.util.EnumSet;
import java.util.Set;

/**
 * Tells failures of foreign images from those of own ones: whatever is wrong with one, no secondary server and no default image
 * stands in for it.
 *
 * <p>Source: the reference's pages on defaultImage, and on redirect on error.
 */
public final class ForeignFailures {

    private static final Set<FailureKind> OF_THE_IMAGE = EnumSet.of(
            FailureKind.SOURCE_CORRUPT,
            FailureKind.SOURCE_UNREADABLE,
            FailureKind.SOURCE_UNSUPPORTED,
            FailureKind.SVG_UNSUPPORTED,
            FailureKind.PROFILE_CORRUPT);

    private ForeignFailures() {}

    /** The same failure, as one of a foreign image if the source is one and to blame. */
    public static ServeException of(Source source, ServeException e) {
        boolean foreign = source.stamp().key().isForeign()
                && OF_THE_IMAGE.contains(e.failure().kind());
        return foreign ? new ServeException(new Failure.Foreign(e.failure().message(), e)) : e;
    }
}

package dev.understudy.observe;

import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hears what the server does while it serves. A service of this type is told from when it is registered until it is gone; without any,
 * nothing is measured for it. The threads that serve requests call it, so an implementation neither blocks nor throws: one that throws
 * is told no more.
 */
@ConsumerType
public interface ServingListener {

    /**
     * Called when a request has ended, whatever came of it, unless its client took it back ({@link #onCanceledRequest}).
     *
     * @param method as the client has sent it
     * @param mount the path that the handler is mounted at, such as {@code /is/image}; empty for requests under no mount
     * @param status the status of the answer
     * @param nanos nanoseconds from the first byte of the request to the end of the answer
     * @param accessRecord what is known of it; null when no handler of this house has answered
     */
    default void onRequest(String method, String mount, int status, long nanos, @Nullable AccessRecord accessRecord) {}

    /** Called when a client has taken a request back before any work on it had begun, as HTTP/2 lets it. */
    default void onCanceledRequest() {}

    /**
     * Called when a step of making an image has ended well.
     *
     * @param step what was done
     * @param format lower-case name of a format: of the source for {@link WorkStep#DECODE}, of the reply for all others; empty for
     *     {@link WorkStep#WAIT}
     * @param nanos how long it took, in nanoseconds
     * @param pixels the pixels that came out of it; 0 for steps that make none
     */
    default void onWork(WorkStep step, String format, long nanos, long pixels) {}

    /** The steps of making an image. */
    enum WorkStep {
        /** A task waited for its turn. */
        WAIT,
        /** The sources were opened, their heads read, the layers laid out, the memory reserved. */
        OPEN,
        /** The layers were decoded, drawn and composed. */
        DRAW,
        /** The reply was written in its format. */
        ENCODE,
        /** A source, or a part of one, was decoded; for a request this is a part of {@link #DRAW}. */
        DECODE
    }
}

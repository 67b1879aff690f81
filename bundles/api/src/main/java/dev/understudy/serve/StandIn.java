package dev.understudy.serve;

import dev.understudy.failure.FailureKind;

/**
 * The note on an answer that is not what was asked for.
 *
 * @param kind what stands in
 * @param cause the first failure
 */
public record StandIn(Kind kind, FailureKind cause) {

    /** The response header that carries it. */
    public static final String HEADER = "Understudy-StandIn";

    /** The rungs of the ladder. */
    public enum Kind {
        SECONDARY("secondary"),
        /** The image as it was when its sources were last known to be good. */
        STALE("stale"),
        DEFAULT_IMAGE("default-image"),
        ERROR_IMAGE("error-image"),
        TEXT("text");

        private final String token;

        Kind(String token) {
            this.token = token;
        }

        /** The word for it in the header. */
        public String token() {
            return token;
        }
    }

    /** The header's value: {@code text; code=source.missing}. */
    public String headerValue() {
        return kind.token + "; code=" + cause.code();
    }
}

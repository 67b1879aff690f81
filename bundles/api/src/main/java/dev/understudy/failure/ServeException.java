package dev.understudy.failure;

/**
 * Carries a failure to the one place that answers it. There is no stack trace, which would cost more than many an answer: the
 * failure says what went wrong, and its cause where.
 */
public final class ServeException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public ServeException(Failure failure) {
        super(failure.kind().code() + ": " + failure.message(), failure.cause(), true, false);
        this.failure = failure;
    }

    /** The failure that the exception carries. */
    public Failure failure() {
        return failure;
    }
}

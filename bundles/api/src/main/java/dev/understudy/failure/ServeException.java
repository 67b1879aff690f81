package dev.understudy.failure;

/** Carries a failure to the one place that answers it. */
public final class ServeException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public ServeException(Failure failure) {
        super(failure.kind().code() + ": " + failure.message(), failure.cause());
        this.failure = failure;
    }

    /** Why. */
    public Failure failure() {
        return failure;
    }
}

package dev.understudy.failure;

/**
 * The category of error in the access log, {@code %{ProcessingStatus}r}.
 *
 * <p>Source: the reference's page on access logging.
 */
public enum ProcessingStatus {
    OK(0),
    NOT_FOUND(1),
    CONTENT_OR_USAGE(2),
    SERVER(3),
    OVERLOAD(4);

    private final int number;

    ProcessingStatus(int number) {
        this.number = number;
    }

    /** The number that is logged. */
    public int number() {
        return number;
    }
}

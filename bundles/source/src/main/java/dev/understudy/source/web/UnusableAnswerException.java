package dev.understudy.source.web;

import java.io.IOException;

/** An answer of a foreign server that is no image to be used. */
final class UnusableAnswerException extends IOException {

    private static final long serialVersionUID = 1L;

    private static final int SERVER_ERRORS = 500;
    private static final int TOO_MANY_REQUESTS = 429;

    private final boolean passing;

    private UnusableAnswerException(String message, boolean passing) {
        super(message);
        this.passing = passing;
    }

    /** An answer with another status than is wanted. */
    static UnusableAnswerException ofStatus(int status) {
        boolean redirect = status / 100 == 3;
        return new UnusableAnswerException(
                "its server answered " + status
                        + (redirect
                                ? ", a redirect, which is not followed; the URL that it leads to is to be used"
                                : ""),
                status >= SERVER_ERRORS || status == TOO_MANY_REQUESTS);
    }

    /** An answer that something has not changed which nobody asked about. */
    static UnusableAnswerException unasked() {
        return new UnusableAnswerException(
                "its server answered 304, though it was not asked whether the image has changed", false);
    }

    /** An answer in a coding that is not known here. */
    static UnusableAnswerException encoded(String coding) {
        return new UnusableAnswerException(
                "its server encoded it as '" + coding + "'; allowed: gzip, or not at all", false);
    }

    /** Whether the server may be well again soon, with the same image. */
    boolean isPassing() {
        return passing;
    }
}

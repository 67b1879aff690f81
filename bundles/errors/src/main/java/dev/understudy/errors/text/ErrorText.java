package dev.understudy.errors.text;

import dev.understudy.failure.Failure;
import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * The text about a failure at a level of {@code attribute::ErrorDetail}.
 *
 * @param code the failure's code, such as {@code source.missing}
 * @param title a short description
 * @param message the title again at detail 0 and 1, which the public may see; more above
 */
record ErrorText(String code, String title, String message) {

    private static final int MESSAGE = 2;
    private static final int STACK_TRACE = 3;

    static ErrorText of(Failure failure, int detail) {
        String title = failure.kind().title();
        return new ErrorText(failure.kind().code(), title, message(failure, title, detail));
    }

    /** The text for images, which never show a stack trace. */
    static ErrorText withoutStackTrace(Failure failure, int detail) {
        return of(failure, Math.min(detail, MESSAGE));
    }

    private static String message(Failure failure, String title, int detail) {
        if (detail < MESSAGE) {
            return title;
        }
        Throwable cause = failure.cause();
        return detail < STACK_TRACE || cause == null ? failure.message() : failure.message() + "\n" + stackTrace(cause);
    }

    private static String stackTrace(Throwable cause) {
        StringWriter trace = new StringWriter();
        cause.printStackTrace(new PrintWriter(trace, true));
        return trace.toString();
    }
}

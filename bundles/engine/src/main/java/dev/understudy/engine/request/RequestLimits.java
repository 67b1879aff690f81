package dev.understudy.engine.request;

import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;

/** How much one request may ask for. The reference has no such limits; these are far above what templates in use need. */
final class RequestLimits {

    /** Chars of a query with its macros, modifiers and variables filled in. */
    static final int QUERY_LENGTH = 65_536;
    /** Commands and variables of one request. */
    static final int COMMANDS = 4096;
    /** Layers of one request, their effects among them. */
    static final int LAYERS = 256;
    /** Macros within macros. */
    static final int MACRO_DEPTH = 16;
    /** Requests within requests. */
    static final int NESTING_DEPTH = 8;
    /** Requests in all. */
    static final int REQUESTS = 64;

    private RequestLimits() {}

    static void check(String what, long size, long limit) throws ServeException {
        if (size > limit) {
            throw new ServeException(new Failure.TooLarge(what + " (" + size + ")", "the limit of " + limit));
        }
    }
}

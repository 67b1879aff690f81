package dev.understudy.itest.conformance;

import java.io.IOException;

/** One thing that must be true of an answer. */
interface Check {

    /** Fails with an {@link AssertionError} that says what is so instead. */
    void verify(HttpExchange exchange) throws IOException;
}

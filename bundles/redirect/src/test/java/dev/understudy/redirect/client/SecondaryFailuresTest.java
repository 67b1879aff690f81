package dev.understudy.redirect.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import java.io.EOFException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What is told of the exceptions of Jetty's client. */
class SecondaryFailuresTest {

    @Test
    void aClosedConnectionIsToldWithoutTheClientsState() {
        Failure failure = SecondaryFailures.of(new EOFException("Connection@1a{l=/10.0.0.1:5,r=/10.0.0.2:80}"), true);
        assertEquals(FailureKind.SECONDARY_BROKEN, failure.kind());
        assertEquals("The secondary server's answer is broken: it closed the connection", failure.message());
    }

    @Test
    void otherExceptionsTellWhatTheyAre() {
        assertEquals(
                "The secondary server cannot be reached: java.io.IOException: no route",
                SecondaryFailures.of(new IOException("no route"), false).message());
    }
}

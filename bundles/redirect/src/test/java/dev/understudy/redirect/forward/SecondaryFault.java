package dev.understudy.redirect.forward;

import dev.understudy.failure.FailureKind;
import java.io.IOException;
import java.time.Duration;

/**
 * A row of the table of secondary faults, or one of several ways to it.
 *
 * @param row the row's number, and a letter for the way
 * @param words what the secondary server does
 * @param opening makes such a server
 * @param headers of the request, besides those that all have
 * @param outcome what the client gets
 */
record SecondaryFault(String row, String words, Opening opening, String headers, Outcome outcome) {

    /** Makes a server. */
    @FunctionalInterface
    interface Opening {
        FaultServer open() throws IOException;
    }

    /** What the client gets. */
    sealed interface Outcome {

        /** Returns how long the answer may take, and must take, for timeouts. */
        Time time();

        /** A text error made by this server. */
        record Failed(FailureKind kind, int status, Time time) implements Outcome {}

        /** The answer of the secondary server, with its headers. */
        record Passed(int status, String body) implements Outcome {
            @Override
            public Time time() {
                return Time.AT_ONCE;
            }
        }

        /** The beginning of the answer of the secondary server, and no orderly end. */
        record Cut(FailureKind kind, String body, Time time) implements Outcome {}
    }

    /** How long a request takes with the settings of {@link SecondaryFaultsTest}. */
    enum Time {
        AT_ONCE(0, 0),
        CONNECT_TIMEOUT(800, 250),
        SOCKET_TIMEOUT(600, 250),
        TOTAL_TIMEOUT(2500, 250);

        private final long millis;
        private final long more;

        Time(long millis, long more) {
            this.millis = millis;
            this.more = more;
        }

        /** Returns the setting. */
        Duration duration() {
            return Duration.ofMillis(millis);
        }

        /** Returns the allowed maximum, in milliseconds. */
        long atMost() {
            return millis + more;
        }
    }

    /** Returns the same fault with these headers in the request, each with its line end. */
    SecondaryFault asked(String newHeaders) {
        return new SecondaryFault(row, words, opening, newHeaders, outcome);
    }

    @Override
    public String toString() {
        return row + ": " + words;
    }
}

package dev.understudy.redirect.settings;

import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * How long a forward may take. The time in which the client does not take what has arrived counts for none of these.
 *
 * @param connect until the request has a connection
 * @param socket until the answer begins, and between any two parts of it
 * @param grace how much longer than {@code socket} a whole answer may take at least
 */
public record Timeouts(Duration connect, Duration socket, Duration grace) {

    private static final Duration GRACE = Duration.ofSeconds(5);

    /** The time for which clients that read slowly may hold a connection to the secondary server. */
    private static final Duration CLIENT_WAIT = Duration.ofSeconds(60);

    public Timeouts(Duration connect, Duration socket) {
        this(connect, socket, GRACE);
    }

    /** Returns the time from beginning to end, however many servers are asked. */
    public Duration total() {
        return Stream.of(socket.multipliedBy(2), socket.plus(grace), socket.plus(connect))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Returns the time from beginning to end with a client that reads slowly. */
    public Duration longest() {
        return total().plus(CLIENT_WAIT);
    }
}

package dev.understudy.redirect.settings;

import java.time.Duration;

/**
 * How long a forward may take.
 *
 * @param connect until the request has a connection
 * @param socket until the answer begins, and between any two parts of it
 * @param leastTotal from beginning to end, unless four times {@code socket} is more
 */
public record Timeouts(Duration connect, Duration socket, Duration leastTotal) {

    private static final Duration LEAST_TOTAL = Duration.ofSeconds(30);

    public Timeouts(Duration connect, Duration socket) {
        this(connect, socket, LEAST_TOTAL);
    }

    /** Returns the time from beginning to end, however many servers are asked. */
    public Duration total() {
        Duration total = socket.multipliedBy(4);
        return total.compareTo(leastTotal) < 0 ? leastTotal : total;
    }
}

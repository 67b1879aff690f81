package dev.understudy.redirect.proxy;

import java.time.Duration;

/**
 * How long a forward may take.
 *
 * @param connect until the request is on its way
 * @param socket until the answer begins, and between any two parts of it
 */
record Timeouts(Duration connect, Duration socket) {

    private static final Duration LEAST_TOTAL = Duration.ofSeconds(30);

    /** From first to last, however many servers are asked. */
    Duration total() {
        Duration total = socket.multipliedBy(4);
        return total.compareTo(LEAST_TOTAL) < 0 ? LEAST_TOTAL : total;
    }
}

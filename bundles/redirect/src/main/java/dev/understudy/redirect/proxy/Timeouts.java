package dev.understudy.redirect.proxy;

import java.time.Duration;

/**
 * How long a forward may take.
 *
 * @param connect until the request is on its way
 * @param socket until the answer begins, and between any two parts of it
 * @param leastTotal from first to last, unless four times the silence is more
 */
record Timeouts(Duration connect, Duration socket, Duration leastTotal) {

    private static final Duration LEAST_TOTAL = Duration.ofSeconds(30);

    Timeouts(Duration connect, Duration socket) {
        this(connect, socket, LEAST_TOTAL);
    }

    /** From first to last, however many servers are asked. */
    Duration total() {
        Duration total = socket.multipliedBy(4);
        return total.compareTo(leastTotal) < 0 ? leastTotal : total;
    }
}

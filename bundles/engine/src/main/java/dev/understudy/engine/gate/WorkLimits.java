package dev.understudy.engine.gate;

/**
 * How much work is done at a time.
 *
 * @param permits tasks at a time; one more for whoever has none
 * @param maxRequests requests that may be there at a time, at work or waiting
 * @param memory bytes that all tasks together may take
 */
public record WorkLimits(int permits, int maxRequests, long memory) {

    public WorkLimits {
        if (permits < 1 || maxRequests < 1 || memory < 1) {
            throw new IllegalArgumentException("a limit below 1");
        }
    }

    /** Bytes that may be taken when a tenant that has some already wants more: the rest is left for another's first task. */
    long memoryOfOne() {
        return memory - memory / 4;
    }

    /** Tasks that may be given up while they go on regardless, and still be replaced. */
    int maxAbandoned() {
        return permits;
    }
}

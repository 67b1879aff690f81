package dev.understudy.engine.work;

/**
 * What requests leave over at a moment.
 *
 * @param idle whether no request is at work or waits for its turn
 * @param processors processors that no request uses; may be below 0
 * @param memory bytes that no request has reserved
 */
public record SpareCapacity(boolean idle, int processors, long memory) {}

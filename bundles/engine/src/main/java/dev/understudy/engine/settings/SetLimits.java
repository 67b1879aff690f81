package dev.understudy.engine.settings;

/**
 * How much one reply about a set may say.
 *
 * @param nesting how many sets may be within one another
 * @param brochures how many pages of page sets are told of with all that their records say
 */
public record SetLimits(int nesting, int brochures) {}

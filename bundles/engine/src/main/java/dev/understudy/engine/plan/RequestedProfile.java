package dev.understudy.engine.plan;

import dev.understudy.source.SourceKey;

/**
 * The color profile that {@code icc=} names.
 *
 * @param name as the request has it, for messages
 * @param file the file that it stands for
 */
public record RequestedProfile(String name, SourceKey file) {}

package dev.understudy.catalog.snapshot;

/**
 * A macro as its file has it.
 *
 * @param name compared without regard to case
 * @param definition commands separated by {@code &}
 * @param line where it is in the file
 */
public record Macro(String name, String definition, int line) {}

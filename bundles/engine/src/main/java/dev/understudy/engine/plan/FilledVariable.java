package dev.understudy.engine.plan;

/**
 * The value of a variable that is filled into a vector image.
 *
 * @param name in lower case, without dollar signs
 * @param value in plain text
 */
public record FilledVariable(String name, String value) {}

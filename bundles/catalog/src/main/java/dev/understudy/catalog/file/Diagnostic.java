package dev.understudy.catalog.file;

/**
 * Something wrong in a file.
 *
 * @param line from 1; 0 when no line is to blame
 * @param message what is wrong and what is allowed
 * @param fatal whether the file cannot be used
 */
public record Diagnostic(int line, String message, boolean fatal) {}

package dev.understudy.catalog;

/**
 * An attribute's value as an operator wrote it, and where.
 *
 * @param text the value as written
 * @param place the file's own name with the line, {@code shop.ini:12}, or the configuration's PID
 */
public record AttributeSource(String text, String place) {}

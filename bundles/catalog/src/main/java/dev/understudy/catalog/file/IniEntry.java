package dev.understudy.catalog.file;

/**
 * A record of an attribute file or a property of a configuration.
 *
 * @param name the attribute's name as written
 * @param value as written, without white space around it or quotation marks
 * @param line from 1; 0 when there are no lines
 */
public record IniEntry(String name, String value, int line) {}

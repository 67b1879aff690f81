package dev.understudy.catalog;

/**
 * How a value is written.
 *
 * @param <T> what it becomes
 */
public interface Syntax<T> {

    /**
     * Reads a value.
     *
     * @throws IllegalArgumentException when it is not of this syntax
     */
    T parse(String text);

    /** What is allowed, for error messages and the generated tables: {@code an integer of 0 or more}. */
    String allowed();
}

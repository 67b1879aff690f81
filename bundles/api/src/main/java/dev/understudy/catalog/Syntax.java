package dev.understudy.catalog;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * How a value is written.
 *
 * @param <T> what it becomes
 */
@ConsumerType
public interface Syntax<T> {

    /**
     * Reads a value.
     *
     * @throws IllegalArgumentException when it is not of this syntax
     */
    T parse(String text);

    /** The allowed values in words, for error messages and the generated tables: {@code an integer of 0 or more}. */
    String allowed();

    /**
     * Whether a value outside the syntax counts as an empty one, which the reference says of flags and times, and we of what images
     * can be served without; otherwise it is an error.
     */
    default boolean lenient() {
        return false;
    }
}

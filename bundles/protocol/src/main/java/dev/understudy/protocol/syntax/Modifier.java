package dev.understudy.protocol.syntax;

/**
 * One modifier of a query: a command, a variable or a macro, perhaps with a value.
 *
 * @param text the whole modifier, still encoded
 */
public record Modifier(String text) {

    /** The decoded text before the equals sign; all of it where there is no such sign. */
    public String name() {
        return PercentCoding.decode(hasValue() ? text.substring(0, text.indexOf('=')) : text);
    }

    /** Whether there is an equals sign. */
    public boolean hasValue() {
        return text.indexOf('=') >= 0;
    }

    /** The text after the equals sign, still encoded; empty where there is no such sign. */
    public String rawValue() {
        return hasValue() ? text.substring(text.indexOf('=') + 1) : "";
    }

    /** The decoded value. */
    public String value() {
        return PercentCoding.decodeValue(rawValue());
    }
}

package dev.understudy.codec.svg.value;

/** A value is not what it should be; whoever knows whose it is refuses it by name. */
public final class ValueException extends Exception {

    private static final long serialVersionUID = 1L;

    ValueException(String message) {
        super(message, null, false, false);
    }
}

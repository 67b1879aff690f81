package dev.understudy.source;

import java.io.IOException;
import java.io.InputStream;

/**
 * What a store says of an object.
 *
 * @param state whether there is one
 * @param length bytes of the whole object; -1 when the store does not say
 * @param tag the entity tag of its state, as the store writes it; empty for none
 * @param modified when it was last changed, milliseconds since 1970; 0 when the store does not say
 * @param parts whether the store sends parts of it; one that does not answers a request for a part without a body
 * @param body the bytes that were asked for; empty unless it is present
 */
public record StoredObject(State state, long length, String tag, long modified, boolean parts, InputStream body)
        implements AutoCloseable {

    /** Whether there is an object. */
    public enum State {
        PRESENT,
        /** The object is as it is known. */
        UNCHANGED,
        /** The object is no longer in the state that is required. */
        CHANGED,
        MISSING,
        /** The store does not tell whether there is one. */
        FORBIDDEN
    }

    /** An object without a body. */
    public static StoredObject of(State state) {
        return new StoredObject(state, -1, "", 0, false, InputStream.nullInputStream());
    }

    /** Ends reading, be it at the end or not; never throws. */
    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            // what was read has been counted by whoever read it
        }
    }
}

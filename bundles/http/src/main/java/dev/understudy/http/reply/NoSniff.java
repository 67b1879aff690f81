package dev.understudy.http.reply;

import dev.understudy.http.field.FieldEncoders;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;

/** Tells browsers to take every answer for what its media type says, whatever its bytes look like. */
public final class NoSniff {

    static final String NAME = "X-Content-Type-Options";
    static final String VALUE = "nosniff";

    private static final HttpField FIELD = FieldEncoders.field(NAME, VALUE);

    private NoSniff() {}

    /** Adds the header to an answer. */
    public static void mark(HttpFields.Mutable headers) {
        headers.put(FIELD);
    }
}

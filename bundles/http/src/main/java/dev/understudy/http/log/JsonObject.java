package dev.understudy.http.log;

import dev.understudy.observe.LogText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An object of JSON that is being written in ASCII, whatever is in its values. Members without a value are left out. */
final class JsonObject {

    private static final char REPLACEMENT = '\ufffd';
    private static final char DELETE = 0x7f;
    private static final int MILLI_DIGITS = 3;
    private static final String DIGITS = "0123456789abcdef";

    private final LineBuffer line;
    private boolean empty = true;

    private JsonObject(LineBuffer line) {
        this.line = line;
    }

    /** Begins an object. */
    static JsonObject begin(LineBuffer line) {
        line.octet('{');
        return new JsonObject(line);
    }

    /** Ends the object. */
    void end() {
        line.octet('}');
    }

    /** Adds text, of which no more is written than the log takes of a value; left out when null or empty. */
    void text(String key, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            key(key);
            string(LogText.cut(value));
        }
    }

    /** Adds a number; left out when it is negative. */
    void number(String key, long value) {
        if (value >= 0) {
            key(key);
            line.number(value);
        }
    }

    /** Adds a time in milliseconds, to the microsecond; left out when it is negative. */
    void millis(String key, long nanos) {
        if (nanos >= 0) {
            long micros = TimeUnit.NANOSECONDS.toMicros(nanos);
            key(key);
            line.number(micros / TimeUnit.MILLISECONDS.toMicros(1));
            line.octet('.');
            line.digits(micros % TimeUnit.MILLISECONDS.toMicros(1), MILLI_DIGITS);
        }
    }

    /** Adds a truth; left out when false. */
    void flag(String key, boolean value) {
        if (value) {
            key(key);
            line.raw("true".getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Adds an array of texts; left out when it is empty. */
    void list(String key, List<String> values) {
        if (values.isEmpty()) {
            return;
        }
        key(key);
        char before = '[';
        for (String value : values) {
            line.octet(before);
            string(LogText.cut(value));
            before = ',';
        }
        line.octet(']');
    }

    /** Keys are our own and need no escapes. */
    private void key(String key) {
        if (!empty) {
            line.octet(',');
        }
        empty = false;
        line.octet('"');
        line.text(key);
        line.octet('"');
        line.octet(':');
    }

    private void string(String value) {
        line.octet('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                line.octet('\\');
                line.octet(c);
            } else if (c >= ' ' && c < DELETE) {
                line.octet(c);
            } else {
                escape(isHalf(value, i) ? REPLACEMENT : c);
            }
        }
        line.octet('"');
    }

    /** Returns whether a character is half of one that has lost its other half. */
    private static boolean isHalf(String value, int index) {
        char c = value.charAt(index);
        if (Character.isHighSurrogate(c)) {
            return index + 1 == value.length() || !Character.isLowSurrogate(value.charAt(index + 1));
        }
        return Character.isLowSurrogate(c) && (index == 0 || !Character.isHighSurrogate(value.charAt(index - 1)));
    }

    private void escape(char c) {
        line.octet('\\');
        line.octet('u');
        for (int shift = 12; shift >= 0; shift -= 4) {
            line.octet(DIGITS.charAt(c >> shift & 0xf));
        }
    }
}

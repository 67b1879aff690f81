package dev.understudy.catalog.snapshot;

import dev.understudy.catalog.RecordField;
import dev.understudy.image.PixelSize;
import java.time.Instant;

/**
 * How the values of records are written as bytes: a number whose lowest bits say what follows. What repeats, and what has no form
 * of its own here, is the number of a shared value.
 */
final class ValueCode {

    private static final int KIND_BITS = 3;
    private static final int KIND_MASK = (1 << KIND_BITS) - 1;

    private static final int SHARED = 0;
    private static final int LATIN = 1;
    private static final int WIDE = 2;
    private static final int SIZE = 3;
    private static final int REAL = 4;
    private static final int TIME = 5;

    private ValueCode() {}

    static void write(RecordField<?> field, Object value, SharedValues shared, ByteSink out) {
        int number = shared.number(field, value, !hasForm(value));
        if (number >= 0) {
            put(SHARED, number, out);
        } else if (value instanceof String text) {
            writeText(text, out);
        } else if (value instanceof PixelSize size) {
            put(SIZE, size.width(), out);
            out.putNumber(size.height());
        } else if (value instanceof Double real) {
            put(REAL, 0, out);
            out.putNumber(Double.doubleToLongBits(real));
        } else if (value instanceof Instant time) {
            put(TIME, time.getNano(), out);
            out.putNumber(time.getEpochSecond());
        }
    }

    private static boolean hasForm(Object value) {
        return value instanceof String
                || value instanceof PixelSize
                || value instanceof Double
                || value instanceof Instant;
    }

    /** Writes a text that is not looked for among the shared values. */
    static void writeText(String text, ByteSink out) {
        boolean wide = isWide(text);
        put(wide ? WIDE : LATIN, text.length(), out);
        if (wide) {
            out.putWide(text);
        } else {
            out.putLatin(text);
        }
    }

    private static boolean isWide(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xff) {
                return true;
            }
        }
        return false;
    }

    private static void put(int kind, long number, ByteSink out) {
        out.putNumber(number << KIND_BITS | kind);
    }

    static Object read(ByteCursor in, SharedValues shared) {
        long head = in.number();
        int number = (int) (head >>> KIND_BITS);
        return switch ((int) head & KIND_MASK) {
            case SHARED -> shared.get(number);
            case LATIN -> in.latin(number);
            case WIDE -> in.wide(number);
            case SIZE -> new PixelSize(number, (int) in.number());
            case REAL -> Double.longBitsToDouble(in.number());
            case TIME -> Instant.ofEpochSecond(in.number(), number);
            default -> throw new IllegalStateException("no kind of value: " + head);
        };
    }

    /** Reads what {@link #writeText} wrote. */
    static String readText(ByteCursor in) {
        long head = in.number();
        int length = (int) (head >>> KIND_BITS);
        return ((int) head & KIND_MASK) == LATIN ? in.latin(length) : in.wide(length);
    }

    /** Whether what {@link #writeText} wrote is this text. */
    static boolean isText(String text, ByteCursor in) {
        long head = in.number();
        if (head >>> KIND_BITS != text.length()) {
            return false;
        }
        return ((int) head & KIND_MASK) == LATIN
                ? in.isLatin(text)
                : in.wide(text.length()).equals(text);
    }
}

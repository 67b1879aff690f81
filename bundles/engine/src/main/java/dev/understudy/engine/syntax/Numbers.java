package dev.understudy.engine.syntax;

/** Splits and reads comma-separated numbers. Every method throws IllegalArgumentException for what it cannot read. */
public final class Numbers {

    private static final int LONGEST = 40;

    private Numbers() {}

    /** Between {@code min} and {@code max} items, white space around each taken off. */
    public static String[] items(String text, int min, int max) {
        String[] items = text.split(",", max + 1);
        if (items.length < min || items.length > max) {
            throw new IllegalArgumentException("between " + min + " and " + max + " values");
        }
        for (int i = 0; i < items.length; i++) {
            items[i] = items[i].strip();
        }
        return items;
    }

    /** Exactly {@code count} numbers, whole ones unless {@code normalized}. */
    public static double[] numbers(String text, int count, boolean normalized) {
        String[] items = items(text, count, count);
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = normalized ? real(items[i]) : Integer.parseInt(items[i]);
        }
        return numbers;
    }

    /** A finite decimal number. */
    public static double real(String text) {
        boolean decimal = text.chars().allMatch(c -> c >= '0' && c <= '9' || "+-.eE".indexOf(c) >= 0);
        double value = decimal && text.length() <= LONGEST ? Double.parseDouble(text) : Double.NaN;
        return finite(value);
    }

    /** A decimal number of a range. */
    public static double real(String text, double min, double max) {
        double value = real(text);
        if (value < min || value > max) {
            throw new IllegalArgumentException("not in " + min + ".." + max);
        }
        return value + 0.0;
    }

    /** A finite decimal number above 0. */
    public static double positive(String text) {
        double value = real(text);
        if (value <= 0) {
            throw new IllegalArgumentException("not above 0");
        }
        return value;
    }

    /** A whole number of a range. */
    public static int integer(String text, int min, int max) {
        int value = Integer.parseInt(text);
        if (value < min || value > max) {
            throw new IllegalArgumentException("not in " + min + ".." + max);
        }
        return value;
    }

    private static double finite(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("no number");
        }
        return value;
    }
}

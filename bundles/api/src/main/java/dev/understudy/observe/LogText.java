package dev.understudy.observe;

/** Text from outside as logs have it: whole, unless it is so long that a few requests would fill a disk. */
public final class LogText {

    /** The characters that are logged of one text. */
    public static final int LENGTH = 8 * 1024;

    private LogText() {}

    /** Returns a text as it is, or its beginning and a mark that tells how much is left out. */
    public static String cut(String text) {
        return cut(text, LENGTH);
    }

    /**
     * Returns a text as it is, or its beginning and a mark.
     *
     * @param length where to cut a text that is longer than {@link #LENGTH}
     */
    public static String cut(String text, int length) {
        return text.length() <= LENGTH ? text : text.substring(0, length) + "...+" + (text.length() - length);
    }
}

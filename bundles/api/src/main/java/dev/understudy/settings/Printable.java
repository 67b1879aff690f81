package dev.understudy.settings;

import java.util.regex.Pattern;

/** Text of a configuration as it may be shown: in one line, not too long, and without credentials. */
public final class Printable {

    /** A user and a password before a host, with or without a scheme; not the path of a file. */
    private static final Pattern CREDENTIALS =
            Pattern.compile("(?<=^|\\s)(?!['\"]?/(?!/))(['\"]?(?:\\w[\\w+.-]*:)?//|['\"]?)\\S*@");

    private static final int LENGTH = 200;

    private Printable() {}

    /** A value: in one line, cut off when it is too long. */
    public static String of(String text) {
        String shown = line(text);
        return shown.length() > LENGTH ? shown.substring(0, LENGTH) + "…" : shown;
    }

    /** A sentence about values, in one line. */
    public static String line(String text) {
        return CREDENTIALS.matcher(text.replaceAll("\\p{Cntrl}", " ")).replaceAll("$1***@");
    }
}

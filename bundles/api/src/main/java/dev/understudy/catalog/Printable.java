package dev.understudy.catalog;

import java.util.regex.Pattern;

/** Text of a configuration as it may be shown: in one line, not too long, and without credentials. */
public final class Printable {

    /** A user and a password before a host, with or without a scheme; not the path of a file. */
    private static final Pattern CREDENTIALS =
            Pattern.compile("(?<=^|\\s)(?!['\"]?/(?!/))(['\"]?(?:\\w[\\w+.-]*:)?//|['\"]?)\\S*@");

    /** The same where there is a scheme, so that names of files with an at sign stay as they are. */
    private static final Pattern USER = Pattern.compile("(\\w[\\w+.-]*://)\\S*@");

    /** The query of a URL, which may have a key to what is there. */
    private static final Pattern QUERY = Pattern.compile("(\\w[\\w+.-]*://[^\\s?]*\\?)[^\\s'\"]+");

    private static final int LENGTH = 200;

    private Printable() {}

    /** A value: in one line, cut off when it is too long. */
    public static String of(String text) {
        String shown = line(text);
        return shown.length() > LENGTH ? shown.substring(0, LENGTH) + "…" : shown;
    }

    /** A sentence about values, in one line. */
    public static String line(String text) {
        String shown = CREDENTIALS.matcher(text.replaceAll("\\p{Cntrl}", " ")).replaceAll("$1***@");
        return QUERY.matcher(shown).replaceAll("$1***");
    }

    /** A value that can be used: as it is, but that URLs have neither users nor queries. */
    public static String url(String text) {
        return QUERY.matcher(USER.matcher(text).replaceAll("$1***@")).replaceAll("$1***");
    }
}

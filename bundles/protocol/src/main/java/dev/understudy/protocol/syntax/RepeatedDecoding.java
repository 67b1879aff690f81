package dev.understudy.protocol.syntax;

/**
 * Decodes a text until nothing in it is encoded any more, as several servers behind one another might: percent signs, the
 * {@code %u} of old servers, and ASCII in more bytes of UTF-8 than it takes. Takes time in proportion to the length of the text, whatever is in it,
 * since each step makes it shorter.
 */
final class RepeatedDecoding {

    private static final int ENCODED_OCTET = 3;
    private static final int ENCODED_CHAR = 6;
    /** The first bytes of forms of ASCII in three bytes and more, which differ in how many empty bytes follow. */
    private static final String LONG_LEADS = "\u00e0\u00f0\u00f8\u00fc";

    private final StringBuilder out;

    private RepeatedDecoding(int length) {
        out = new StringBuilder(length);
    }

    /**
     * Returns what is left.
     *
     * @param text decoded or not; bytes that are no UTF-8 stand for themselves, as in ISO-8859-1
     */
    static String decode(String text) {
        RepeatedDecoding decoding = new RepeatedDecoding(text.length());
        for (int i = 0; i < text.length(); i++) {
            decoding.add(text.charAt(i));
        }
        return decoding.out.toString();
    }

    private void add(char next) {
        out.append(next);
        while (replacesPercent() || replacesLongForm()) {
            // What came of it may be the end of another encoded character.
        }
    }

    private boolean replacesPercent() {
        int octet = encoded(ENCODED_OCTET, "%");
        if (octet >= 0) {
            replace(ENCODED_OCTET, (char) octet);
            return true;
        }
        int unit = Math.max(encoded(ENCODED_CHAR, "%u"), encoded(ENCODED_CHAR, "%U"));
        if (unit >= 0) {
            replace(ENCODED_CHAR, (char) unit);
            return true;
        }
        return false;
    }

    /** Returns the number that the last characters encode; -1 if they encode none. */
    private int encoded(int length, String mark) {
        int start = out.length() - length;
        if (start < 0 || out.indexOf(mark, start) != start) {
            return -1;
        }
        int value = 0;
        for (int i = start + mark.length(); i < out.length(); i++) {
            char c = out.charAt(i);
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private boolean replacesLongForm() {
        int last = out.length() - 1;
        if (last < 1 || !isContinuation(out.charAt(last))) {
            return false;
        }
        char before = out.charAt(last - 1);
        int length = before == 0xc0 || before == 0xc1 ? 2 : longForm(last);
        if (length == 0) {
            return false;
        }
        replace(length, (char) ((before & 1) << 6 | out.charAt(last) & 0x3f));
        return true;
    }

    /** Returns the length of a form of three bytes or more that ends here; 0 for none. */
    private int longForm(int last) {
        if ((out.charAt(last - 1) & ~1) != 0x80) {
            return 0;
        }
        int lead = last - 2;
        while (lead > 0 && out.charAt(lead) == 0x80 && last - lead < LONG_LEADS.length() + 1) {
            lead--;
        }
        int empty = last - 2 - lead;
        return lead >= 0 && empty < LONG_LEADS.length() && out.charAt(lead) == LONG_LEADS.charAt(empty)
                ? last - lead + 1
                : 0;
    }

    private static boolean isContinuation(char c) {
        return (c & ~0x3f) == 0x80;
    }

    private void replace(int length, char by) {
        out.setLength(out.length() - length);
        out.append(by);
    }
}

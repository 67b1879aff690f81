package dev.understudy.codec.svg.value;

import java.util.Locale;

/** Goes through the text of a value from left to right. */
final class ValueScanner {

    /** What is larger leaves too few digits for what is behind the point. */
    private static final double LARGEST = 1e7;

    private final String text;
    private int at;

    ValueScanner(String text) {
        this.text = text;
    }

    boolean atEnd() {
        skipSpace();
        return at == text.length();
    }

    void requireEnd() throws ValueException {
        if (!atEnd()) {
            throw wrong();
        }
    }

    ValueException wrong() {
        return new ValueException("character " + (at + 1));
    }

    void skipSpace() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }

    /** Passes white space and one comma. */
    void skipComma() {
        skipSpace();
        if (at < text.length() && text.charAt(at) == ',') {
            at++;
            skipSpace();
        }
    }

    /** The next character, without passing it; a zero at the end. */
    char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    /** Passes a character. */
    char next() throws ValueException {
        if (at == text.length()) {
            throw wrong();
        }
        return text.charAt(at++);
    }

    /** Passes a character if it is the next one. */
    boolean accept(char wanted) {
        if (peek() != wanted || at == text.length()) {
            return false;
        }
        at++;
        return true;
    }

    void require(char wanted) throws ValueException {
        skipSpace();
        if (!accept(wanted)) {
            throw wrong();
        }
    }

    /** Passes letters, in lower case; none where there are none. */
    String word() {
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '-')) {
            at++;
        }
        return text.substring(start, at).toLowerCase(Locale.ROOT);
    }

    /** Passes letters or a percent sign. */
    String unit() {
        if (accept('%')) {
            return "%";
        }
        int start = at;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at).toLowerCase(Locale.ROOT);
    }

    boolean atNumber() {
        char c = peek();
        return c == '+' || c == '-' || c == '.' || isDigit(c);
    }

    /** Passes a number, which may have a sign, digits on either side of a point, and an exponent. */
    double number() throws ValueException {
        int start = at;
        if (peek() == '+' || peek() == '-') {
            at++;
        }
        int digits = digits();
        if (accept('.')) {
            digits += digits();
        }
        if (digits == 0) {
            throw wrong();
        }
        exponent();
        double value = Double.parseDouble(text.substring(start, at));
        if (!(Math.abs(value) <= LARGEST)) {
            throw wrong();
        }
        return value;
    }

    /** Passes an exponent; the e of a unit such as em is none. */
    private void exponent() {
        int before = at;
        if (accept('e') || accept('E')) {
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            if (digits() == 0) {
                at = before;
            }
        }
    }

    private int digits() {
        int start = at;
        while (isDigit(peek())) {
            at++;
        }
        return at - start;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}

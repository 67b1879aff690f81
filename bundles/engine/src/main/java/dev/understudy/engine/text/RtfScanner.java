package dev.understudy.engine.text;

/** Splits RTF into braces, control words and characters. */
final class RtfScanner {

    /** The kinds of tokens. */
    enum Kind {
        OPEN,
        CLOSE,
        CHARACTER,
        /** A character of the 8-bit character set. */
        BYTE,
        /** A control word, perhaps with a number. */
        WORD,
        /** The mark of a group that who does not know it passes over. */
        IGNORABLE
    }

    private static final int MAX_DIGITS = 18;
    private static final long LARGEST = 999_999_999;

    private final String text;
    private int position;
    private Kind kind = Kind.CHARACTER;
    private char character;
    private String word = "";
    private int number;
    private boolean hasNumber;

    RtfScanner(String text) {
        this.text = text;
    }

    Kind kind() {
        return kind;
    }

    /** The character of a {@link Kind#CHARACTER}. */
    char character() {
        return character;
    }

    /** The word of a {@link Kind#WORD}. */
    String word() {
        return word;
    }

    /** The number of the token, 0 when it has none; or that of a {@link Kind#BYTE}. */
    int number() {
        return number;
    }

    boolean hasNumber() {
        return hasNumber;
    }

    /** Goes on to what comes next; false at the end. */
    boolean next() {
        while (position < text.length()) {
            char c = text.charAt(position++);
            switch (c) {
                case '{' -> kind = Kind.OPEN;
                case '}' -> kind = Kind.CLOSE;
                case '\\' -> control();
                case '\r', '\n' -> {
                    continue;
                }
                default -> character(c);
            }
            return true;
        }
        return false;
    }

    /** Whether a control word comes next. */
    boolean isNext(String name) {
        int end = position + 1 + name.length();
        return text.startsWith("\\" + name, position) && (end == text.length() || !isLetter(text.charAt(end)));
    }

    /** Passes over the rest of the group that is open, but not over its closing brace. */
    void skipGroup() {
        takeGroup();
    }

    /** The rest of the group that is open, without its closing brace, which comes next. */
    String takeGroup() {
        int start = position;
        int depth = 0;
        for (; position < text.length(); position++) {
            char c = text.charAt(position);
            if (c == '\\') {
                position++;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && depth-- == 0) {
                break;
            }
        }
        position = Math.min(position, text.length());
        return text.substring(start, position);
    }

    private void character(char c) {
        kind = Kind.CHARACTER;
        character = c;
    }

    private void control() {
        if (position == text.length()) {
            character('\\');
            return;
        }
        char c = text.charAt(position);
        if (isLetter(c)) {
            controlWord();
            return;
        }
        position++;
        switch (c) {
            case '\'' -> hexByte();
            case '*' -> kind = Kind.IGNORABLE;
            case '~' -> character('\u00a0');
            case '_' -> character('\u2011');
            case '-' -> character('\u00ad');
            case '\r', '\n' -> word("par", 0, false);
            default -> character(c);
        }
    }

    private void hexByte() {
        int high = position < text.length() ? Character.digit(text.charAt(position), 16) : -1;
        int low = position + 1 < text.length() ? Character.digit(text.charAt(position + 1), 16) : -1;
        if (high < 0 || low < 0) {
            character('\'');
            return;
        }
        position += 2;
        kind = Kind.BYTE;
        number = high * 16 + low;
    }

    private void controlWord() {
        int start = position;
        while (position < text.length() && isLetter(text.charAt(position))) {
            position++;
        }
        String name = text.substring(start, position);
        int numberStart = position;
        if (position + 1 < text.length() && text.charAt(position) == '-' && isDigit(text.charAt(position + 1))) {
            position++;
        }
        while (position < text.length() && isDigit(text.charAt(position))) {
            position++;
        }
        boolean numbered = position > numberStart;
        int value = numbered ? number(text.substring(numberStart, position)) : 0;
        if (position < text.length() && text.charAt(position) == ' ') {
            position++;
        }
        word(name, value, numbered);
    }

    /** The number that digits stand for; one that has too many is the largest or the least there is. */
    private static int number(String digits) {
        String some = digits.substring(0, Math.min(digits.length(), MAX_DIGITS));
        return (int) Math.max(-LARGEST, Math.min(LARGEST, Long.parseLong(some)));
    }

    private void word(String name, int value, boolean numbered) {
        kind = Kind.WORD;
        word = name;
        number = value;
        hasNumber = numbered;
    }

    private static boolean isLetter(char c) {
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}

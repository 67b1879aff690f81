package dev.understudy.codec.font;

/** Tells the characters that leave no ink. */
public final class BlankCharacters {

    private BlankCharacters() {}

    /** Whether a character has no ink. */
    public static boolean isBlank(int c) {
        return isIgnorable(c) || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Whether nothing is drawn for a character: controls, joiners, marks of direction, selectors of variants. */
    public static boolean isIgnorable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT -> true;
            default -> c >= 0xfe00 && c <= 0xfe0f || c >= 0xe0100 && c <= 0xe01ef;
        };
    }
}

package dev.understudy.codec.font.file;

/**
 * The program of one glyph's outline.
 *
 * <p>Source: Adobe's technical note 5177, "The Type 2 Charstring Format".
 */
final class CharString {

    private static final int SUBROUTINE = 10;
    private static final int ESCAPE = 12;
    private static final int END = 14;
    private static final int GLOBAL_SUBROUTINE = 29;
    private static final int ACCENT_OPERANDS = 4;

    private CharString() {}

    /** What comes of a program. */
    enum Content {
        DRAWN,
        BLANK,
        /** Subroutines decide. */
        UNKNOWN
    }

    /** The content, as far as it can be told without running subroutines. */
    static Content content(FontTable program) {
        int position = 0;
        int operands = 0;
        int stems = 0;
        while (position < program.length()) {
            int first = program.unsignedByte(position);
            int number = numberLength(first);
            if (number > 0) {
                position += number;
                operands++;
                continue;
            }
            switch (first) {
                case SUBROUTINE, GLOBAL_SUBROUTINE -> {
                    return Content.UNKNOWN;
                }
                case END -> {
                    return operands >= ACCENT_OPERANDS ? Content.DRAWN : Content.BLANK;
                }
                case 1, 3, 18, 23 -> stems += operands / 2;
                case 19, 20 -> {
                    stems += operands / 2;
                    position += (stems + 7) / 8;
                }
                case 5, 6, 7, 8, 24, 25, 26, 27, 30, 31 -> {
                    return Content.DRAWN;
                }
                case ESCAPE -> {
                    int escaped = program.unsignedByte(position + 1);
                    return escaped >= 34 && escaped <= 37 ? Content.DRAWN : Content.UNKNOWN;
                }
                default -> {}
            }
            position++;
            operands = 0;
        }
        return Content.BLANK;
    }

    private static int numberLength(int first) {
        if (first == 28) {
            return 3;
        }
        if (first < 32) {
            return 0;
        }
        return first < 247 ? 1 : first < 255 ? 2 : 5;
    }
}

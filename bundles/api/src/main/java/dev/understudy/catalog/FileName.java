package dev.understudy.catalog;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The names that files and folders may be given: those that mean the same on every system, and that nothing takes for a command. */
final class FileName {

    static final String ALLOWED =
            "of letters, digits, spaces and !#$&'()+,-.;=@[]^_`{}~, that begin with no dot and no space, end in neither, are"
                    + " composed (NFC), take 200 bytes at most, and are no devices of Windows (con, nul, com1)";

    private static final int MOST_BYTES = 200;

    private static final String OTHERS = " !#$&'()+,-.;=@[]^_`{}~";

    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|conin\\$|conout\\$|clock\\$|(com|lpt)[0-9\u00b9\u00b2\u00b3]) *(\\..*)?");

    private FileName() {}

    /** Whether a name is one of them. */
    static boolean isSafe(String name) {
        return !name.isEmpty()
                && name.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES
                && name.codePoints().allMatch(FileName::isSafe)
                && !startsOrEndsWith(name, '.')
                && !startsOrEndsWith(name, ' ')
                && Normalizer.isNormalized(name, Normalizer.Form.NFC)
                && !DEVICE.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    private static boolean isSafe(int character) {
        if (character < 0x80) {
            return Character.isLetterOrDigit(character) || OTHERS.indexOf(character) >= 0;
        }
        return switch (Character.getType(character)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER -> true;
            default -> false;
        };
    }

    private static boolean startsOrEndsWith(String name, char character) {
        return name.charAt(0) == character || name.charAt(name.length() - 1) == character;
    }
}

package dev.understudy.codec.svg.css;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A property and its value, as a style sheet or a {@code style} attribute has them.
 *
 * @param property the name, in lower case
 * @param value the value as written
 * @param important whether it prevails over what is not
 */
record Declaration(String property, String value, boolean important) {

    private static final String IMPORTANT = "important";

    /** The declarations of a block; what has no colon is none, as CSS has it. */
    static List<Declaration> parse(String block) {
        List<Declaration> declarations = new ArrayList<>();
        for (String text : CssText.split(block, ';')) {
            int colon = text.indexOf(':');
            if (colon > 0) {
                declarations.add(of(
                        text.substring(0, colon).strip(),
                        text.substring(colon + 1).strip()));
            }
        }
        return declarations;
    }

    private static Declaration of(String property, String value) {
        int mark = value.lastIndexOf('!');
        boolean important = mark >= 0
                && value.substring(mark + 1).strip().toLowerCase(Locale.ROOT).equals(IMPORTANT);
        return new Declaration(
                property.toLowerCase(Locale.ROOT),
                important ? value.substring(0, mark).strip() : value,
                important);
    }
}

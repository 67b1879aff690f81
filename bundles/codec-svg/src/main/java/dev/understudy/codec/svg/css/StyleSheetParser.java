package dev.understudy.codec.svg.css;

import dev.understudy.codec.svg.document.SvgElement;
import dev.understudy.codec.svg.document.SvgRefusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads a style sheet. Rules for what is not there (pages, animations, a mouse) are passed over; what cannot be told is refused. */
final class StyleSheetParser {

    private static final Set<String> WITHOUT_EFFECT = Set.of("@charset", "@namespace", "@page");
    private static final Set<String> MEDIA = Set.of(
            "", "all", "screen", "only screen", "(prefers-color-scheme:light)", "(prefers-color-scheme:no-preference)");

    /** What an image is never shown on. */
    private static final Set<String> OTHER_MEDIA =
            Set.of("print", "only print", "speech", "(prefers-color-scheme:dark)");

    private static final int MOST_NESTED = 4;

    private final SvgElement element;
    private final List<StyleRule> rules = new ArrayList<>();
    private final List<FontFaceRule> fonts = new ArrayList<>();

    private StyleSheetParser(SvgElement element) {
        this.element = element;
    }

    /** What a {@code style} element says. */
    static StyleSheet parse(SvgElement element) {
        StyleSheetParser parser = new StyleSheetParser(element);
        if (parser.isMedium(element.attribute("media", ""))) {
            parser.read(CssText.withoutComments(element.text()), 0);
        }
        return new StyleSheet(parser.rules, parser.fonts);
    }

    private boolean isMedium(String query) {
        String medium = query.strip().toLowerCase(Locale.ROOT).replace(": ", ":");
        if (!MEDIA.contains(medium) && !OTHER_MEDIA.contains(medium)) {
            throw SvgRefusal.ofValue(element, "a style sheet's media", query);
        }
        return MEDIA.contains(medium);
    }

    private void read(String text, int depth) {
        int at = 0;
        while (at < text.length()) {
            int end = CssText.find(text, at, "{;");
            String head = text.substring(at, end).strip();
            if (end < text.length() && text.charAt(end) == '{') {
                int close = closing(text, end);
                block(head, text.substring(end + 1, close), depth);
                at = close + 1;
            } else {
                requireHarmless(head);
                at = end + 1;
            }
        }
    }

    /** Refuses a statement without a block, unless it says nothing that matters here. */
    private void requireHarmless(String statement) {
        if (!statement.isEmpty() && !WITHOUT_EFFECT.contains(word(statement))) {
            throw SvgRefusal.ofValue(element, "a style sheet", statement);
        }
    }

    private static String word(String statement) {
        return statement.split("[\\s{(\"']", 2)[0].toLowerCase(Locale.ROOT);
    }

    /** The brace that closes the one at {@code open}; the text's end when it is missing. */
    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return text.length();
    }

    private void block(String head, String body, int depth) {
        if (!head.startsWith("@")) {
            List<Declaration> declarations = Declaration.parse(body);
            for (String selector : CssText.split(head, ',')) {
                rules.add(new StyleRule(SelectorParser.parse(element, selector), declarations));
            }
        } else if (word(head).equals("@font-face")) {
            FontFaceRule.of(element, body).ifPresent(fonts::add);
        } else if (word(head).equals("@media") && depth < MOST_NESTED) {
            if (isMedium(head.substring("@media".length()))) {
                read(body, depth + 1);
            }
        } else if (!WITHOUT_EFFECT.contains(word(head)) && !word(head).endsWith("keyframes")) {
            throw SvgRefusal.ofValue(element, "a style sheet", head);
        }
    }
}

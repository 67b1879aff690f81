package dev.understudy.codec.svg.paint;

import dev.understudy.codec.svg.document.SvgElement;
import dev.understudy.codec.svg.document.SvgRefusal;
import dev.understudy.codec.svg.style.Style;
import dev.understudy.codec.svg.style.StyleProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the characters of a text and of the elements in it, with white space as browsers have it. */
final class TextReader {

    private static final int MOST_CHARACTERS = 20_000;

    /** Properties of text that are not drawn, with the values that change nothing. */
    private static final Map<StyleProperty, Set<String>> USUAL = Map.of(
            StyleProperty.FONT_STRETCH, Set.of("normal", "100%"),
            StyleProperty.FONT_VARIANT, Set.of("normal", "none"),
            StyleProperty.TEXT_TRANSFORM, Set.of("none"),
            StyleProperty.UNICODE_BIDI, Set.of("normal", "embed", "isolate"),
            StyleProperty.WRITING_MODE, Set.of("horizontal-tb", "lr", "lr-tb", "rl", "rl-tb"));

    private final Structure structure;
    private final List<TextLetter> letters = new ArrayList<>();
    private boolean behindBlank = true;
    private @Nullable TextPath path;

    private TextReader(Structure structure) {
        this.structure = structure;
    }

    /** The characters of a text element; none for one without any. */
    static List<TextLetter> read(SvgElement element, PaintScope scope, Structure structure) {
        TextReader reader = new TextReader(structure);
        reader.readIn(element, scope, null);
        int last = reader.letters.size() - 1;
        if (last >= 0
                && reader.letters.get(last).character() == ' '
                && !keepsSpace(reader.letters.get(last).scope())) {
            reader.letters.remove(last);
        }
        return reader.letters;
    }

    private void readIn(SvgElement element, PaintScope scope, @Nullable TextPositions outer) {
        TextPositions positions = new TextPositions(element, scope, outer, letters.size());
        List<SvgElement> children = element.children();
        for (int i = 0; i <= children.size(); i++) {
            append(element.textBefore(i), scope, positions);
            if (i < children.size()) {
                enter(children.get(i), scope, positions);
            }
        }
    }

    private void enter(SvgElement child, PaintScope scope, TextPositions positions) {
        Structure.Part part = structure.enter(child, scope, false);
        if (part == null) {
            return;
        }
        switch (child.name()) {
            case "tspan", "a" -> {
                requireNone(child, "textLength");
                readIn(child, part.scope(), positions);
            }
            case "textPath" -> readAlong(child, part.scope(), positions);
            default -> throw SvgRefusal.of(child, "elements of this name in a text");
        }
    }

    /** Reads what stands on a curve; what is to stand on one that is not there is not drawn. */
    private void readAlong(SvgElement child, PaintScope scope, TextPositions positions) {
        TextPath along = TextPath.of(child, scope, structure);
        if (along == null) {
            return;
        }
        if (path != null) {
            throw SvgRefusal.of(child, "text along a path within text along a path");
        }
        path = along;
        readIn(child, scope, positions);
        path = null;
    }

    private static void requireNone(SvgElement element, String attribute) {
        String value = element.attribute(attribute);
        if (value != null) {
            throw SvgRefusal.ofValue(element, attribute, value);
        }
    }

    private void append(String text, PaintScope scope, TextPositions positions) {
        boolean keeps = keepsSpace(scope);
        boolean checked = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
            if (blank && behindBlank && !keeps) {
                continue;
            }
            if (!blank && !checked) {
                requireDrawable(scope.style());
                checked = true;
            }
            behindBlank = blank;
            letters.add(positions.letter(blank ? ' ' : c, scope, letters.size(), path));
            if (letters.size() > MOST_CHARACTERS) {
                throw SvgRefusal.of(scope.style().element(), "more than " + MOST_CHARACTERS + " characters in a text");
            }
        }
    }

    private static void requireDrawable(Style style) {
        USUAL.forEach((property, values) -> {
            if (!values.contains(style.keyword(property))) {
                throw SvgRefusal.ofValue(style.element(), property.text(), style.value(property));
            }
        });
    }

    /** Whether blanks count, each of them. */
    private static boolean keepsSpace(PaintScope scope) {
        for (SvgElement at = scope.style().element(); at != null; at = at.parent()) {
            String space = at.attribute("xml:space");
            if (space != null) {
                return space.strip().equals("preserve");
            }
        }
        return scope.style()
                .keyword(StyleProperty.WHITE_SPACE)
                .toLowerCase(Locale.ROOT)
                .startsWith("pre");
    }
}

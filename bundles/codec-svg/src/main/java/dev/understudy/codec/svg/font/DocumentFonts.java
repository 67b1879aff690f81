package dev.understudy.codec.svg.font;

import dev.understudy.codec.svg.css.FontFaceRule;
import dev.understudy.codec.svg.document.SvgElement;
import dev.understudy.codec.svg.document.SvgRefusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The fonts that text of a document is painted with: those that it brings, and those that are here for all. */
public final class DocumentFonts {

    private static final int MOST_RULES = 500;

    private final Map<String, List<EmbeddedFace>> families = new HashMap<>();
    private final FontBudget budget = new FontBudget();
    private final SvgFonts fonts;

    /**
     * The fonts of a document.
     *
     * @param rules for those that it brings, in their order
     * @param fonts that are here for all
     */
    public DocumentFonts(List<FontFaceRule> rules, SvgFonts fonts) {
        this.fonts = fonts;
        if (rules.size() > MOST_RULES) {
            throw SvgRefusal.of(rules.get(0).element(), "more than " + MOST_RULES + " rules for fonts");
        }
        for (FontFaceRule rule : rules) {
            families.computeIfAbsent(rule.family().toLowerCase(Locale.ROOT), family -> new ArrayList<>())
                    .add(new EmbeddedFace(rule, fonts));
        }
    }

    /**
     * The faces for a text, best first; none when there is no font of any of the names.
     *
     * @param element that the text is in, for messages
     * @param names of families, as the text has them
     */
    public List<FaceChoice> faces(SvgElement element, List<String> names, int weight, boolean italic) {
        List<FaceChoice> faces = new ArrayList<>();
        for (String name : names) {
            List<EmbeddedFace> own = best(name, weight, italic);
            own.forEach(face -> faces.add(new FaceChoice(
                    face.descriptors().ranges(),
                    () -> face.face(weight, budget)
                            .or(() -> fonts.find(name, weight, italic))
                            .orElseThrow(() -> unread(element, name)))));
            if (own.isEmpty()) {
                fonts.find(name, weight, italic)
                        .ifPresent(face -> faces.add(new FaceChoice(CharacterRanges.ALL, () -> face)));
            }
        }
        return faces;
    }

    private static SvgRefusal unread(SvgElement element, String name) {
        return SvgRefusal.of(
                element,
                "text in the font '" + name
                        + "', which stands in the file in another format than TrueType, OpenType or WOFF (such as WOFF2)");
    }

    /** The faces of a family in the document that look best, which share its characters; of those for the same one, the last. */
    private List<EmbeddedFace> best(String name, int weight, boolean italic) {
        List<EmbeddedFace> there = families.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .filter(EmbeddedFace::isThere)
                .toList();
        int least = there.stream()
                .mapToInt(face -> face.descriptors().look().distance(weight, italic))
                .min()
                .orElse(0);
        List<EmbeddedFace> best = new ArrayList<>(there.stream()
                .filter(face -> face.descriptors().look().distance(weight, italic) == least)
                .toList());
        Collections.reverse(best);
        return best;
    }

    /** The built-in face, for characters that the named fonts do not have. */
    public FaceChoice fallback(int weight) {
        return new FaceChoice(CharacterRanges.ALL, () -> fonts.fallback(weight));
    }
}

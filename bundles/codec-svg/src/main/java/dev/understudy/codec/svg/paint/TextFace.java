package dev.understudy.codec.svg.paint;

import dev.understudy.codec.svg.document.SvgRefusal;
import dev.understudy.codec.svg.font.DocumentFonts;
import dev.understudy.codec.svg.font.FaceChoice;
import dev.understudy.codec.svg.font.SvgFace;
import dev.understudy.codec.svg.style.Style;
import dev.understudy.codec.svg.style.StyleProperty;
import dev.understudy.codec.svg.value.Length;
import java.awt.font.LineMetrics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fonts of a style, and what it says about letters; lengths in pixels of the text. */
final class TextFace {

    private final Style style;
    private final List<FaceChoice> faces;
    private final Map<Integer, SvgFace> byCharacter = new HashMap<>();
    private final boolean italic;
    private final double size;

    TextFace(Style style, DocumentFonts fonts) {
        this.style = style;
        size = style.fontSize();
        italic = !style.keyword(StyleProperty.FONT_STYLE).equals("normal");
        int weight = style.fontWeight();
        String families = style.value(StyleProperty.FONT_FAMILY);
        faces = new ArrayList<>(fonts.faces(style.element(), names(families), weight, italic));
        if (faces.isEmpty()) {
            throw SvgRefusal.of(
                    style.element(),
                    "text in the font '" + families + "', which the folder of svgProvider.fontRoot does not have");
        }
        faces.add(fonts.fallback(weight));
    }

    private static List<String> names(String families) {
        return Arrays.stream(families.split(","))
                .map(name -> name.strip().replaceAll("^['\"]|['\"]$", "").strip())
                .toList();
    }

    /** The first of the faces that has a character; of a blank that none has, the first that is for it. */
    SvgFace of(int character) {
        return byCharacter.computeIfAbsent(character, this::find);
    }

    private SvgFace find(int character) {
        SvgFace first = null;
        for (FaceChoice choice : faces) {
            if (choice.isFor(character)) {
                SvgFace face = choice.face();
                if (face.has(character)) {
                    return face;
                }
                first = first == null ? face : first;
            }
        }
        if (first != null && Character.isSpaceChar(character)) {
            return first;
        }
        throw SvgRefusal.of(
                style.element(),
                String.format("the character U+%04X, which none of the fonts for text in SVG has", character));
    }

    /** Pixels of the text along one of a glyph. */
    double scale() {
        return size / SvgFace.SIZE;
    }

    /** How far glyphs of a face lean to the right, of their height. */
    double slant(SvgFace face) {
        return italic && !face.look().italic() ? 0.25 : 0;
    }

    /** The space that is added behind each character. */
    double letterSpacing() {
        return spacing(StyleProperty.LETTER_SPACING);
    }

    /** The space that is added behind each blank. */
    double wordSpacing() {
        return spacing(StyleProperty.WORD_SPACING);
    }

    private double spacing(StyleProperty property) {
        return style.keyword(property).equals("normal")
                ? 0
                : style.read(property.text(), style.value(property), Length::parse)
                        .of(size);
    }

    /** The measures of a face, in pixels of the text. */
    Metrics metrics(SvgFace face) {
        LineMetrics line = face.font().getLineMetrics("x", SvgFace.CONTEXT);
        double x = face.font()
                .createGlyphVector(SvgFace.CONTEXT, "x")
                .getVisualBounds()
                .getHeight();
        return new Metrics(line, x * scale(), scale());
    }

    /**
     * Measures of a face.
     *
     * @param line those of its lines, in pixels of glyphs
     * @param xHeight the height of small letters, in pixels of the text
     * @param scale pixels of the text along one of glyphs
     */
    record Metrics(LineMetrics line, double xHeight, double scale) {

        double ascent() {
            return line.getAscent() * scale;
        }

        double descent() {
            return line.getDescent() * scale;
        }
    }

    /** How far letters are moved down from the place that they are given. */
    double shift(Metrics metrics) {
        return baseline(metrics) - raised(metrics);
    }

    private double baseline(Metrics metrics) {
        return switch (style.keyword(StyleProperty.DOMINANT_BASELINE)) {
            case "auto", "alphabetic", "no-change", "use-script", "reset-size" -> 0;
            case "middle" -> metrics.xHeight() / 2;
            case "central" -> (metrics.ascent() - metrics.descent()) / 2;
            case "mathematical" -> metrics.ascent() / 2;
            case "hanging" -> metrics.ascent() * 0.8;
            case "text-before-edge", "text-top" -> metrics.ascent();
            case "text-after-edge", "text-bottom", "ideographic" -> -metrics.descent();
            default -> throw refused(StyleProperty.DOMINANT_BASELINE);
        };
    }

    private double raised(Metrics metrics) {
        double height = metrics.ascent() + metrics.descent();
        return switch (style.keyword(StyleProperty.BASELINE_SHIFT)) {
            case "baseline" -> 0;
            case "sub" -> -height / 5;
            case "super" -> height * 2 / 5;
            default ->
                style.read("baseline-shift", style.value(StyleProperty.BASELINE_SHIFT), Length::parse)
                        .of(size);
        };
    }

    private SvgRefusal refused(StyleProperty property) {
        return SvgRefusal.ofValue(style.element(), property.text(), style.value(property));
    }
}

package dev.understudy.codec.svg.paint;

import dev.understudy.codec.svg.document.SvgElement;
import dev.understudy.codec.svg.document.SvgRefusal;
import dev.understudy.codec.svg.font.DocumentFonts;
import dev.understudy.codec.svg.style.Style;
import dev.understudy.codec.svg.style.StyleProperty;
import dev.understudy.codec.svg.value.Length;
import java.awt.geom.AffineTransform;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Sets the characters of a text: in chunks, each of which stands where it is put, as it is anchored. */
final class TextSetter {

    private final SvgElement element;
    private final PaintScope scope;
    private final DocumentFonts fonts;
    private final List<TextLetter> letters;
    private final Map<Style, TextFace> faces = new HashMap<>();
    private final List<TextRun> runs = new ArrayList<>();
    private double x;
    private double y;

    private TextSetter(SvgElement element, PaintScope scope, DocumentFonts fonts, List<TextLetter> letters) {
        this.element = element;
        this.scope = scope;
        this.fonts = fonts;
        this.letters = letters;
    }

    /** The letters of a text element that can be seen. */
    static List<TextRun> set(SvgElement element, PaintScope scope, Structure structure, DocumentFonts fonts) {
        List<TextLetter> letters = TextReader.read(element, scope, structure);
        TextSetter setter = new TextSetter(element, scope, fonts, letters);
        setter.setChunks();
        return setter.runs;
    }

    private void setChunks() {
        int start = 0;
        boolean alone = IntStream.range(1, letters.size()).noneMatch(this::beginsChunk);
        Length length = element.attribute("textLength") == null
                ? null
                : scope.style().read("textLength", element.attribute("textLength", ""), Length::parse);
        if (length != null && !alone) {
            throw SvgRefusal.ofValue(element, "textLength", element.attribute("textLength", ""));
        }
        for (int i = 1; i <= letters.size(); i++) {
            if (i == letters.size() || beginsChunk(i)) {
                setChunk(start, i, length);
                start = i;
            }
        }
    }

    /** Whether letters stand elsewhere from one on: where it says, or on another curve than those before it. */
    private boolean beginsChunk(int at) {
        return letters.get(at).beginsChunk()
                || letters.get(at).path() != letters.get(at - 1).path();
    }

    private void setChunk(int start, int end, @Nullable Length length) {
        TextLetter first = letters.get(start);
        TextPath path = first.path();
        moveTo(first, start == 0 ? null : letters.get(start - 1).path());
        List<GlyphRun> glyphs = glyphs(start, end);
        double advance = advance(glyphs);
        double wanted = length == null ? advance : length.of(scope.viewport().width());
        boolean stretches = element.attribute("lengthAdjust", "spacing").equals("spacingAndGlyphs");
        double stretch = stretches && advance > 0 ? wanted / advance : 1;
        double more = stretches || end - start < 2 ? 0 : (wanted - advance) / (end - start - 1);
        x -= wanted * anchor(first.scope().style());
        for (GlyphRun run : glyphs) {
            x += run.dx();
            y += run.dy();
            runs.addAll(path == null ? run.set(x, y, stretch, more) : run.setOn(path.curve(), x, y, stretch, more));
            x += run.advance() * stretch + more * run.length();
        }
    }

    /**
     * Moves to where a chunk begins: on a curve along it and beside it, behind a curve at its end.
     *
     * @param before the curve that letters before it stand on; null for none
     */
    private void moveTo(TextLetter first, @Nullable TextPath before) {
        TextPath path = first.path();
        if (path != null && path != before) {
            x = path.start();
            y = 0;
        } else if (path == null && before != null) {
            AffineTransform end = before.curve().end();
            x = end == null ? x : end.getTranslateX();
            y = end == null ? y : end.getTranslateY();
        }
        Double firstX = first.x();
        Double firstY = first.y();
        x = firstX == null ? x : path == null ? firstX : path.start() + firstX;
        y = firstY == null || path != null ? y : firstY;
    }

    private static double advance(List<GlyphRun> glyphs) {
        return glyphs.stream().mapToDouble(run -> run.dx() + run.advance()).sum();
    }

    /** The share of a chunk that is on the left of where it is put. */
    private static double anchor(Style style) {
        double share = switch (style.keyword(StyleProperty.TEXT_ANCHOR)) {
            case "start" -> 0;
            case "middle" -> 0.5;
            case "end" -> 1;
            default -> throw SvgRefusal.ofValue(style.element(), "text-anchor", style.value(StyleProperty.TEXT_ANCHOR));
        };
        return isRightToLeft(style) ? 1 - share : share;
    }

    private static boolean isRightToLeft(Style style) {
        return style.keyword(StyleProperty.DIRECTION).equals("rtl");
    }

    /** The characters of a chunk in runs of one look and direction, in the order in which they stand. */
    private List<GlyphRun> glyphs(int start, int end) {
        StringBuilder text = new StringBuilder();
        letters.subList(start, end).forEach(letter -> text.append(letter.character()));
        int direction = isRightToLeft(letters.get(start).scope().style())
                ? Bidi.DIRECTION_RIGHT_TO_LEFT
                : Bidi.DIRECTION_LEFT_TO_RIGHT;
        Bidi bidi = new Bidi(text.toString(), direction);
        GlyphRuns pieces = new GlyphRuns(text.toString(), letters.subList(start, end), bidi, this::face);
        return pieces.inOrder();
    }

    private TextFace face(PaintScope inner) {
        return faces.computeIfAbsent(inner.style(), style -> new TextFace(style, fonts));
    }
}

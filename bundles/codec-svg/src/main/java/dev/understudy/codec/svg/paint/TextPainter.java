package dev.understudy.codec.svg.paint;

import dev.understudy.codec.svg.document.SvgElement;
import dev.understudy.codec.svg.font.DocumentFonts;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Paints texts. */
final class TextPainter {

    private final Structure structure;
    private final DocumentFonts fonts;
    private final ShapePainter shapes;

    TextPainter(Structure structure, DocumentFonts fonts, ShapePainter shapes) {
        this.structure = structure;
        this.fonts = fonts;
        this.shapes = shapes;
    }

    void paint(Surface surface, SvgElement text, PaintScope scope) {
        List<TextRun> runs = runs(text, scope);
        Rectangle2D box = box(runs);
        for (TextRun run : runs) {
            shapes.paint(surface, run, box == null ? new Rectangle2D.Double() : box);
        }
    }

    /** The letters of a text element. */
    List<TextRun> runs(SvgElement text, PaintScope scope) {
        return TextSetter.set(text, scope, structure, fonts);
    }

    /** The box of the cells of letters; null for none. */
    static @Nullable Rectangle2D box(List<TextRun> runs) {
        return runs.stream().map(TextRun::cell).reduce(Rectangle2D::createUnion).orElse(null);
    }
}

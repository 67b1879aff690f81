package dev.understudy.codec.svg.paint;

import dev.understudy.codec.svg.document.SvgElement;
import dev.understudy.codec.svg.document.SvgRefusal;
import dev.understudy.codec.svg.style.Style;
import dev.understudy.codec.svg.style.StyleProperty;
import dev.understudy.codec.svg.style.StyledDocument;
import dev.understudy.codec.svg.value.Length;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** Paints masks, and keeps what is under their bright places. */
final class MaskPainter {

    private static final String UNITS = "maskUnits";
    private static final String CONTENT_UNITS = "maskContentUnits";

    private final StyledDocument document;
    private final ElementPainter elements;

    MaskPainter(StyledDocument document, ElementPainter elements) {
        this.document = document;
        this.elements = elements;
    }

    /**
     * Keeps as much of a layer as a mask is bright there.
     *
     * @param scope of what is masked
     * @param box of what is masked, in its own coordinates
     */
    void apply(Surface layer, SvgElement mask, PaintScope scope, Rectangle2D box) {
        Style style = document.style(mask);
        PaintScope inner = new PaintScope(style, scope.toImage(), scope.viewport(), null, scope.depth() + 1);
        Shape area = scope.toImage().createTransformedShape(area(mask, style, scope.viewport(), box));
        if (BoxUnits.areMeant(mask, CONTENT_UNITS, mask.attribute(CONTENT_UNITS, BoxUnits.USER_SPACE))) {
            inner = BoxUnits.scope(inner, box);
        }
        try (Surface coverage = layer.layer(layer.bounds())) {
            elements.paintMasked(coverage, mask, inner, area);
            if (!isAlpha(style)) {
                toLuminance(coverage.image());
            }
            layer.keep(coverage);
        }
    }

    private static boolean isAlpha(Style style) {
        return switch (style.keyword(StyleProperty.MASK_TYPE)) {
            case "alpha" -> true;
            case "luminance" -> false;
            default -> throw SvgRefusal.ofValue(style.element(), "mask-type", style.value(StyleProperty.MASK_TYPE));
        };
    }

    /** Outside of it nothing is kept. */
    private static Shape area(SvgElement mask, Style style, Viewport viewport, Rectangle2D box) {
        boolean ofBox = BoxUnits.areMeant(mask, UNITS, mask.attribute(UNITS, BoxUnits.BOX));
        Viewport whole = ofBox ? BoxUnits.VIEWPORT : viewport;
        Rectangle2D area = new Rectangle2D.Double(
                length(style, "x", "-10%", whole.width()),
                length(style, "y", "-10%", whole.height()),
                length(style, "width", "120%", whole.width()),
                length(style, "height", "120%", whole.height()));
        return ofBox ? BoxUnits.onto(box).createTransformedShape(area) : area;
    }

    private static double length(Style style, String name, String fallback, double whole) {
        return style.read(name, style.element().attribute(name, fallback), Length::parse)
                .of(whole);
    }

    /** Makes opaque what is bright: the luminance of linear light's weights, of colors as they are in sRGB. */
    private static void toLuminance(BufferedImage image) {
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < pixels.length; i++) {
            int pixel = pixels[i];
            double luminance = 0.2125 * (pixel >> 16 & 0xff) + 0.7154 * (pixel >> 8 & 0xff) + 0.0721 * (pixel & 0xff);
            pixels[i] = (int) (luminance + 0.5) << 24;
        }
    }
}

package dev.understudy.codec.svg.paint;

import dev.understudy.codec.svg.document.SvgElement;
import dev.understudy.codec.svg.document.SvgRefusal;
import dev.understudy.codec.svg.embedded.DataImages;
import dev.understudy.codec.svg.font.DocumentFonts;
import dev.understudy.codec.svg.font.SvgFonts;
import dev.understudy.codec.svg.style.Style;
import dev.understudy.codec.svg.style.StyleProperty;
import dev.understudy.codec.svg.style.StyledDocument;
import dev.understudy.codec.svg.value.AspectRatio;
import dev.understudy.codec.svg.value.Length;
import dev.understudy.codec.svg.value.ViewBox;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/** A document as an image: its size in pixels, and what it looks like at that size. */
public final class SvgImage {

    /** Bytes for each pixel while it is painted: the image, and as many layers as there may be. */
    public static final int BYTES_PER_PIXEL = 4 * Budget.MOST_LAYERS;

    /** Bytes that do not depend on the image's size: of tiles, of an image in the image as it is read, of fonts, of the document. */
    public static final int MORE_BYTES = 40 * Budget.SMALL;

    private final StyledDocument document;
    private final DocumentFonts fonts;
    private final DataImages images;
    private final Style style;
    private final @Nullable ViewBox box;
    private final double width;
    private final double height;

    private SvgImage(
            StyledDocument document,
            DocumentFonts fonts,
            DataImages images,
            Style style,
            @Nullable ViewBox box,
            double width,
            double height) {
        this.fonts = fonts;
        this.images = images;
        this.document = document;
        this.style = style;
        this.box = box;
        this.width = width;
        this.height = height;
    }

    /**
     * The image of a document.
     *
     * @param fonts what its text is painted with, besides those that the document brings
     * @param images reads the images that stand in it
     * @throws SvgRefusal when the document does not say how large it is
     */
    public static SvgImage of(SvgElement root, SvgFonts fonts, DataImages images) {
        StyledDocument document = new StyledDocument(root);
        Style style = document.style(root);
        ViewBox box = Structure.viewBox(root, style);
        double width = said(style, "width");
        double height = said(style, "height");
        if (box != null && !box.isEmpty()) {
            double ratio = box.width() / box.height();
            if (width < 0) {
                width = height < 0 ? box.width() : height * ratio;
            }
            height = height < 0 ? width / ratio : height;
        }
        if (width < 0 || height < 0) {
            throw SvgRefusal.of(root, "a size that is not told by width and height, nor by viewBox");
        }
        DocumentFonts all = new DocumentFonts(document.fonts(), fonts);
        return new SvgImage(document, all, images, style, box, width, height);
    }

    /** A side in pixels; below 0 when it is not told, or as a part of what is unknown. */
    private static double said(Style style, String name) {
        Length length = style.geometry(name);
        if (length == null || length.percent()) {
            return -1;
        }
        if (length.value() < 0) {
            throw SvgRefusal.of(style.element(), "a size below 0 (" + name + ")");
        }
        return length.value();
    }

    /** Columns: the width in whole pixels, 0 when there are none. */
    public long columns() {
        return pixels(width);
    }

    /** Rows, likewise. */
    public long rows() {
        return pixels(height);
    }

    private static long pixels(double side) {
        return side == 0 ? 0 : Math.max(1, Math.round(side));
    }

    /**
     * Paints the image.
     *
     * @param columns of the result, which need not be those of the document
     * @param rows likewise
     */
    public BufferedImage paint(int columns, int rows) {
        Budget budget = new Budget((long) columns * rows);
        try (Surface surface = new Surface(new Rectangle(columns, rows), budget)) {
            boolean seen = (box == null || !box.isEmpty()) && isDisplayed();
            if (seen) {
                new ElementPainter(document, budget, fonts, images)
                        .paint(surface, document.root(), scope(columns, rows));
            }
            return surface.image();
        }
    }

    private boolean isDisplayed() {
        return !style.keyword(StyleProperty.DISPLAY).equals("none");
    }

    private PaintScope scope(int columns, int rows) {
        if (!style.transform(0, 0).isIdentity()) {
            throw SvgRefusal.ofValue(document.root(), "transform", style.value(StyleProperty.TRANSFORM));
        }
        AffineTransform toImage = AffineTransform.getScaleInstance(columns / width, rows / height);
        Viewport viewport = new Viewport(width, height);
        if (box != null) {
            String told = document.root().attribute("preserveAspectRatio", "");
            AspectRatio ratio = style.read("preserveAspectRatio", told, AspectRatio::parse);
            toImage.concatenate(ratio.fit(box, width, height));
            viewport = new Viewport(box.width(), box.height());
        }
        return new PaintScope(style, toImage, viewport, null, 0);
    }
}

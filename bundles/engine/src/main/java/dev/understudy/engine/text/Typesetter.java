package dev.understudy.engine.text;

import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.plan.PathData;
import dev.understudy.engine.plan.TextAttributes;
import dev.understudy.engine.plan.TextDialect;
import dev.understudy.engine.plan.TextShape;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.image.PixelSize;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Sets text in lines and, where that is asked for, in a size at which it fits.
 *
 * <p>Source: the reference's pages on {@code text}, {@code textAttr} and text positioning.
 */
public final class Typesetter {

    private static final int LONGEST_TEXT = 10_000;
    private static final double POINTS_AN_INCH = 72;
    private static final double SMALLEST = 0.01;
    private static final double LARGEST = 1000;

    /** Each step halves what is not known of the size at which text fits. */
    private static final int STEPS = 12;

    private final TextFontResolver fonts;

    public Typesetter(TextFontResolver fonts) {
        this.fonts = fonts;
    }

    /** Text of {@code text=} in lines in a box, as {@link #set(LayerContent.Text, PixelSize)} has it. */
    public TypesetText set(String text, TextAttributes attributes, PixelSize box) throws ServeException {
        return set(new LayerContent.Text(text, attributes), box);
    }

    /**
     * Text in lines, or on curves.
     *
     * @param box the size to fit; a height of 0 makes it as high as the text, a width of 0 as wide as well
     * @throws ServeException when the text is too long, or names fonts that are not there or cannot be used
     */
    public TypesetText set(LayerContent.Text text, PixelSize box) throws ServeException {
        String written = text.text();
        if (written.length() > LONGEST_TEXT) {
            throw new ServeException(new Failure.InvalidParameter(
                    text.dialect().command(), written.substring(0, 40) + "…", LONGEST_TEXT + " characters at most"));
        }
        try {
            TypesetText set = set(RtfReader.read(written, text.dialect(), text.colors()), text, box);
            fonts.requireIntact();
            return set;
        } catch (RuntimeException | LinkageError | InternalError | StackOverflowError e) {
            throw fonts.unusable(e);
        }
    }

    /** The names of the fonts that a text asks for. */
    public static Set<String> fontNames(String text) {
        return RtfReader.read(text, TextDialect.TEXT, List.of()).fontNames();
    }

    private TypesetText set(TextDocument document, LayerContent.Text text, PixelSize box) throws ServeException {
        TextAttributes attributes = text.attributes();
        double scale = Math.max(1, attributes.resolution()) / POINTS_AN_INCH;
        if (text.shape() instanceof TextShape.OnPath onPath) {
            TextDocument.Line first = document.lines().get(0);
            boolean sized = box.width() > 0 || box.height() > 0;
            TextOutlines outlines = TextOnPath.set(first, onPath, scale, !sized, fonts);
            return TypesetText.of(outlines, box, attributes.antialiased(), fonts);
        }
        double angle = text.shape() instanceof TextShape.InBox inBox ? inBox.angle() : 0;
        if (text.shape() instanceof TextShape.InPath || angle != 0 && box.area() > 0) {
            return flow(LineBreaker.all(document, text.dialect(), fonts), document.vertical(), scale, text, box);
        }
        if (angle != 0) {
            // lines of a box that has a width alone are as wide as that when they are upside down only
            PixelSize unturned = Math.abs(angle) == 180 ? box : PixelSize.NONE;
            TextBlock block = block(document, text, unturned, isAroundPoint(text.shape(), box));
            return TypesetText.turned(block, angle, box, attributes.antialiased(), fonts);
        }
        TextBlock block = block(document, text, box, isAroundPoint(text.shape(), box));
        return TypesetText.of(block, text.dialect() == TextDialect.TEXT_PS, attributes.antialiased(), fonts);
    }

    /** Level lines in a box, or around a point. */
    private TextBlock block(TextDocument document, LayerContent.Text text, PixelSize box, boolean aroundPoint)
            throws ServeException {
        TextAttributes attributes = text.attributes();
        double scale = Math.max(1, attributes.resolution()) / POINTS_AN_INCH;
        LineRoom room = new LineRoom(box, box.width() > 0 ? document.margins() : BoxMargins.NONE, text.dialect());
        TextDocument grown = CopyFitting.fitted(document, room.width(scale), room.height(scale), text.dialect(), fonts);
        List<LineBreaker> lines = LineBreaker.all(grown, text.dialect(), fonts);
        if (box.area() > 0 && attributes.sizing() != TextAttributes.Sizing.FIXED) {
            scale = fitting(lines, attributes, room, scale);
        }
        List<TextLine> set = lines(lines, attributes, room, scale);
        return aroundPoint
                ? TextBlock.aroundPoint(set, scale)
                : new TextBlock(set, box, scale, document.vertical(), room.margins());
    }

    private static boolean isAroundPoint(TextShape shape, PixelSize box) {
        return shape instanceof TextShape.InBox inBox && inBox.aroundPoint() && box.equals(PixelSize.NONE);
    }

    /** Text in an area, or in a box in which its lines are at an angle. */
    private TypesetText flow(
            List<LineBreaker> lines, Align vertical, double scale, LayerContent.Text text, PixelSize box)
            throws ServeException {
        TextShape shape = text.shape();
        TextShape.InPath area = shape instanceof TextShape.InPath inPath
                ? inPath
                : new TextShape.InPath(rectangle(box), null, ((TextShape.InBox) shape).angle());
        AffineTransform toPixels = AffineTransform.getRotateInstance(Math.toRadians(area.angle()));
        toPixels.scale(scale, scale);
        AffineTransform toText = AffineTransform.getScaleInstance(1 / scale, 1 / scale);
        toText.rotate(-Math.toRadians(area.angle()));
        TextFlow flow = new TextFlow(lines, new FlowArea(area.area(), area.excluded(), toText));
        return TypesetText.of(
                flow.set(vertical, toPixels), box, text.attributes().antialiased(), fonts);
    }

    private static PathData rectangle(PixelSize box) {
        List<PathData.Segment> sides = List.of(
                new PathData.Line(box.width(), 0),
                new PathData.Line(box.width(), box.height()),
                new PathData.Line(0, box.height()));
        return new PathData(List.of(new PathData.Subpath(0, 0, sides, true)));
    }

    /** The largest scale at which all of the text is inside of the box. */
    private static double fitting(List<LineBreaker> lines, TextAttributes attributes, LineRoom room, double wanted) {
        boolean free = attributes.sizing() == TextAttributes.Sizing.AUTO;
        if (!free && fits(lines, attributes, room, wanted)) {
            return wanted;
        }
        double fits = SMALLEST;
        double tooLarge = free ? LARGEST : wanted;
        for (int i = 0; i < STEPS && fits < tooLarge; i++) {
            double middle = Math.sqrt(fits * tooLarge);
            if (fits(lines, attributes, room, middle)) {
                fits = middle;
            } else {
                tooLarge = middle;
            }
        }
        return fits;
    }

    private static boolean fits(List<LineBreaker> lines, TextAttributes attributes, LineRoom room, double scale) {
        List<TextLine> set = lines(lines, attributes, room, scale);
        return TextLine.height(set) <= room.height(scale) && TextLine.width(set) <= room.width(scale);
    }

    /** The lines, up to the first that ends below the box; of {@code textPs=}, up to the last that does not. */
    private static List<TextLine> lines(
            List<LineBreaker> lines, TextAttributes attributes, LineRoom room, double scale) {
        float width = attributes.wrap() == TextAttributes.Wrap.NONE ? Float.MAX_VALUE : (float) room.width(scale);
        boolean insideWords = attributes.wrap() == TextAttributes.Wrap.WRAP;
        double left = room.height(scale);
        LineLimit limit = new LineLimit();
        List<TextLine> set = new ArrayList<>();
        for (LineBreaker line : lines) {
            List<TextLine> broken = limit.cut(
                    line.lines(width, insideWords, left), line.copyFit().maxLines());
            set.addAll(broken);
            left -= TextLine.height(broken);
        }
        return room.keep(set, scale);
    }
}

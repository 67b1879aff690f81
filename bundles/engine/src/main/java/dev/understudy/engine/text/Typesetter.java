package dev.understudy.engine.text;

import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.plan.Smoothing;
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
    private static final int QUARTER = 90;
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
        double scale = scale(text);
        TypesetText.Look look = new TypesetText.Look(smoothing(text), fonts);
        if (text.shape() instanceof TextShape.OnPath onPath) {
            TextDocument.Line first = document.lines().get(0);
            boolean sized = box.width() > 0 || box.height() > 0;
            return TypesetText.of(TextOnPath.set(first, onPath, scale, !sized, fonts), box, look);
        }
        double angle = text.shape() instanceof TextShape.InBox inBox ? inBox.angle() : 0;
        if (text.shape() instanceof TextShape.InPath || angle != 0 && box.area() > 0) {
            return TypesetText.of(flow(document, scale, text, box), box, look);
        }
        if (document.topToBottom() && angle == 0) {
            TextDocument turned = document.with(document.margins().turned(1));
            return TypesetText.turned(
                    block(turned, text, new PixelSize(box.height(), box.width())), QUARTER, box, look);
        }
        double lines = angle + (document.topToBottom() ? QUARTER : 0);
        if (lines % 360 != 0) {
            // lines of a box that has a width alone are as wide as that when they are upside down only
            boolean upsideDown = Math.abs(lines) == 180;
            TextBlock block = block(
                    upsideDown ? document.with(document.margins().turned(2)) : document,
                    text,
                    upsideDown ? box : PixelSize.NONE);
            return TypesetText.turned(block, lines, box, look);
        }
        return TypesetText.of(block(document, text, box), text.dialect() == TextDialect.TEXT_PS, look);
    }

    private static double scale(LayerContent.Text text) {
        return Math.max(1, text.attributes().resolution()) / POINTS_AN_INCH;
    }

    private static Smoothing smoothing(LayerContent.Text text) {
        Smoothing given = text.attributes().smoothing();
        return text.dialect() == TextDialect.TEXT_PS || given.isOfText() ? given : Smoothing.NORM;
    }

    /** Level lines in a box, or around a point. */
    private TextBlock block(TextDocument document, LayerContent.Text text, PixelSize box) throws ServeException {
        TextAttributes attributes = text.attributes();
        double scale = scale(text);
        LineRoom room = new LineRoom(box, box.width() > 0 ? document.margins() : BoxMargins.NONE, text.dialect());
        TextDocument grown = CopyFitting.fitted(document, room.width(scale), room.height(scale), text.dialect(), fonts);
        List<LineBreaker> lines = LineBreaker.all(grown, text.dialect(), fonts);
        if (box.area() > 0 && attributes.sizing() != TextAttributes.Sizing.FIXED) {
            scale = fitting(lines, attributes, room, scale);
        }
        List<TextLine> set = lines(lines, attributes, room, scale);
        return isAroundPoint(text.shape(), box)
                ? TextBlock.aroundPoint(set, scale)
                : new TextBlock(set, box, scale, document.vertical(), room.margins());
    }

    private static boolean isAroundPoint(TextShape shape, PixelSize box) {
        return shape instanceof TextShape.InBox inBox && inBox.aroundPoint() && box.equals(PixelSize.NONE);
    }

    /** Text in an area, or in a box in which its lines are at an angle. */
    private TextOutlines flow(TextDocument document, double scale, LayerContent.Text text, PixelSize box)
            throws ServeException {
        TextShape.InPath area = text.shape() instanceof TextShape.InPath inPath
                ? inPath
                : new TextShape.InPath(
                        document.margins().room(box, scale), null, ((TextShape.InBox) text.shape()).angle());
        double angle = Math.toRadians(area.angle() + (document.topToBottom() ? QUARTER : 0));
        AffineTransform toPixels = AffineTransform.getRotateInstance(angle);
        toPixels.scale(scale, scale);
        AffineTransform toText = AffineTransform.getScaleInstance(1 / scale, 1 / scale);
        toText.rotate(-angle);
        FlowArea room = new FlowArea(area.area(), area.excluded(), toText);
        FlowWork work = new FlowWork();
        TextDocument grown = CopyFitting.fitted(
                document, tried -> flow(tried, text.dialect(), room, work).fits());
        return flow(grown, text.dialect(), room, work).set(document.vertical(), toPixels);
    }

    private TextFlow flow(TextDocument document, TextDialect dialect, FlowArea area, FlowWork work)
            throws ServeException {
        return new TextFlow(LineBreaker.all(document, dialect, fonts), area, work);
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

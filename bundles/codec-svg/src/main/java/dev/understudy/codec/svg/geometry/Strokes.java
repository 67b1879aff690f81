package dev.understudy.codec.svg.geometry;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;

/** Makes the areas that strokes cover. */
public final class Strokes {

    /** Dashes along one outline. */
    private static final double MOST_DASHES = 100_000;

    private Strokes() {}

    /**
     * The area of a stroke, in the image's coordinates. It is worked out at about the size that it has there, since curves are
     * followed as exactly as pixels need it.
     *
     * @param path the outline, in its own coordinates
     * @param line how it is drawn, likewise
     * @param toImage from there to the image
     */
    public static Shape area(Path2D path, Line line, AffineTransform toImage) {
        double scale = Math.sqrt(Math.abs(toImage.getDeterminant()));
        if (scale == 0) {
            return new Path2D.Double();
        }
        AffineTransform enlarging = AffineTransform.getScaleInstance(scale, scale);
        AffineTransform rest = new AffineTransform(toImage);
        rest.scale(1 / scale, 1 / scale);
        Shape stroked = line.stroke(scale).createStrokedShape(path.createTransformedShape(enlarging));
        return rest.createTransformedShape(stroked);
    }

    /** Whether there are so many dashes that making them takes too long. */
    public static boolean hasTooManyDashes(Path2D path, Line line) {
        double period = 0;
        for (double dash : line.dashes()) {
            period += dash;
        }
        return period > 0 && length(path) / period * line.dashes().length > MOST_DASHES;
    }

    /** No less than an outline's length: that of the lines between its points and handles. */
    private static double length(Path2D path) {
        double[] c = new double[6];
        double x = 0;
        double y = 0;
        double length = 0;
        for (PathIterator segments = path.getPathIterator(null); !segments.isDone(); segments.next()) {
            int kind = segments.currentSegment(c);
            int numbers = kind == PathIterator.SEG_CUBICTO ? 6 : kind == PathIterator.SEG_CLOSE ? 0 : 2;
            for (int i = 0; i < numbers; i += 2) {
                length += kind == PathIterator.SEG_MOVETO ? 0 : Math.hypot(c[i] - x, c[i + 1] - y);
                x = c[i];
                y = c[i + 1];
            }
        }
        return 2 * length; // closing lines are no longer than the rest
    }

    /**
     * How an outline is drawn.
     *
     * @param width of the line
     * @param cap a constant of {@link BasicStroke}
     * @param join likewise
     * @param miterLimit 1 or more
     * @param dashes lengths of dashes and gaps in turn; none for a whole line
     * @param phase where in them it begins
     */
    public record Line(double width, int cap, int join, double miterLimit, double[] dashes, double phase) {

        BasicStroke stroke(double scale) {
            float[] scaled = new float[dashes.length];
            double period = 0;
            for (int i = 0; i < dashes.length; i++) {
                scaled[i] = (float) (dashes[i] * scale);
                period += dashes[i];
            }
            double start = period == 0 ? 0 : phase - Math.floor(phase / period) * period;
            return new BasicStroke(
                    (float) (width * scale),
                    cap,
                    join,
                    (float) Math.max(1, miterLimit),
                    scaled.length == 0 ? null : scaled,
                    (float) (start * scale));
        }
    }
}

package dev.understudy.engine.path;

import dev.understudy.engine.layout.Box;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Region;
import java.util.Arrays;

/** The straight lines that curves are drawn with, as far as they matter for an area of pixels, from the uppermost down. */
final class EdgeTable {

    /** Bytes of a line, with room to grow and to sort. */
    private static final int BYTES_AN_EDGE = 64;

    private static final int MOST = 1 << 21;

    private final Region area;
    private double[] top = new double[64];
    private double[] bottom = new double[64];
    private double[] x = new double[64];
    private double[] slope = new double[64];
    private int[] owner = new int[64];
    private int size;
    private Integer[] order = {};

    EdgeTable(Region area) {
        this.area = area;
    }

    /** Bytes that the lines of a curve take at most. */
    static long memory(CubicCurve curve) {
        return (long) curve.lines() * BYTES_AN_EDGE;
    }

    /**
     * Adds a curve.
     *
     * @param contour whose edge it is
     * @throws ServeException {@code size.limit} when there are too many
     */
    void add(CubicCurve curve, int contour) throws ServeException {
        Box hull = curve.hull();
        boolean beside = hull.bottom() <= area.y()
                || hull.top() >= (double) area.y() + area.height()
                || hull.left() >= (double) area.x() + area.width();
        if (beside) {
            return;
        }
        // left of the area, only from where to where it goes matters
        int lines = hull.right() <= area.x() ? 1 : curve.lines();
        double fromX = curve.x0();
        double fromY = curve.y0();
        for (int i = 1; i <= lines; i++) {
            double toX = i == lines ? curve.x3() : curve.x((double) i / lines);
            double toY = i == lines ? curve.y3() : curve.y((double) i / lines);
            add(fromX, fromY, toX, toY, contour);
            fromX = toX;
            fromY = toY;
        }
    }

    private void add(double fromX, double fromY, double toX, double toY, int contour) throws ServeException {
        if (fromY == toY || Double.isNaN(fromX + fromY + toX + toY)) {
            return;
        }
        if (size == MOST) {
            throw new ServeException(
                    new Failure.TooLarge("A path of so many curves", "the limit of " + MOST + " lines"));
        }
        if (size == top.length) {
            grow(2 * size);
        }
        boolean down = toY > fromY;
        top[size] = down ? fromY : toY;
        bottom[size] = down ? toY : fromY;
        x[size] = down ? fromX : toX;
        slope[size] = (toX - fromX) / (toY - fromY);
        owner[size] = down ? contour : ~contour;
        size++;
    }

    private void grow(int length) {
        top = Arrays.copyOf(top, length);
        bottom = Arrays.copyOf(bottom, length);
        x = Arrays.copyOf(x, length);
        slope = Arrays.copyOf(slope, length);
        owner = Arrays.copyOf(owner, length);
    }

    /** Puts them in the order in which they begin; no more can be added. */
    void sort() {
        order = new Integer[size];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(top[a], top[b]));
    }

    int size() {
        return size;
    }

    /** The line that is number {@code i} from above. */
    int at(int i) {
        return order[i];
    }

    double top(int edge) {
        return top[edge];
    }

    double bottom(int edge) {
        return bottom[edge];
    }

    /** Where it crosses a height. */
    double x(int edge, double y) {
        return x[edge] + (y - top[edge]) * slope[edge];
    }

    /** The contour whose edge it is. */
    int contour(int edge) {
        return owner[edge] < 0 ? ~owner[edge] : owner[edge];
    }

    /** 1 when the contour goes down along it, -1 when it goes up. */
    int direction(int edge) {
        return owner[edge] < 0 ? -1 : 1;
    }
}

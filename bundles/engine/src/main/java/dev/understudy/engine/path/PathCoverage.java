package dev.understudy.engine.path;

import dev.understudy.engine.layout.Affine;
import dev.understudy.engine.work.Interruption;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import java.util.Arrays;

/**
 * What a clip covers of pixels, 0..255: exactly along rows, and at {@value #LINES} heights of each. For one thread.
 */
public final class PathCoverage {

    /** Heights of a row at which the area is looked at. */
    private static final int LINES = 16;

    /** Bytes of a pixel of a row while it is summed up, and of the result. */
    private static final int BYTES_A_COLUMN = 8;

    private final Region area;
    private final EdgeTable edges;
    private final Inside inside;
    private final double[] steps;
    private final int[] active;
    private final double[] crossings;
    private int begun;
    private int count;

    private PathCoverage(ClipArea clip, Affine toWindow, Region area) throws ServeException {
        this.area = area;
        edges = new EdgeTable(area);
        inside = new Inside(clip);
        int contour = 0;
        for (PathArea path : clip.paths()) {
            for (PathArea.Contour each : path.contours()) {
                for (CubicCurve curve : each.curves()) {
                    edges.add(curve.mapped(toWindow), contour);
                }
                contour++;
            }
        }
        edges.sort();
        steps = new double[area.width() + 2];
        active = new int[edges.size()];
        crossings = new double[edges.size()];
    }

    /** Bytes that {@link #of} takes at most. */
    public static long memory(ClipArea clip, Affine toWindow, Region area) {
        long lines = clip.paths().stream()
                .flatMap(path -> path.contours().stream())
                .flatMap(contour -> contour.curves().stream())
                .mapToLong(curve -> EdgeTable.memory(curve.mapped(toWindow)))
                .sum();
        return area.area() + (long) BYTES_A_COLUMN * area.width() + lines;
    }

    /**
     * The coverage of an area of a window.
     *
     * @param toWindow from the coordinates of the clip
     * @throws ServeException when the paths are too long, or the request has been given up meanwhile
     */
    public static Plane of(ClipArea clip, Affine toWindow, Region area) throws ServeException {
        return new PathCoverage(clip, toWindow, area).drawn();
    }

    private Plane drawn() throws ServeException {
        byte[] out = new byte[Math.multiplyExact(area.width(), area.height())];
        for (int row = 0; row < area.height(); row++) {
            Interruption.check();
            Arrays.fill(steps, 0);
            for (int line = 0; line < LINES; line++) {
                addLine(area.y() + row + (line + 0.5) / LINES);
            }
            double sum = 0;
            for (int column = 0; column < area.width(); column++) {
                sum += steps[column];
                out[row * area.width() + column] = (byte) Math.max(0, Math.min(255, Math.round(sum * 255 / LINES)));
            }
        }
        return new Plane(area.width(), area.height(), out);
    }

    private void addLine(double y) {
        activate(y);
        inside.clear();
        boolean within = inside.isInside();
        if (within) {
            addStep(area.x(), 1);
        }
        for (int i = 0; i < count; i++) {
            inside.cross(edges.contour(active[i]), edges.direction(active[i]));
            if (inside.isInside() != within) {
                within = !within;
                addStep(crossings[i], within ? 1 : -1);
            }
        }
    }

    /** Keeps the lines that cross a height, from the left; heights are asked for from above. */
    private void activate(double y) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (edges.bottom(active[i]) > y) {
                active[kept++] = active[i];
            }
        }
        for (; begun < edges.size() && edges.top(edges.at(begun)) <= y; begun++) {
            if (edges.bottom(edges.at(begun)) > y) {
                active[kept++] = edges.at(begun);
            }
        }
        count = kept;
        for (int i = 0; i < count; i++) {
            crossings[i] = edges.x(active[i], y);
        }
        CrossingOrder.sort(crossings, active, count);
    }

    /** What lies right of a place is inside from here on, or no longer. */
    private void addStep(double x, int sign) {
        double from = Math.max(0, Math.min(area.width(), x - area.x()));
        int column = (int) from;
        double missed = from - column;
        steps[column] += sign * (1 - missed);
        steps[column + 1] += sign * missed;
    }
}

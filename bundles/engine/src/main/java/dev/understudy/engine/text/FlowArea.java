package dev.understudy.engine.text;

import dev.understudy.engine.plan.PathData;
import dev.understudy.failure.ServeException;
import java.awt.geom.AffineTransform;
import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An area into which text flows; finds the room that it has for lines, along the axes of the text. */
final class FlowArea {

    /** How far from a curve the lines may be that stand for it, in points. */
    private static final double FLATNESS = 0.1;

    private static final int MOST_EDGES = 100_000;

    private final List<Edge> edges = new ArrayList<>();

    /**
     * What an area encloses that another one does not; subpaths are closed by a straight line.
     *
     * @param toText from pixels to the axes of the text
     * @throws ServeException when it has too many edges
     */
    FlowArea(PathData area, @Nullable PathData excluded, AffineTransform toText) throws ServeException {
        add(area, false, toText);
        if (excluded != null) {
            add(excluded, true, toText);
        }
    }

    /**
     * A straight part of the edge.
     *
     * @param excludes whether it is of what is left free
     */
    private record Edge(double x1, double y1, double x2, double y2, boolean excludes) {

        double at(double y) {
            return y1 == y2 ? x1 : x1 + (y - y1) / (y2 - y1) * (x2 - x1);
        }

        double low() {
            return Math.min(y1, y2);
        }

        double high() {
            return Math.max(y1, y2);
        }

        /** What of the x axis it takes between two heights. */
        Blocked within(double top, double bottom) {
            double from = y1 == y2 ? x1 : at(Math.max(low(), top));
            double to = y1 == y2 ? x2 : at(Math.min(high(), bottom));
            double middle = (top + bottom) / 2;
            int turn = y1 <= middle && y2 > middle ? 1 : y2 <= middle && y1 > middle ? -1 : 0;
            return new Blocked(Math.min(from, to), Math.max(from, to), excludes ? 0 : turn, excludes ? turn : 0);
        }
    }

    /** Where an edge is in the way, and how often what lies on its right is enclosed more than what lies on its left. */
    private record Blocked(double left, double right, int turns, int excludedTurns) {}

    /** Room for a line, in points along the text. */
    record Gap(double left, double right) {

        double width() {
            return right - left;
        }
    }

    private void add(PathData path, boolean excludes, AffineTransform toText) throws ServeException {
        for (PathData.Subpath subpath : path.subpaths()) {
            double[] point = new double[6];
            double x = 0;
            double y = 0;
            PathIterator at =
                    new FlatteningPathIterator(SubpathOutline.of(subpath, true).getPathIterator(toText), FLATNESS);
            for (; !at.isDone(); at.next()) {
                if (at.currentSegment(point) == PathIterator.SEG_LINETO) {
                    edges.add(new Edge(x, y, point[0], point[1], excludes));
                }
                x = point[0];
                y = point[1];
            }
            if (edges.size() > MOST_EDGES) {
                throw TextFlow.tooMuchWork(excludes ? "textFlowXPath" : "textFlowPath");
            }
        }
    }

    /** How many straight parts its edge has. */
    int edges() {
        return edges.size();
    }

    double top() {
        return edges.stream()
                .filter(edge -> !edge.excludes())
                .mapToDouble(Edge::low)
                .min()
                .orElse(0);
    }

    double bottom() {
        return edges.stream()
                .filter(edge -> !edge.excludes())
                .mapToDouble(Edge::high)
                .max()
                .orElse(0);
    }

    /** The room between two heights, from left to right: what lies inside all the way from one to the other. */
    List<Gap> gaps(double top, double bottom) {
        List<Blocked> blocked = new ArrayList<>();
        for (Edge edge : edges) {
            if (edge.low() < bottom && edge.high() > top) {
                blocked.add(edge.within(top, bottom));
            }
        }
        blocked.sort(Comparator.comparingDouble(Blocked::left));
        List<Gap> gaps = new ArrayList<>();
        int turns = 0;
        int excludedTurns = 0;
        double reached = Double.NEGATIVE_INFINITY;
        for (Blocked next : blocked) {
            if (next.left() > reached && turns != 0 && excludedTurns == 0) {
                gaps.add(new Gap(reached, next.left()));
            }
            reached = Math.max(reached, next.right());
            turns += next.turns();
            excludedTurns += next.excludedTurns();
        }
        return gaps;
    }
}

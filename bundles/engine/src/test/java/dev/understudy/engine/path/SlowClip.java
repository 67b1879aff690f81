package dev.understudy.engine.path;

import dev.understudy.image.EmbeddedPath.Combination;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The oracle for clips: rays to the left at 16 x 16 places a pixel, against curves in 60 pieces. */
final class SlowClip {

    private static final int PLACES = 16;
    private static final int PIECES = 60;

    private final ClipArea clip;
    private final Map<PathArea.Contour, List<double[]>> pieces = new HashMap<>();

    SlowClip(ClipArea clip) {
        this.clip = clip;
    }

    double coverage(int column, int row) {
        int inside = 0;
        for (int j = 0; j < PLACES; j++) {
            for (int i = 0; i < PLACES; i++) {
                inside += isLeft(column + (i + 0.5) / PLACES, row + (j + 0.5) / PLACES) ? 1 : 0;
            }
        }
        return inside / (double) (PLACES * PLACES);
    }

    private boolean isLeft(double x, double y) {
        return clip.inside().stream().allMatch(area -> isWithin(area, x, y))
                && clip.outside().stream().noneMatch(area -> isWithin(area, x, y));
    }

    private boolean isWithin(PathArea area, double x, double y) {
        Combination first = area.contours().get(0).combination();
        boolean within = first == Combination.SUBTRACT || first == Combination.INTERSECT;
        for (PathArea.Contour contour : area.contours()) {
            int turns = turns(pieces.computeIfAbsent(contour, SlowClip::pieces), x, y);
            boolean here = contour.winding() ? turns != 0 : turns % 2 != 0;
            within = switch (contour.combination()) {
                case EXCLUDE -> within != here;
                case UNITE -> within || here;
                case SUBTRACT -> within && !here;
                case INTERSECT -> within && here;
            };
        }
        return within;
    }

    private static List<double[]> pieces(PathArea.Contour contour) {
        List<double[]> pieces = new ArrayList<>();
        for (CubicCurve curve : contour.curves()) {
            for (int i = 0; i < PIECES; i++) {
                double from = (double) i / PIECES;
                double to = (i + 1.0) / PIECES;
                pieces.add(new double[] {curve.x(from), curve.y(from), curve.x(to), curve.y(to)});
            }
        }
        return pieces;
    }

    private static int turns(List<double[]> pieces, double x, double y) {
        int turns = 0;
        for (double[] piece : pieces) {
            if (piece[1] <= y != piece[3] <= y) {
                double crossing = piece[0] + (y - piece[1]) / (piece[3] - piece[1]) * (piece[2] - piece[0]);
                turns += crossing < x ? piece[3] > piece[1] ? 1 : -1 : 0;
            }
        }
        return turns;
    }
}

package dev.understudy.engine.command;

import dev.understudy.engine.plan.Perspective;
import dev.understudy.engine.plan.Perspective.Resampling;
import dev.understudy.engine.plan.Point;
import dev.understudy.engine.syntax.Numbers;
import java.util.ArrayList;
import java.util.List;

/**
 * How {@code perspective=} and {@code perspectiveN=} are written.
 *
 * <p>Source: the reference's page on perspective.
 */
final class PerspectiveSyntax {

    private static final String CORNERS =
            " of upper left, upper right, lower right and lower left, which make a convex quadrilateral; then R1, R2, R3, or"
                    + " R3T and an integer of 0..200";

    static final String ALLOWED = "x,y in pixels" + CORNERS;
    static final String ALLOWED_NORMALIZED = "x,y as parts of the composite" + CORNERS;

    private static final int NUMBERS = 8;
    private static final String JITTERED = "R3T";

    private PerspectiveSyntax() {}

    static Perspective parse(String text, boolean normalized) {
        String[] items = Numbers.items(text, NUMBERS, NUMBERS + 1);
        List<Point> corners = new ArrayList<>();
        for (int i = 0; i < NUMBERS; i += 2) {
            corners.add(new Point(Numbers.real(items[i]), Numbers.real(items[i + 1]), normalized));
        }
        String resampling = items.length > NUMBERS ? items[NUMBERS] : "";
        Perspective perspective = resampling.startsWith(JITTERED)
                ? new Perspective(
                        corners, Resampling.JITTERED, Numbers.integer(resampling.substring(JITTERED.length()), 0, 200))
                : new Perspective(corners, resampling(resampling), 0);
        if (!perspective.isConvex()) {
            throw new IllegalArgumentException("not convex");
        }
        return perspective;
    }

    private static Resampling resampling(String name) {
        return switch (name) {
            case "R1" -> Resampling.NEAREST;
            case "R2" -> Resampling.BILINEAR;
            case "", "R3" -> Resampling.SUPERSAMPLED;
            default -> throw new IllegalArgumentException("no resampling");
        };
    }
}

package dev.understudy.engine.planning;

import dev.understudy.engine.command.Commands;
import dev.understudy.engine.layout.Box;
import dev.understudy.engine.path.PathArea;
import dev.understudy.engine.plan.Clip;
import dev.understudy.engine.plan.ClipPath;
import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.plan.PathData;
import dev.understudy.engine.plan.Point;
import dev.understudy.engine.request.CommandValues;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Region;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plans what paths cut off.
 *
 * <p>Source: the reference's pages on clipPath, clipXPath and cropPathE.
 */
final class ClipPlanner {

    private ClipPlanner() {}

    /**
     * What is seen of a layer or the composite.
     *
     * @param content whose paths can be named; null for none
     */
    static Clip clip(CommandValues values, @Nullable LayerContent content) throws ServeException {
        ClipPath inside = values.get(Commands.CLIP_PATH);
        ClipPath outside = values.get(Commands.CLIP_X_PATH);
        return inside == null ? Clip.NONE : new Clip(useful(inside, content), useful(outside, content));
    }

    private static @Nullable ClipPath useful(@Nullable ClipPath path, @Nullable LayerContent content) {
        return path instanceof ClipPath.OfImage && !hasPaths(content) ? null : path;
    }

    /** The paths to whose bounds a layer or the composite is cropped. */
    static List<String> cropPaths(CommandValues values, @Nullable LayerContent content) throws ServeException {
        List<String> names = values.get(Commands.CROP_PATH_E, List.of());
        return hasPaths(content) ? names : List.of();
    }

    private static boolean hasPaths(@Nullable LayerContent content) {
        return content instanceof LayerContent.Image;
    }

    /**
     * A layer that is as large as its path.
     *
     * @param clip the path, from the upper left corner of the layer
     * @param size the whole pixels around it
     * @param origin where 0,0 of the path lies in the layer
     */
    record Extent(Clip clip, Point size, Point origin) {

        /** The extent of a clip; null when it has no path of its own. */
        static @Nullable Extent of(Clip clip) {
            if (!(clip.inside() instanceof ClipPath.Drawn drawn)) {
                return null;
            }
            Box bounds = PathArea.of(drawn.path()).bounds();
            Region around = bounds.touched(0);
            Point size = new Point(Math.max(1, around.width()), Math.max(1, around.height()), false);
            return new Extent(
                    new Clip(moved(drawn, around), moved(clip.outside(), around)),
                    size,
                    new Point(-around.x(), -around.y(), false));
        }

        private static @Nullable ClipPath moved(@Nullable ClipPath path, Region around) {
            return path instanceof ClipPath.Drawn drawn ? new ClipPath.Drawn(moved(drawn.path(), around)) : path;
        }

        private static PathData moved(PathData path, Region around) {
            return path.moved(-around.x(), -around.y());
        }
    }
}

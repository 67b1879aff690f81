package dev.understudy.engine.plan;

import org.jspecify.annotations.Nullable;

/**
 * Where the lines of a text run.
 *
 * <p>Source: the reference's page on text layers.
 */
public sealed interface TextShape {

    /** Upright lines in the rectangle of the layer, in the middle of which the layer is placed. */
    TextShape BOX = new InBox(0, false);

    /** Upright lines in the rectangle of the layer; where that has no size, they stand around the point where the layer is placed. */
    TextShape AROUND_POINT = new InBox(0, true);

    /**
     * Lines in the rectangle of the layer.
     *
     * @param angle of the lines in degrees, clockwise; {@code textAngle=}
     * @param aroundPoint whether lines of a layer without a size stand around the point where it is placed, as they are aligned
     */
    record InBox(double angle, boolean aroundPoint) implements TextShape {

        public InBox {
            angle += 0.0;
        }
    }

    /**
     * Lines that fill an area, in pixels from the upper left corner of the layer where that has a size, else from its origin.
     *
     * @param area {@code textFlowPath=}
     * @param excluded {@code textFlowXPath=}: what of the area is left free; null for nothing
     * @param angle of the lines in degrees, clockwise
     */
    record InPath(PathData area, @Nullable PathData excluded, double angle) implements TextShape {

        public InPath {
            angle += 0.0;
        }
    }

    /**
     * One line along each subpath, in their order; {@code textPath=}.
     *
     * @param path in pixels as the area of {@link InPath} is
     * @param section what of each subpath is used
     */
    record OnPath(PathData path, PathSection section) implements TextShape {}
}

package dev.understudy.engine.orient;

import dev.understudy.engine.layout.Affine;
import dev.understudy.image.Orientation;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import org.jspecify.annotations.Nullable;

/**
 * One of the eight ways to turn an image: rows and columns change places or not, then it is mirrored or not.
 *
 * @param swap whether columns become rows, before mirroring
 * @param mirrorX whether left and right change places
 * @param mirrorY whether top and bottom change places
 */
public record OrientationTransform(boolean swap, boolean mirrorX, boolean mirrorY) {

    /** Rows and columns that are worked on together when they change places, for the sake of the processor's cache. */
    private static final int TILE = 32;

    /** The transform that sets a stored image upright. */
    public static OrientationTransform upright(Orientation orientation) {
        return switch (orientation) {
            case NORMAL -> new OrientationTransform(false, false, false);
            case MIRRORED -> new OrientationTransform(false, true, false);
            case ROTATED_180 -> new OrientationTransform(false, true, true);
            case FLIPPED -> new OrientationTransform(false, false, true);
            case TRANSPOSED -> new OrientationTransform(true, false, false);
            case ROTATED_90 -> new OrientationTransform(true, true, false);
            case TRANSVERSED -> new OrientationTransform(true, true, true);
            case ROTATED_270 -> new OrientationTransform(true, false, true);
        };
    }

    /** The turn in a mapping that keeps axes, without its scale and place. */
    public static OrientationTransform of(Affine mapping) {
        return mapping.swapsAxes()
                ? new OrientationTransform(true, mapping.xy() < 0, mapping.yx() < 0)
                : new OrientationTransform(false, mapping.xx() < 0, mapping.yy() < 0);
    }

    /**
     * The same as a mapping of coordinates.
     *
     * @param width of the image before
     * @param height of the image before
     */
    public Affine affine(int width, int height) {
        return swap
                ? new Affine(0, mirrorX ? -1 : 1, mirrorY ? -1 : 1, 0, mirrorX ? height : 0, mirrorY ? width : 0)
                : Affine.mirror(mirrorX, mirrorY, width, height);
    }

    /** The image turned. */
    public Pixels apply(Pixels pixels) {
        if (isNothing()) {
            return pixels;
        }
        @Nullable Plane alpha = pixels.alpha() == null ? null : apply(pixels.alpha());
        return new Pixels(
                pixels.samples(), pixels.planes().stream().map(this::apply).toList(), alpha, pixels.profile());
    }

    /** The plane turned. */
    public Plane apply(Plane plane) {
        if (isNothing()) {
            return plane;
        }
        int width = swap ? plane.height() : plane.width();
        int height = swap ? plane.width() : plane.height();
        byte[] out = new byte[width * height];
        int start = (mirrorX ? width - 1 : 0) + (mirrorY ? (height - 1) * width : 0);
        int across = mirrorX ? -1 : 1;
        int down = mirrorY ? -width : width;
        if (swap) {
            copyTiles(plane, out, start, down, across);
        } else {
            copyTiles(plane, out, start, across, down);
        }
        return new Plane(width, height, out);
    }

    private boolean isNothing() {
        return !swap && !mirrorX && !mirrorY;
    }

    /** Puts the sample of column x and row y at {@code start + x * stepX + y * stepY}. */
    private static void copyTiles(Plane plane, byte[] out, int start, int stepX, int stepY) {
        for (int top = 0; top < plane.height(); top += TILE) {
            int bottom = Math.min(top + TILE, plane.height());
            for (int left = 0; left < plane.width(); left += TILE) {
                int right = Math.min(left + TILE, plane.width());
                for (int y = top; y < bottom; y++) {
                    int from = y * plane.width();
                    int to = start + y * stepY;
                    for (int x = left; x < right; x++) {
                        out[to + x * stepX] = plane.samples()[from + x];
                    }
                }
            }
        }
    }
}

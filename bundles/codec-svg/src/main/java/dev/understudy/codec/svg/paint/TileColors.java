package dev.understudy.codec.svg.paint;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** The colors of a tile that is repeated in all directions, or of an image that is not. */
final class TileColors implements PixelPaint.PlaceColors {

    private final int[] pixels;
    private final int width;
    private final int height;
    private final AffineTransform toTile;
    private final double opacity;
    private final Edge edge;
    private final boolean smooth;
    private final Point2D.Double point = new Point2D.Double();

    /** What is beyond a tile's edge. */
    enum Edge {
        /** The tile again. */
        REPEATED,
        /** The pixels at the edge. */
        EXTENDED
    }

    /**
     * The colors of a tile.
     *
     * @param toTile from the image to the tile's pixels
     * @param smooth whether pixels are mixed with their neighbors
     */
    TileColors(BufferedImage tile, AffineTransform toTile, double opacity, Edge edge, boolean smooth) {
        this.pixels = ((DataBufferInt) tile.getRaster().getDataBuffer()).getData();
        this.width = tile.getWidth();
        this.height = tile.getHeight();
        this.toTile = toTile;
        this.opacity = opacity;
        this.edge = edge;
        this.smooth = smooth;
    }

    @Override
    public int at(double x, double y) {
        point.setLocation(x, y);
        toTile.transform(point, point);
        if (!smooth) {
            return mixed((int) Math.floor(point.x), (int) Math.floor(point.y), 0, 0);
        }
        double left = Math.floor(point.x - 0.5);
        double top = Math.floor(point.y - 0.5);
        return mixed((int) left, (int) top, point.x - 0.5 - left, point.y - 0.5 - top);
    }

    private int mixed(int x, int y, double shareX, double shareY) {
        int upperLeft = pixel(x, y);
        int upperRight = pixel(x + 1, y);
        int lowerLeft = pixel(x, y + 1);
        int lowerRight = pixel(x + 1, y + 1);
        int result = 0;
        for (int shift = 24; shift >= 0; shift -= 8) {
            double upper = level(upperLeft, shift) * (1 - shareX) + level(upperRight, shift) * shareX;
            double lower = level(lowerLeft, shift) * (1 - shareX) + level(lowerRight, shift) * shareX;
            result = result << 8 | (int) ((upper * (1 - shareY) + lower * shareY) * opacity + 0.5);
        }
        return result;
    }

    private static int level(int pixel, int shift) {
        return pixel >>> shift & 0xff;
    }

    private int pixel(int x, int y) {
        return edge == Edge.REPEATED
                ? pixels[Math.floorMod(y, height) * width + Math.floorMod(x, width)]
                : pixels[inside(y, height) * width + inside(x, width)];
    }

    private static int inside(int place, int size) {
        return Math.max(0, Math.min(size - 1, place));
    }
}

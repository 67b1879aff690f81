package dev.understudy.engine.resample;

import dev.understudy.engine.layout.LocalMapping;

/**
 * What a pixel of a window covers of an image: an ellipse, told as an upright one and a line along which that is moved. For one
 * thread.
 *
 * <p>The ellipse is the circle of the pixel's width, mapped. Of its covariances, those of the line are as large as can be without the
 * upright one becoming flatter in one direction than in the other.
 */
final class Footprint {

    private double width;
    private double height;
    private double slantX;
    private double slantY;

    /** Takes that of a mapping from the window to the image. */
    void of(LocalMapping near) {
        double alongX = near.xx() * near.xx() + near.xy() * near.xy();
        double alongY = near.yx() * near.yx() + near.yy() * near.yy();
        double both = near.xx() * near.yx() + near.xy() * near.yy();
        double correlation = both == 0 ? 0 : Math.max(-1, Math.min(1, both / Math.sqrt(alongX * alongY)));
        double slanted = Math.abs(correlation);
        width = Math.sqrt(alongX * (1 - slanted));
        height = Math.sqrt(alongY * (1 - slanted));
        slantX = Math.sqrt(alongX * slanted);
        slantY = Math.sqrt(alongY * slanted) * Math.signum(correlation);
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    double slantX() {
        return slantX;
    }

    double slantY() {
        return slantY;
    }
}

package dev.understudy.engine.render;

import dev.understudy.engine.plan.MaskUse;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import java.util.Arrays;

/**
 * The opacity of the foreground of a layer, or of the composite, in a window.
 *
 * @param bounds where the foreground lies; beyond, there is nothing
 * @param area the part of {@code bounds} that is known
 * @param foreground the pixels of that part
 */
record Silhouette(Region bounds, Region area, Pixels foreground) {

    private static final int OPAQUE = 255;

    Silhouette {
        if (foreground.width() != area.width() || foreground.height() != area.height()) {
            throw new IllegalArgumentException("a foreground of another size than its area");
        }
    }

    /**
     * The opacity of a part of the window.
     *
     * @param part no pixel of it lies in {@code bounds} and is not known
     * @param use what of the bounds counts as the foreground
     */
    byte[] levels(Region part, MaskUse use) {
        return levels(part, table(use), 0);
    }

    /** The complement of {@link #levels(Region, MaskUse)}: what is around the foreground, without end. */
    byte[] levelsAround(Region part, MaskUse use) {
        byte[] table = table(use);
        for (int i = 0; i < table.length; i++) {
            table[i] = (byte) ~table[i];
        }
        return levels(part, table, OPAQUE);
    }

    private static byte[] table(MaskUse use) {
        byte[] table = new byte[OPAQUE + 1];
        for (int level = 0; level <= OPAQUE; level++) {
            table[level] = (byte)
                    switch (use) {
                        case NORM -> level;
                        case INVERT -> OPAQUE - level;
                        case OFF -> OPAQUE;
                    };
        }
        return table;
    }

    private byte[] levels(Region part, byte[] table, int outside) {
        byte[] levels = new byte[Math.multiplyExact(part.width(), part.height())];
        Arrays.fill(levels, (byte) outside);
        Region inside = part.intersect(bounds);
        Plane alpha = foreground.alpha();
        for (int row = 0; row < inside.height(); row++) {
            int to = (inside.y() + row - part.y()) * part.width() + inside.x() - part.x();
            if (alpha == null) {
                Arrays.fill(levels, to, to + inside.width(), table[OPAQUE]);
                continue;
            }
            int from = (inside.y() + row - area.y()) * area.width() + inside.x() - area.x();
            for (int i = 0; i < inside.width(); i++) {
                levels[to + i] = table[alpha.samples()[from + i] & 0xff];
            }
        }
        return levels;
    }
}

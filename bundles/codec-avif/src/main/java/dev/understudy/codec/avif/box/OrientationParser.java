package dev.understudy.codec.avif.box;

import dev.understudy.codec.io.Input;
import dev.understudy.image.Orientation;
import java.io.IOException;

/** Reads how an image is turned: by quarters against the clock, and mirrored, in the order of its properties. */
final class OrientationParser {

    private static final Orientation[] QUARTERS = {
        Orientation.NORMAL, Orientation.ROTATED_270, Orientation.ROTATED_180, Orientation.ROTATED_90
    };

    /** Where right (1) and down (2) come to lie by each orientation; the negative numbers are the opposites. */
    private static final int[][] PLACES = {{1, 2}, {-1, 2}, {-1, -2}, {1, -2}, {2, 1}, {2, -1}, {-2, -1}, {-2, 1}};

    private OrientationParser() {}

    static Orientation parse(Input input, ImageItem item) throws IOException {
        Orientation turned = Orientation.NORMAL;
        for (ImageItem.Property property : item.properties()) {
            IsoBox box = property.box();
            if (box.type().equals("irot")) {
                turned = then(turned, QUARTERS[FieldReader.of(input, box).u8() & 3]);
            } else if (box.type().equals("imir")) {
                boolean columns = (FieldReader.of(input, box).u8() & 1) == 1;
                turned = then(turned, columns ? Orientation.MIRRORED : Orientation.FLIPPED);
            }
        }
        return turned;
    }

    /** One after the other, as an orientation: found by where both take two corners of the image. */
    static Orientation then(Orientation first, Orientation second) {
        int across = place(place(1, first), second);
        int down = place(place(2, first), second);
        for (Orientation candidate : Orientation.values()) {
            if (place(1, candidate) == across && place(2, candidate) == down) {
                return candidate;
            }
        }
        throw new IllegalStateException();
    }

    /** Where a direction comes to lie. */
    private static int place(int direction, Orientation orientation) {
        int placed = PLACES[orientation.ordinal()][Math.abs(direction) - 1];
        return direction < 0 ? -placed : placed;
    }
}

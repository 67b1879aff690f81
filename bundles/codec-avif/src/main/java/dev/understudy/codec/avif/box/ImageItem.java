package dev.understudy.codec.avif.box;

import dev.understudy.codec.io.InputSegment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item of a file: an image, or something about one.
 *
 * @param id its number
 * @param type what it is, such as {@code av01}
 * @param data where its bytes are
 * @param properties what it has, in order
 */
record ImageItem(long id, String type, List<InputSegment> data, List<Property> properties) {

    static final String CODED = "av01";
    static final String GRID = "grid";

    /**
     * A property that an item has.
     *
     * @param box its box
     * @param essential whether nobody may show the item without knowing what it means
     */
    record Property(IsoBox box, boolean essential) {}

    long length() {
        return data.stream().mapToLong(InputSegment::length).sum();
    }

    /** The first property of a type, null for none. */
    @Nullable
    IsoBox property(String wanted) {
        for (Property property : properties) {
            if (property.box().type().equals(wanted)) {
                return property.box();
            }
        }
        return null;
    }
}

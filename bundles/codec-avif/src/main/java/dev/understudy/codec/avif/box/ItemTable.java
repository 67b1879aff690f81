package dev.understudy.codec.avif.box;

import dev.understudy.codec.io.DamagedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The items of a file.
 *
 * @param primary the one that is shown
 * @param byId all of them
 * @param references what they have to do with each other
 */
record ItemTable(long primary, Map<Long, ImageItem> byId, List<Reference> references) {

    /** An item that must be there. */
    ImageItem item(long id) throws DamagedException {
        ImageItem item = byId.get(id);
        if (item == null) {
            throw new DamagedException("an item of its image is missing");
        }
        return item;
    }

    /** The items that an item refers to, such as the tiles of a grid. */
    List<ImageItem> referred(ImageItem from, String type) throws DamagedException {
        List<ImageItem> items = new ArrayList<>();
        for (Reference reference : references) {
            if (reference.from() == from.id() && reference.type().equals(type)) {
                for (long id : reference.to()) {
                    items.add(item(id));
                }
            }
        }
        return items;
    }

    /** The items that refer to an item. */
    List<ImageItem> referring(ImageItem to, String type) throws DamagedException {
        List<ImageItem> items = new ArrayList<>();
        for (Reference reference : references) {
            if (reference.type().equals(type) && reference.to().contains(to.id())) {
                items.add(item(reference.from()));
            }
        }
        return items;
    }

    /** Whether an item refers to another. */
    boolean refers(ImageItem from, String type, @Nullable ImageItem to) {
        return to != null
                && references.stream()
                        .anyMatch(reference -> reference.type().equals(type)
                                && reference.from() == from.id()
                                && reference.to().contains(to.id()));
    }
}

package dev.understudy.catalog.snapshot;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * References to the records whose ids have a colon, by what stands before it. Those of one name hang together in a chain; records whose
 * ids have none take no room.
 */
final class VariantIndex {

    private static final char SEPARATOR = ':';
    private static final int FIRST = 8;

    private static final int[] NOTHING = {};

    /** The first of each chain; null as long as there are none. */
    private @Nullable IdIndex heads;

    private int[] references = NOTHING;
    private int[] following = NOTHING;
    private int size;

    /**
     * Enters a record, if its id has a colon.
     *
     * @param idAt the id of the record that a reference leads to
     */
    void put(String id, int reference, IntFunction<String> idAt) {
        int colon = id.lastIndexOf(SEPARATOR);
        if (colon <= 0) {
            return;
        }
        IdIndex index = heads == null ? new IdIndex() : heads;
        heads = index;
        if (size == references.length) {
            references = Arrays.copyOf(references, Math.max(FIRST, Math.multiplyExact(size, 2)));
            following = Arrays.copyOf(following, references.length);
        }
        String name = id.substring(0, colon);
        references[size] = reference;
        following[size] = index.find(name, at -> isOf(name, idAt.apply(references[at])));
        index.put(name, size, at -> isOf(name, idAt.apply(references[at])));
        size++;
    }

    /** The references to records whose ids are this one, a colon and a suffix. */
    IntStream find(String name, IntFunction<String> idAt) {
        int head = heads == null ? IdIndex.NONE : heads.find(name, at -> isOf(name, idAt.apply(references[at])));
        return IntStream.iterate(head, at -> at != IdIndex.NONE, at -> following[at])
                .map(at -> references[at]);
    }

    private static boolean isOf(String name, String id) {
        return id.lastIndexOf(SEPARATOR) == name.length() && id.startsWith(name);
    }

    /** Ends adding: what is needed for that alone is given back. */
    void freeze() {
        if (heads != null) {
            heads.freeze();
        }
        references = Arrays.copyOf(references, size);
        following = Arrays.copyOf(following, size);
    }

    /** The bytes that are held. */
    long bytes() {
        return 4L * (references.length + following.length) + (heads == null ? 0 : heads.bytes());
    }
}

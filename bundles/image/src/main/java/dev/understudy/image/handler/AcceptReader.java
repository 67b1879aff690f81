package dev.understudy.image.handler;

import dev.understudy.serve.AcceptedTypes;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** Reads the values of {@code Accept}, and remembers those read last: browsers have a few, which nearly all requests bear. Safe for many threads. */
final class AcceptReader {

    private static final int SLOTS = 64;

    /** Longer than what browsers send. */
    private static final int MAX_LENGTH = 512;

    private final AtomicReferenceArray<@Nullable ReadValue> last = new AtomicReferenceArray<>(SLOTS);

    private record ReadValue(String text, AcceptedTypes types) {}

    /**
     * Reads a value.
     *
     * @param text the value; several fields are joined by commas
     */
    AcceptedTypes read(String text) {
        if (text.length() > MAX_LENGTH) {
            return AcceptedTypes.of(text);
        }
        int slot = Math.floorMod(text.hashCode(), SLOTS);
        ReadValue known = last.get(slot);
        if (known != null && known.text().equals(text)) {
            return known.types();
        }
        AcceptedTypes types = AcceptedTypes.of(text);
        last.set(slot, new ReadValue(text, types));
        return types;
    }
}

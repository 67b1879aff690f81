package dev.understudy.codec.jpeg;

import dev.understudy.codec.guard.DamageListener;
import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import java.io.IOException;
import java.util.List;

/**
 * The stray bytes of a progressive JPEG, of which the last ones alone can be told from codes: when they are all alike, as
 * what fills a file up is.
 */
final class FillBytes {

    private FillBytes() {}

    /** Fails unless the stray bytes are those before the end, all alike; {@code file} ends with the marker of that. */
    static void requireOnly(List<DamageListener.StrayBytes> stray, Input file) throws IOException {
        long count = stray.get(0).count();
        boolean fill =
                stray.size() == 1 && stray.get(0).atEnd() && areAlike(file.bytes(file.length() - 2 - count, count));
        if (!fill) {
            throw new DamagedException("it has more bytes than codes");
        }
    }

    private static boolean areAlike(byte[] bytes) {
        for (byte value : bytes) {
            if (value != bytes[0]) {
                return false;
            }
        }
        return true;
    }
}

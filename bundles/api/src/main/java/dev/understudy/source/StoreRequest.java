package dev.understudy.source;

import dev.understudy.source.ObjectStoreException.Reason;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Asks a store for an object.
 *
 * @param name of the object, with the prefix of its root, decoded
 * @param knownTag the entity tag of the state that is known, which need not be sent again; empty for none
 * @param requiredTag the entity tag of the only state that is wanted; empty for any
 * @param first the first byte that is wanted, counted from 0
 * @param length how many bytes are wanted; 0 for all from the first
 */
public record StoreRequest(String name, String knownTag, String requiredTag, long first, long length) {

    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");

    public StoreRequest {
        if (first < 0 || length < 0) {
            throw new IllegalArgumentException("bytes " + first + " and " + length + " more");
        }
    }

    /**
     * A request for a whole object.
     *
     * @param knownTag of the state that is known; empty for none
     */
    public static StoreRequest whole(String name, String knownTag) {
        return new StoreRequest(name, knownTag, "", 0, 0);
    }

    /** A request for some bytes of a state of an object. */
    public static StoreRequest part(String name, String requiredTag, long first, long length) {
        return new StoreRequest(name, "", requiredTag, first, length);
    }

    /** Whether only some bytes are wanted. */
    public boolean isPart() {
        return length > 0;
    }

    /**
     * The length of the whole object, from an answer of HTTP that has a part of it: one that has exactly the bytes that were asked for, up to the
     * end of the object.
     *
     * @param contentRange the header of that name; null for none
     * @param sent the bytes in the answer; -1 when it does not say
     * @return bytes; -1 when the answer does not say
     * @throws ObjectStoreException when it has other bytes, or does not say which, or the whole was asked for
     */
    public long lengthOfWhole(@Nullable String contentRange, long sent) throws ObjectStoreException {
        Matcher range = CONTENT_RANGE.matcher(contentRange == null ? "" : contentRange);
        if (!isPart() || !range.matches()) {
            throw new ObjectStoreException(
                    Reason.DOWN,
                    isPart()
                            ? "it sends a part of a file without saying which"
                            : "it sends a part of a file that was asked for as a whole",
                    null);
        }
        long from = Long.parseLong(range.group(1));
        long last = Long.parseLong(range.group(2));
        long whole = range.group(3).equals("*") ? -1 : Long.parseLong(range.group(3));
        long wantedLast = whole < 0 ? first + length - 1 : Math.min(first + length, whole) - 1;
        if (from != first || last != wantedLast || sent >= 0 && sent != last - from + 1) {
            throw new ObjectStoreException(Reason.DOWN, "it sends another part of a file than was asked for", null);
        }
        return whole;
    }
}

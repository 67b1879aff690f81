package dev.understudy.source;

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
}

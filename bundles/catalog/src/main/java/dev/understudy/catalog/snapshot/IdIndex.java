package dev.understudy.catalog.snapshot;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * References to records by the hash of their ids: a table with open addressing. The hash depends on a number that nobody can
 * know, so that no file can be written whose ids all meet in one place.
 */
final class IdIndex {

    static final int NONE = -1;

    private static final int FIRST = 8;

    private final long seed = ThreadLocalRandom.current().nextLong() | 1;
    private int[] references = empty(FIRST);
    private int size;

    /** The hashes beside the references, for as long as more are added. */
    private int[] hashes = new int[FIRST];

    private static int[] empty(int slots) {
        int[] references = new int[slots];
        Arrays.fill(references, NONE);
        return references;
    }

    /** The reference to what has this id. */
    int find(String id, IntPredicate hasId) {
        int slot = hash(id) & (references.length - 1);
        while (references[slot] != NONE && !hasId.test(references[slot])) {
            slot = (slot + 1) & (references.length - 1);
        }
        return references[slot];
    }

    /** Enters a reference, in place of the one to what has the same id. */
    void put(String id, int reference, IntPredicate hasId) {
        int hash = hash(id);
        int slot = hash & (references.length - 1);
        while (references[slot] != NONE && (hashes[slot] != hash || !hasId.test(references[slot]))) {
            slot = (slot + 1) & (references.length - 1);
        }
        boolean added = references[slot] == NONE;
        references[slot] = reference;
        hashes[slot] = hash;
        if (added && ++size > references.length * 3L / 4) {
            grow();
        }
    }

    private void grow() {
        int[] formerReferences = references;
        int[] formerHashes = hashes;
        references = empty(Math.multiplyExact(formerReferences.length, 2));
        hashes = new int[references.length];
        for (int i = 0; i < formerReferences.length; i++) {
            if (formerReferences[i] != NONE) {
                int slot = formerHashes[i] & (references.length - 1);
                while (references[slot] != NONE) {
                    slot = (slot + 1) & (references.length - 1);
                }
                references[slot] = formerReferences[i];
                hashes[slot] = formerHashes[i];
            }
        }
    }

    /** Ends adding: what is needed for that alone is given back. */
    void freeze() {
        hashes = new int[0];
    }

    /** All references, in no order. */
    IntStream references() {
        return Arrays.stream(references).filter(reference -> reference != NONE);
    }

    int size() {
        return size;
    }

    /** The bytes that are held. */
    long bytes() {
        return 4L * (references.length + hashes.length);
    }

    /** Each character is mixed in by a multiplication of 64 bits whose halves are folded. */
    private int hash(String id) {
        long hash = seed ^ id.length();
        for (int i = 0; i < id.length(); i++) {
            long mixed = hash ^ id.charAt(i);
            hash = (mixed * seed) ^ Math.multiplyHigh(mixed, seed);
        }
        return (int) (hash ^ hash >>> 32);
    }
}

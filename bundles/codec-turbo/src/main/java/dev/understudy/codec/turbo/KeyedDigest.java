package dev.understudy.codec.turbo;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.SecureRandom;

/**
 * A digest of a file by a key that is drawn anew for each process: a polynomial whose coefficients are the file's bytes, at two secret
 * places, modulo a prime. Whoever does not know the places cannot make two files of the same digest: for any two files of 16 MB, fewer than
 * one pair of places in 2<sup>78</sup> gives the same. It takes the same time on processors without instructions for SHA-256, where that would
 * take as long as decoding saves.
 *
 * <p>Source: J. L. Carter and M. N. Wegman, Universal classes of hash functions, 1979.
 */
final class KeyedDigest {

    /** Bytes that are taken together; of all pieces but the last, the length is a multiple of it. */
    static final int TOGETHER = 7;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int BITS = 61;
    private static final long PRIME = (1L << BITS) - 1;
    private static final long SEVEN_BYTES = (1L << TOGETHER * Byte.SIZE) - 1;

    private final Key key;
    private long first;
    private long second;
    private long length;

    /** A digest of no bytes. */
    KeyedDigest(Key key) {
        this.key = key;
    }

    /**
     * Two places.
     *
     * @param first from 1 to 2<sup>61</sup> - 2
     * @param second likewise
     */
    record Key(long first, long second) {

        static Key random() {
            SecureRandom random = new SecureRandom();
            return new Key(random.nextLong(1, PRIME), random.nextLong(1, PRIME));
        }
    }

    /** Adds the next bytes: from 0 on, a multiple of {@link #TOGETHER} unless they are the last. */
    void update(byte[] bytes, int count) {
        long a = first;
        long b = second;
        int at = 0;
        for (; at + Long.BYTES <= count; at += TOGETHER) {
            long word = (long) LONGS.get(bytes, at) & SEVEN_BYTES;
            a = product(a + word, key.first);
            b = product(b + word, key.second);
        }
        for (; at < count; at += TOGETHER) {
            long word = word(bytes, at, Math.min(count, at + TOGETHER));
            a = product(a + word, key.first);
            b = product(b + word, key.second);
        }
        first = a;
        second = b;
        length += count;
    }

    private static long word(byte[] bytes, int from, int to) {
        long word = 0;
        for (int i = to - 1; i >= from; i--) {
            word = word << Byte.SIZE | bytes[i] & 0xff;
        }
        return word;
    }

    /** A product modulo the prime, of two numbers below 2<sup>62</sup> and 2<sup>61</sup>; below 2<sup>61</sup> + 4. */
    private static long product(long a, long b) {
        long low = a * b;
        long sum = (low & PRIME) + (Math.multiplyHigh(a, b) << Long.SIZE - BITS | low >>> BITS);
        return (sum & PRIME) + (sum >>> BITS);
    }

    /** The digest of all bytes. */
    byte[] digest() {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(product(first + length, key.first) % PRIME)
                .putLong(product(second + length, key.second) % PRIME)
                .array();
    }
}

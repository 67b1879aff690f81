package dev.understudy.codec.turbo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyedDigestTest {

    private static final BigInteger PRIME = BigInteger.TWO.pow(61).subtract(BigInteger.ONE);

    private static byte[] digest(KeyedDigest.Key key, byte[] bytes) {
        KeyedDigest digest = new KeyedDigest(key);
        digest.update(bytes, bytes.length);
        return digest.digest();
    }

    private static long polynomial(long place, byte[] bytes) {
        BigInteger sum = BigInteger.ZERO;
        for (int at = 0; at < bytes.length; at += 7) {
            BigInteger word = BigInteger.ZERO;
            for (int i = Math.min(bytes.length, at + 7) - 1; i >= at; i--) {
                word = word.shiftLeft(8).or(BigInteger.valueOf(bytes[i] & 0xff));
            }
            sum = sum.add(word).multiply(BigInteger.valueOf(place)).mod(PRIME);
        }
        return sum.add(BigInteger.valueOf(bytes.length))
                .multiply(BigInteger.valueOf(place))
                .mod(PRIME)
                .longValueExact();
    }

    @Test
    void isAPolynomialAtBothPlaces() {
        Random random = new Random(5);
        KeyedDigest.Key largest = new KeyedDigest.Key(PRIME.longValueExact() - 1, PRIME.longValueExact() - 2);
        for (int length = 0; length < 200; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            for (KeyedDigest.Key key : new KeyedDigest.Key[] {largest, KeyedDigest.Key.random()}) {
                ByteBuffer digest = ByteBuffer.wrap(digest(key, bytes));
                assertEquals(polynomial(key.first(), bytes), digest.getLong());
                assertEquals(polynomial(key.second(), bytes), digest.getLong());
            }
            Arrays.fill(bytes, (byte) 0xff);
            assertEquals(
                    polynomial(largest.first(), bytes),
                    ByteBuffer.wrap(digest(largest, bytes)).getLong());
        }
    }

    @Test
    void isTheSameInPieces() {
        byte[] bytes = new byte[1000];
        new Random(6).nextBytes(bytes);
        KeyedDigest.Key key = KeyedDigest.Key.random();
        KeyedDigest digest = new KeyedDigest(key);
        digest.update(bytes, 700);
        digest.update(Arrays.copyOfRange(bytes, 700, 1000), 300);
        assertArrayEquals(digest(key, bytes), digest.digest());
    }

    @Test
    void filesThatDifferInAByteOrByZerosAtTheEndHaveOthers() {
        KeyedDigest.Key key = KeyedDigest.Key.random();
        byte[] bytes = new byte[500];
        Set<String> found = new HashSet<>();
        for (int i = 0; i < bytes.length; i++) {
            byte[] other = bytes.clone();
            other[i] = 1;
            found.add(Arrays.toString(digest(key, other)));
            found.add(Arrays.toString(digest(key, new byte[i])));
        }
        assertEquals(2 * bytes.length, found.size());
    }

    @Test
    void otherKeysMakeOthers() {
        byte[] bytes = {1, 2, 3};
        assertFalse(Arrays.equals(digest(KeyedDigest.Key.random(), bytes), digest(KeyedDigest.Key.random(), bytes)));
    }
}

package dev.understudy.protocol.admission;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lock at the end of a request's modifiers: an ampersand and four hexadecimal digits. A checksum, not a secret: it
 * keeps people from playing with addresses, not from making requests of their own.
 *
 * <p>Source: the reference's page on request locking.
 */
public final class RequestLock {

    private static final int LENGTH = 5;
    private static final Pattern LOCK = Pattern.compile("&\\p{XDigit}{4}");
    private static final int MASK = 0xffff;

    private RequestLock() {}

    /**
     * The lock for modifiers.
     *
     * @param modifiers encoded as they are sent, before they are obfuscated
     * @return to be appended to them
     */
    public static String of(String modifiers) {
        byte[] octets = modifiers.getBytes(StandardCharsets.UTF_8);
        return String.format(Locale.ROOT, "&%04x", sum(octets, octets.length, true));
    }

    /** Whether modifiers end in the lock for what stands before it. */
    static boolean closes(byte[] modifiers) {
        int length = modifiers.length - LENGTH;
        if (length < 0) {
            return false;
        }
        Matcher lock = LOCK.matcher(new String(modifiers, length, LENGTH, StandardCharsets.ISO_8859_1));
        if (!lock.matches()) {
            return false;
        }
        int told = Integer.parseInt(lock.group().substring(1), 16);
        // Both sums always, and one comparison of numbers: the time taken reveals nothing about the right one.
        return ((told ^ sum(modifiers, length, true)) == 0) | ((told ^ sum(modifiers, length, false)) == 0);
    }

    /** Takes the lock off modifiers that end in one. */
    static String without(String modifiers) {
        return modifiers.substring(0, modifiers.length() - LENGTH);
    }

    /**
     * The sum of the reference, whose sample is C++, where it is up to the platform whether bytes beyond ASCII, which only obfuscated
     * modifiers can have, are negative; so both are right.
     */
    private static int sum(byte[] octets, int length, boolean signed) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            sum = sum * 131 + (signed ? octets[i] : octets[i] & 0xff) & MASK;
        }
        return sum;
    }
}

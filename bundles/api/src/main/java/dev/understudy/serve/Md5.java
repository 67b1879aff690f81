package dev.understudy.serve;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** MD5 in lower-case hexadecimal, which is what the protocol's entity tags are made of. */
public final class Md5 {

    private Md5() {}

    /** Returns the digest of bytes. */
    public static String of(byte[] bytes) {
        MessageDigest digest = start();
        digest.update(bytes);
        return text(digest);
    }

    /** Returns the digest of a text in UTF-8. */
    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns a digest of no bytes yet, for those that come one after the other. */
    public static MessageDigest start() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }

    /** Returns the digest of the bytes that have come, which begins anew by that. */
    public static String text(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}

package dev.understudy.http.tls;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;

/** The little of DER that keys of older forms need to become keys of the form that Java reads; ITU-T X.690. */
final class Der {

    private static final int SEQUENCE = 0x30;
    private static final int OCTET_STRING = 0x04;
    private static final byte[] VERSION_0 = {0x02, 0x01, 0x00};
    private static final int LONG_FORM = 0x80;

    private Der() {}

    /**
     * Returns a key in the form of PKCS #8.
     *
     * @param key in the form that its algorithm has by itself: PKCS #1, SEC 1
     * @param publicKey the public key that belongs to it, as a certificate has it; its algorithm and curve are those of the key
     */
    static byte[] privateKeyInfo(byte[] key, byte[] publicKey) {
        return element(SEQUENCE, VERSION_0, algorithm(publicKey), element(OCTET_STRING, key));
    }

    /** Returns the first element within a SubjectPublicKeyInfo, which names the algorithm with its parameters. */
    private static byte[] algorithm(byte[] publicKey) {
        int start = content(publicKey, 0);
        int first = publicKey[start + 1] & 0xff;
        int length = first;
        if (first > LONG_FORM) {
            length = new BigInteger(1, Arrays.copyOfRange(publicKey, start + 2, content(publicKey, start))).intValue();
        }
        return Arrays.copyOfRange(publicKey, start, content(publicKey, start) + length);
    }

    /** Returns where the content of the element at an offset begins. */
    private static int content(byte[] bytes, int offset) {
        int first = bytes[offset + 1] & 0xff;
        return offset + 2 + (first > LONG_FORM ? first - LONG_FORM : 0);
    }

    private static byte[] element(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.size() < LONG_FORM) {
            out.write(content.size());
        } else {
            byte[] length = BigInteger.valueOf(content.size()).toByteArray();
            int from = length[0] == 0 ? 1 : 0;
            out.write(LONG_FORM + length.length - from);
            out.write(length, from, length.length - from);
        }
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }
}

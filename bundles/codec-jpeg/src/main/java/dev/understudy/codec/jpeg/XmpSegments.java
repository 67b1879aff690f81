package dev.understudy.codec.jpeg;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.jpeg.syntax.Markers;
import dev.understudy.codec.meta.ExtendedXmp;
import dev.understudy.codec.meta.XmpPacket;
import dev.understudy.image.Xmp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * XMP in the APP1 segments of a JPEG: one of a whole packet, and pieces of a second one where one segment was not enough.
 *
 * <p>Source: XMP Specification, part 3, 1.1.3.
 */
final class XmpSegments {

    private static final byte[] NAME = "http://ns.adobe.com/xap/1.0/\0".getBytes(US_ASCII);
    private static final byte[] EXTENSION = "http://ns.adobe.com/xmp/extension/\0".getBytes(US_ASCII);
    private static final int DIGEST = 32;
    /** What a piece has before its bytes: name, digest, length of the whole, and its place in that. */
    private static final int PIECE_HEAD = EXTENSION.length + DIGEST + 8;

    private static final int MOST = 0xffff - 2;

    private byte @Nullable [] packet;
    private final List<byte[]> pieces = new ArrayList<>();

    /** Takes an APP1 segment, if it is one of XMP; the first packet counts. */
    void add(byte[] segment) {
        if (Segments.startsWith(segment, NAME)) {
            packet = packet == null ? Arrays.copyOfRange(segment, NAME.length, segment.length) : packet;
        } else if (Segments.startsWith(segment, EXTENSION) && segment.length > PIECE_HEAD) {
            pieces.add(segment);
        }
    }

    /**
     * The XMP.
     *
     * @param faults is told when the second packet cannot be read: then there is the first one alone
     */
    Optional<Xmp> xmp(Consumer<String> faults) throws IOException {
        if (packet == null) {
            return Optional.empty();
        }
        Xmp first = XmpPacket.of(packet);
        String digest = ExtendedXmp.digest(first.bytes());
        if (digest == null) {
            return Optional.of(first);
        }
        try {
            return Optional.of(ExtendedXmp.join(first, XmpPacket.of(second(digest))));
        } catch (IOException e) {
            faults.accept("the second part of its XMP: " + e.getMessage());
            return Optional.of(first);
        }
    }

    /** The pieces of the second packet, each in its place. */
    private byte[] second(String digest) throws DamagedException {
        byte @Nullable [] whole = null;
        int there = 0;
        for (byte[] piece : pieces) {
            ByteBuffer head = ByteBuffer.wrap(piece, EXTENSION.length, piece.length - EXTENSION.length);
            byte[] name = new byte[DIGEST];
            head.get(name);
            int length = head.getInt();
            int offset = head.getInt();
            if (!new String(name, US_ASCII).equalsIgnoreCase(digest)) {
                continue;
            }
            whole = whole == null ? new byte[requirePlausible(length)] : whole;
            if (length != whole.length || offset < 0 || offset > whole.length - head.remaining()) {
                throw new DamagedException("its pieces contradict each other");
            }
            there += head.remaining();
            head.get(whole, offset, head.remaining());
        }
        if (whole == null || there != whole.length) {
            throw new DamagedException("it is not all there");
        }
        return whole;
    }

    private static int requirePlausible(int length) throws DamagedException {
        if (length < 1 || length > XmpPacket.MOST_BYTES) {
            throw new DamagedException("a length of " + Integer.toUnsignedLong(length));
        }
        return length;
    }

    /** The segments, with their markers, that hold a packet; one that is too long for a segment becomes the second. */
    static byte[] write(Xmp xmp) {
        byte[] bytes = xmp.bytes();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (bytes.length <= MOST - NAME.length) {
            Segments.write(out, Markers.APP1, NAME, bytes);
            return out.toByteArray();
        }
        String digest = digestOf(bytes);
        Segments.write(out, Markers.APP1, NAME, ExtendedXmp.naming(digest));
        for (int start = 0; start < bytes.length; start += MOST - PIECE_HEAD) {
            byte[] head = ByteBuffer.allocate(PIECE_HEAD)
                    .put(EXTENSION)
                    .put(digest.getBytes(US_ASCII))
                    .putInt(bytes.length)
                    .putInt(start)
                    .array();
            int end = Math.min(bytes.length, start + MOST - PIECE_HEAD);
            Segments.write(out, Markers.APP1, head, Arrays.copyOfRange(bytes, start, end));
        }
        return out.toByteArray();
    }

    private static String digestOf(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(bytes);
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}

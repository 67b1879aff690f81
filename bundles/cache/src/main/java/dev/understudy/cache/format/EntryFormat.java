package dev.understudy.cache.format;

import dev.understudy.serve.Body;
import dev.understudy.serve.ReplyCache.CachedReply;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * The bytes of an entry's file: a fixed part (magic number, version, length of the header, length and checksum of the body),
 * the header, the checksum of both, the body.
 */
public final class EntryFormat {

    private static final int MAGIC = 0x55535259;
    private static final short VERSION = 2;
    private static final int FIXED = Integer.BYTES + Short.BYTES + Integer.BYTES + Integer.BYTES + Integer.BYTES;

    /** How much of a file tells how much precedes its body. */
    public static final int START = FIXED;

    private static final int MAX_HEADER = 16 << 20;

    private EntryFormat() {}

    /** All that precedes the body, which itself goes to the file as it is. */
    public static byte[] head(String key, CachedReply cached, byte[] body) {
        byte[] header = EntryHeader.write(key, cached);
        ByteBuffer head = ByteBuffer.allocate(FIXED + header.length + Integer.BYTES);
        head.putInt(MAGIC).putShort(VERSION).putInt(header.length).putInt(body.length);
        head.putInt(checksum(body, 0, body.length)).put(header);
        return head.putInt(checksum(head.array(), 0, head.position())).array();
    }

    /**
     * The entry in a file.
     *
     * @throws CorruptEntryException when anything about it is not as it was written for this key
     */
    public static CachedReply read(String key, byte[] file) throws CorruptEntryException {
        require(file.length >= FIXED + Integer.BYTES, "cut short");
        ByteBuffer in = ByteBuffer.wrap(file);
        require(in.getInt() == MAGIC, "no entry of this cache");
        require(in.getShort() == VERSION, "of another version");
        int headerLength = in.getInt();
        int bodyLength = in.getInt();
        int bodyChecksum = in.getInt();
        require(headerLength >= 0 && bodyLength >= 0, "damaged lengths");
        int headEnd = FIXED + headerLength;
        require((long) FIXED + headerLength + Integer.BYTES + bodyLength == file.length, "cut short");
        require(in.getInt(headEnd) == checksum(file, 0, headEnd), "a damaged header");
        int bodyStart = headEnd + Integer.BYTES;
        require(bodyChecksum == checksum(file, bodyStart, bodyLength), "a damaged body");
        byte[] body = Arrays.copyOfRange(file, bodyStart, file.length);
        return EntryHeader.read(key, new ByteArrayInputStream(file, FIXED, headerLength), new Body.Bytes(body));
    }

    /**
     * How many bytes precede the body.
     *
     * @param start {@link #START} bytes of the file at least
     * @throws CorruptEntryException as {@link #read}
     */
    public static int headLength(byte[] start) throws CorruptEntryException {
        require(start.length >= START, "cut short");
        ByteBuffer in = ByteBuffer.wrap(start);
        require(in.getInt() == MAGIC, "no entry of this cache");
        require(in.getShort() == VERSION, "of another version");
        int headerLength = in.getInt();
        require(headerLength >= 0 && headerLength <= MAX_HEADER, "damaged lengths");
        return FIXED + headerLength + Integer.BYTES;
    }

    /**
     * The entry in a file, without its body.
     *
     * @param head all that precedes the body
     * @throws CorruptEntryException as {@link #read}
     */
    public static CachedReply readHead(String key, byte[] head) throws CorruptEntryException {
        require(head.length == headLength(head), "cut short");
        int headEnd = head.length - Integer.BYTES;
        require(ByteBuffer.wrap(head).getInt(headEnd) == checksum(head, 0, headEnd), "a damaged header");
        return EntryHeader.read(
                key, new ByteArrayInputStream(head, FIXED, headEnd - FIXED), new Body.Bytes(new byte[0]));
    }

    private static int checksum(byte[] bytes, int offset, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, offset, length);
        return (int) crc.getValue();
    }

    private static void require(boolean condition, String otherwise) throws CorruptEntryException {
        if (!condition) {
            throw new CorruptEntryException(otherwise);
        }
    }
}

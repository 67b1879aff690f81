package dev.understudy.levels.file;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** The file of an index: a mark, the checksum of what follows, the name of the index, and its bytes. */
final class IndexFormat {

    private static final long MARK = 0x5553494E44455831L; // USINDEX1
    private static final int PREFIX = Long.BYTES + Integer.BYTES;
    /** Far more than an index has. */
    private static final int LARGEST = 1 << 26;

    private IndexFormat() {}

    static byte[] write(String key, byte[] index) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(content);
        out.writeUTF(key);
        out.write(index);
        byte[] bytes = content.toByteArray();
        return ByteBuffer.allocate(PREFIX + bytes.length)
                .putLong(MARK)
                .putInt(checksum(bytes, 0))
                .put(bytes)
                .array();
    }

    /** Whether a file begins as one of an index. */
    static boolean begins(RandomAccessFile file) throws IOException {
        file.seek(0);
        boolean begins = file.length() >= PREFIX && file.readLong() == MARK;
        file.seek(0);
        return begins;
    }

    /** The name of the index that a file has, which has not been compared with the checksum. */
    static String key(RandomAccessFile file) throws IOException {
        file.seek(PREFIX);
        return file.readUTF();
    }

    /**
     * The bytes of an index.
     *
     * @throws DamagedLevelException when the file has another one, or none that is whole
     */
    static byte[] read(String key, RandomAccessFile file) throws IOException {
        if (!begins(file) || file.length() > LARGEST) {
            throw new DamagedLevelException("no index");
        }
        byte[] bytes = new byte[(int) file.length()];
        file.readFully(bytes);
        if (ByteBuffer.wrap(bytes).getInt(Long.BYTES) != checksum(bytes, PREFIX)) {
            throw new DamagedLevelException("damaged");
        }
        byte[] head = write(key, new byte[0]);
        if (head.length > bytes.length || !Arrays.equals(head, PREFIX, head.length, bytes, PREFIX, head.length)) {
            throw new DamagedLevelException("another index");
        }
        return Arrays.copyOfRange(bytes, head.length, bytes.length);
    }

    private static int checksum(byte[] bytes, int from) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, from, bytes.length - from);
        return (int) checksum.getValue();
    }
}

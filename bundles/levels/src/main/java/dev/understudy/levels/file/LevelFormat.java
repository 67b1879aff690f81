package dev.understudy.levels.file;

import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.util.zip.CRC32C;

/** The file of a level: a mark, the length and the checksum of its header, the header, and the samples plane by plane. */
final class LevelFormat {

    private static final long MARK = 0x55534C4556454C31L; // USLEVEL1
    private static final int PREFIX = Long.BYTES + 2 * Integer.BYTES;
    /** Profiles are the largest part of a header. */
    private static final int LARGEST_HEADER = 1 << 26;

    private LevelFormat() {}

    /** Bytes of the file of a level. */
    static long length(LevelHeader header) throws IOException {
        return PREFIX + header.toBytes().length + header.bodyLength();
    }

    /** Writes a level. */
    static void write(OutputStream out, LevelHeader header, Pixels pixels) throws IOException {
        byte[] head = header.toBytes();
        DataOutputStream data = new DataOutputStream(out);
        data.writeLong(MARK);
        data.writeInt(head.length);
        data.writeInt(checksum(head));
        data.write(head);
        for (Plane plane : LevelHeader.planes(pixels)) {
            data.write(plane.samples());
        }
    }

    /**
     * Reads the header of a level; the samples begin behind it.
     *
     * @throws DamagedLevelException when the file is none, or not whole
     */
    static LevelHeader readHeader(RandomAccessFile file) throws IOException {
        long length = file.length();
        if (length < PREFIX || file.readLong() != MARK) {
            throw new DamagedLevelException("no level");
        }
        int size = file.readInt();
        int checksum = file.readInt();
        if (size < 0 || size > Math.min(LARGEST_HEADER, length - PREFIX)) {
            throw new DamagedLevelException("cut off in its header");
        }
        byte[] head = new byte[size];
        file.readFully(head);
        if (checksum(head) != checksum) {
            throw new DamagedLevelException("damaged in its header");
        }
        LevelHeader header = parse(head);
        if (length != PREFIX + size + header.bodyLength()) {
            throw new DamagedLevelException("of the wrong length");
        }
        return header;
    }

    /** Reads a header whose checksum is right. */
    static LevelHeader parse(byte[] head) throws DamagedLevelException {
        try {
            return LevelHeader.parse(head);
        } catch (IOException | RuntimeException e) {
            // The checksum was right, so another version of the server wrote what this one does not know.
            throw new DamagedLevelException("of another version");
        }
    }

    private static int checksum(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes);
        return (int) checksum.getValue();
    }
}

package dev.understudy.itest.hostile;

/**
 * A number in a file.
 *
 * @param offset where it begins
 * @param length bytes, 1 to 4
 * @param bigEndian whether its first byte counts most
 */
record Field(int offset, int length, boolean bigEndian) {

    long read(byte[] file) {
        long value = 0;
        for (int i = 0; i < length; i++) {
            value = value << 8 | file[offset + (bigEndian ? i : length - 1 - i)] & 0xff;
        }
        return value;
    }

    void write(byte[] file, long value) {
        for (int i = 0; i < length; i++) {
            file[offset + (bigEndian ? length - 1 - i : i)] = (byte) (value >> 8 * i);
        }
    }

    boolean isInside(byte[] file) {
        return offset >= 0 && offset + length <= file.length;
    }
}

package dev.understudy.codec.jpeg.decode;

/** Bytes behind the last code of an interval, which may be stray ones or codes that damaged ones before them left over. */
final class PassedBytes {

    private long count;
    private int first;
    private boolean alike = true;

    void add(int value) {
        first = count == 0 ? value : first;
        alike &= value == first;
        count++;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Whether there are bytes, and all of them of a value. */
    boolean areAll(int value) {
        return count > 0 && alike && first == value;
    }

    /** Whether all bytes are the same, as what fills a file up is. */
    boolean areAlike() {
        return alike;
    }
}

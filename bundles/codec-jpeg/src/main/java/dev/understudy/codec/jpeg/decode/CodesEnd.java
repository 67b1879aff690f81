package dev.understudy.codec.jpeg.decode;

/**
 * Where the codes of an interval end.
 *
 * @param position the byte that what comes behind them begins in
 * @param bits how many bits of that are codes
 * @param repeated the byte that codes end with part of, or with two of; {@link #NONE} if there is none
 */
record CodesEnd(long position, int bits, int repeated) {

    static final int NONE = -1;

    /**
     * Whether bytes behind the codes are more of what these end in: then both have come over the file. What fills a file up begins with
     * a byte of its own.
     */
    boolean goesOnAs(PassedBytes stray) {
        return repeated != NONE && stray.areAll(repeated);
    }
}

package dev.understudy.itest.hostile;

import java.util.List;

/** Where a sound file of a format has the numbers that readers rely on. */
interface FormatFields {

    /** Lengths, counts and offsets. */
    List<Field> lengths(byte[] file);

    /** Width and height. */
    List<Field> sizes(byte[] file);

    /** The same file with these bytes as its color profile; the file itself when the format has none. */
    default byte[] withProfile(byte[] file, byte[] profile) {
        return file;
    }

    /** Puts right what would give a change away before it matters, such as check sums. */
    default void mend(byte[] file) {}
}

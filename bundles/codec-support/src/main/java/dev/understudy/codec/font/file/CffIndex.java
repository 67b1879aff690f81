package dev.understudy.codec.font.file;

/**
 * A list of parts of a Compact Font Format table.
 *
 * @param table where the list is
 * @param count how many parts there are
 * @param offsets where the offsets of the parts begin
 * @param size bytes an offset
 */
record CffIndex(FontTable table, int count, int offsets, int size) {

    /** The list at a position of the first version of the format. */
    static CffIndex narrow(FontTable table, long start) {
        return of(table, Math.toIntExact(start), table.unsignedShort((int) start), 2);
    }

    /** The list at a position of the second version of the format. */
    static CffIndex wide(FontTable table, long start) {
        return of(table, Math.toIntExact(start), Math.toIntExact(table.unsignedInt((int) start)), 4);
    }

    private static CffIndex of(FontTable table, int start, int count, int countLength) {
        int offsets = start + countLength + 1;
        return count == 0
                ? new CffIndex(table, 0, offsets - 1, 0)
                : new CffIndex(table, count, offsets, table.unsignedByte(offsets - 1));
    }

    /** A part. */
    FontTable item(int number) {
        long start = offset(number);
        return table.part(data() + start, offset(number + 1) - start);
    }

    /** Where the list ends. */
    long end() {
        return count == 0 ? offsets : data() + offset(count);
    }

    /** Offsets count from the byte before the first part. */
    private long data() {
        return offsets + (count + 1L) * size - 1;
    }

    private long offset(int number) {
        long offset = 0;
        for (int i = 0; i < size; i++) {
            offset = offset << 8 | table.unsignedByte(offsets + number * size + i);
        }
        return offset;
    }
}

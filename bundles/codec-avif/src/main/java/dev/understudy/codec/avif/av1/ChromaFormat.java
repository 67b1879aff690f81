package dev.understudy.codec.avif.av1;

/** How many samples of chroma there are beside those of luma. */
public enum ChromaFormat {
    /** Luma alone: 4:0:0. */
    NONE(0, 1, 1),
    /** Half the columns and half the rows: 4:2:0. */
    HALF(2, 2, 2),
    /** Half the columns: 4:2:2. */
    HALF_COLUMNS(2, 2, 1),
    /** All: 4:4:4. */
    FULL(2, 1, 1);

    private final int planes;
    private final int columns;
    private final int rows;

    ChromaFormat(int planes, int columns, int rows) {
        this.planes = planes;
        this.columns = columns;
        this.rows = rows;
    }

    /** The number of planes, that of luma among them. */
    public int planes() {
        return 1 + planes;
    }

    /** The columns of a plane of an image that has {@code width}. */
    public int width(int plane, int width) {
        return plane == 0 ? width : (width + columns - 1) / columns;
    }

    /** The rows of a plane of an image that has {@code height}. */
    public int height(int plane, int height) {
        return plane == 0 ? height : (height + rows - 1) / rows;
    }

    /** Whether chroma has fewer columns than luma. */
    public boolean reducesColumns() {
        return columns == 2;
    }

    /** Whether chroma has fewer rows than luma. */
    public boolean reducesRows() {
        return rows == 2;
    }

    /** The format of two flags of the AV1 header. */
    static ChromaFormat of(boolean reducedColumns, boolean reducedRows) {
        if (reducedRows) {
            return HALF;
        }
        return reducedColumns ? HALF_COLUMNS : FULL;
    }
}

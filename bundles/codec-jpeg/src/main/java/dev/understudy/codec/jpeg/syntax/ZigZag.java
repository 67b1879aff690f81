package dev.understudy.codec.jpeg.syntax;

/** The order in which a file has the coefficients of a block: along its diagonals, from low frequencies to high ones. */
public final class ZigZag {

    /** Coefficients of a block. */
    public static final int COUNT = 64;

    private static final int SIDE = 8;

    /** Where a coefficient of row {@code v} and column {@code u} comes in a file, at {@code v * 8 + u}. */
    private static final int[] PLACES = places();

    private ZigZag() {}

    /** Where a coefficient comes in a file, 0..63. */
    public static int place(int row, int column) {
        return PLACES[row * SIDE + column];
    }

    private static int[] places() {
        int[] places = new int[COUNT];
        int place = 0;
        for (int diagonal = 0; diagonal < 2 * SIDE - 1; diagonal++) {
            int least = Math.max(0, diagonal - SIDE + 1);
            int most = Math.min(SIDE - 1, diagonal);
            for (int i = least; i <= most; i++) {
                int row = diagonal % 2 == 0 ? most + least - i : i;
                places[row * SIDE + diagonal - row] = place++;
            }
        }
        return places;
    }
}

package dev.understudy.codec.font.file;

/** Bounds the work on a table whose lists may name the same bytes again and again. */
final class SubstitutionWork {

    /** Fonts with letters of all of the Far East take less than a hundredth of it. */
    private static final int MOST = 1 << 20;

    private int done;

    /**
     * Counts what comes next.
     *
     * @throws IllegalArgumentException when it is too much
     */
    void add(int steps) {
        done += steps;
        if (done > MOST) {
            throw new IllegalArgumentException("its table 'GSUB' takes more than " + MOST + " steps");
        }
    }
}

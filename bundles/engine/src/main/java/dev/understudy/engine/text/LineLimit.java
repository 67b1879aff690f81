package dev.understudy.engine.text;

import java.util.List;

/** Counts lines of text that has a limit of them; text with another limit is counted anew. */
final class LineLimit {

    private int limit;
    private int left;

    /**
     * As many of the next lines as the limit leaves.
     *
     * @param lines what stands before the next hard break
     * @param most how many lines there may be, together with those before that have the same limit; 0 for any number
     */
    List<TextLine> cut(List<TextLine> lines, int most) {
        List<TextLine> kept = lines.subList(0, Math.min(left(most), lines.size()));
        use(kept.size());
        return kept;
    }

    /** How many of the next lines there may be; see {@link #cut}. */
    int left(int most) {
        if (most != limit) {
            limit = most;
            left = most;
        }
        return most == 0 ? Integer.MAX_VALUE : left;
    }

    /** Counts lines, after it has been asked how many there may be. */
    void use(int lines) {
        left -= limit == 0 ? 0 : lines;
    }
}

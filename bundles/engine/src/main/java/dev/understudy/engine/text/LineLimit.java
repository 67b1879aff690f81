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
        if (most != limit) {
            limit = most;
            left = most;
        }
        if (most == 0) {
            return lines;
        }
        List<TextLine> kept = lines.subList(0, Math.min(left, lines.size()));
        left -= kept.size();
        return kept;
    }
}

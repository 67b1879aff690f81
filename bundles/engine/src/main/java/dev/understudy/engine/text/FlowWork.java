package dev.understudy.engine.text;

import dev.understudy.failure.ServeException;

/** Counts the work of setting one text in an area, in all sizes that are tried, and ends what takes too long. For one text. */
final class FlowWork {

    /** As much as takes about a second; an edge that is looked at is 1. */
    private static final long MOST = 200_000_000;

    private long done;

    void add(int more) throws ServeException {
        done += more;
        if (done > MOST) {
            throw TextFlow.tooMuchWork("textFlowPath");
        }
    }
}

package dev.understudy.engine.color;

import dev.understudy.source.Stamp;
import java.util.HashSet;
import java.util.Set;

/** The states of files that the log has told of, so that it tells each once; not for ever, as files come and go. */
public final class SeenStamps {

    private static final int MAX = 1000;

    private final Set<Stamp> seen = new HashSet<>();

    /** Whether a state has not been seen; from now on it has. */
    public synchronized boolean add(Stamp stamp) {
        if (seen.size() >= MAX) {
            seen.clear();
        }
        return seen.add(stamp);
    }
}

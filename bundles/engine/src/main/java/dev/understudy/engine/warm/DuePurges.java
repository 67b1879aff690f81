package dev.understudy.engine.warm;

import dev.understudy.image.SourceLevels;
import dev.understudy.source.SourceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Purges that were wanted while there were no levels. Not safe for several threads. */
final class DuePurges {

    /** Purges that are told apart; one more is a purge of everything. */
    static final int MAX = 1000;

    private final List<Predicate<SourceKey>> kept = new ArrayList<>();

    void add(Predicate<SourceKey> which) {
        if (kept.size() < MAX) {
            kept.add(which);
        } else {
            kept.clear();
            kept.add(source -> true);
        }
    }

    /** Looks through levels once, however many purges are due; none are afterwards. */
    void carryOut(SourceLevels levels) {
        if (!kept.isEmpty()) {
            levels.purge(source -> kept.stream().anyMatch(which -> which.test(source)));
            kept.clear();
        }
    }
}

package dev.understudy.catalog.watch;

import java.util.ArrayList;
import java.util.List;

/** Takes many things in turn: of few, each round has all; of more than {@link #FEW}, each round has the next ones. */
final class RoundRobin {

    /** Looking at so many catalogs takes a few milliseconds. */
    static final int FEW = 500;

    private final int inARound;
    private int next;

    /**
     * @param inARound how many things a round has when there are many
     */
    RoundRobin(int inARound) {
        this.inARound = inARound;
    }

    /** The things of the next round. */
    <T> List<T> next(List<T> all) {
        if (all.size() <= FEW) {
            return all;
        }
        List<T> round = new ArrayList<>(inARound);
        for (int i = 0; i < inARound; i++) {
            next = next < all.size() ? next : 0;
            round.add(all.get(next++));
        }
        return round;
    }
}

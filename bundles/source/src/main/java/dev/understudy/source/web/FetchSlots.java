package dev.understudy.source.web;

import java.util.HashMap;
import java.util.Map;

/** How many foreign images are being fetched, in all and of each server. Safe for many threads. */
final class FetchSlots {

    private final int max;
    private final Map<String, Integer> taken = new HashMap<>();
    private int all;

    /**
     * Slots that are all free.
     *
     * @param max in all; half of them for one server
     */
    FetchSlots(int max) {
        this.max = max;
    }

    /** Takes a slot; false when there is none for this server. */
    synchronized boolean take(String origin) {
        int own = taken.getOrDefault(origin, 0);
        if (all >= max || own >= (max + 1) / 2) {
            return false;
        }
        all++;
        taken.put(origin, own + 1);
        return true;
    }

    /** Gives a slot back. */
    synchronized void give(String origin) {
        all--;
        taken.computeIfPresent(origin, (server, own) -> own == 1 ? null : own - 1);
    }

    synchronized int taken() {
        return all;
    }
}

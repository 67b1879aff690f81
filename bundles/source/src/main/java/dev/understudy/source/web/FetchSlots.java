package dev.understudy.source.web;

import java.util.HashMap;
import java.util.Map;

/** How many foreign images are being fetched, in all and of each host. Safe for many threads. */
final class FetchSlots {

    private final int max;
    private final Map<String, Integer> taken = new HashMap<>();
    private int all;

    /**
     * Slots that are all free.
     *
     * @param max in all; half of them for one host, whatever its ports
     */
    FetchSlots(int max) {
        this.max = max;
    }

    /** Takes a slot; false when there is none for this host. */
    synchronized boolean take(String host) {
        int own = taken.getOrDefault(host, 0);
        if (all >= max || own >= (max + 1) / 2) {
            return false;
        }
        all++;
        taken.put(host, own + 1);
        return true;
    }

    /** Gives a slot back. */
    synchronized void give(String host) {
        all--;
        taken.computeIfPresent(host, (name, own) -> own == 1 ? null : own - 1);
    }

    synchronized int taken() {
        return all;
    }
}

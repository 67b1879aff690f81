package dev.understudy.codec.io;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The faults of a file that change no pixel, each once and no more than a reader of the log can use. */
final class ForgivenFaults {

    private static final int MOST = 16;

    private final Set<String> faults = new LinkedHashSet<>();

    void add(String fault) {
        if (faults.size() < MOST) {
            faults.add(fault);
        }
    }

    List<String> faults() {
        return List.copyOf(faults);
    }
}

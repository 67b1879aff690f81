package dev.understudy.engine.save;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;

/** Files that a process which was killed had not finished writing. They are deleted when the next file is saved in the same folder. */
final class Leftovers {

    /** The start of their names: no file that is saved begins with a dot. */
    static final String PREFIX = ".understudy-";

    static final String SUFFIX = ".part";

    /** Much longer than saving may take. */
    private static final Duration AGE = Duration.ofHours(1);

    /** Folders that are remembered; when there are more, they are looked at again. */
    private static final int REMEMBERED = 10_000;

    private final Set<Object> clean = new HashSet<>();
    private final InstantSource clock;

    Leftovers(InstantSource clock) {
        this.clock = clock;
    }

    /** Deletes those in a folder, unless that has been done before. */
    void delete(SaveFolder folder) throws IOException {
        Object key = folder.key();
        if (key != null && isNew(key)) {
            folder.deleteLeftovers(clock.instant().minus(AGE));
        }
    }

    private synchronized boolean isNew(Object key) {
        if (clean.size() >= REMEMBERED) {
            clean.clear();
        }
        return clean.add(key);
    }

    /** Whether an entry of a folder is named as they are. */
    static boolean isNamedSo(String name) {
        return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
    }
}

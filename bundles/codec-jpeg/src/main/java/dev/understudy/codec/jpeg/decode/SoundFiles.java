package dev.understudy.codec.jpeg.decode;

import java.util.LinkedHashMap;
import java.util.Map;

/** Files whose codes have been found sound not long ago, by checksums of all their bytes: the same bytes are sound again. */
final class SoundFiles {

    private final int most;
    private final Map<Long, Boolean> checksums = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * Remembers no file at first.
     *
     * @param most how many it remembers: those that have been asked for last
     */
    SoundFiles(int most) {
        this.most = most;
    }

    synchronized boolean contains(long checksum) {
        return checksums.get(checksum) != null;
    }

    synchronized void add(long checksum) {
        checksums.put(checksum, true);
        if (checksums.size() > most) {
            checksums.remove(checksums.keySet().iterator().next());
        }
    }
}

package dev.understudy.codec.jpeg.decode;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/** Files whose codes have been found sound not long ago, by digests of all their bytes: the same bytes are sound again. */
final class SoundFiles {

    private final int most;
    private final Map<ByteBuffer, Boolean> digests = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * Remembers no file at first.
     *
     * @param most how many it remembers: those that have been asked for last
     */
    SoundFiles(int most) {
        this.most = most;
    }

    synchronized boolean contains(byte[] digest) {
        return digests.get(ByteBuffer.wrap(digest)) != null;
    }

    /** Remembers a digest, which nobody may change afterwards. */
    synchronized void add(byte[] digest) {
        digests.put(ByteBuffer.wrap(digest), true);
        if (digests.size() > most) {
            digests.remove(digests.keySet().iterator().next());
        }
    }
}

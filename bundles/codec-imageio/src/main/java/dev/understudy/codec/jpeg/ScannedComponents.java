package dev.understudy.codec.jpeg;

import dev.understudy.codec.guard.DamagedException;
import java.util.BitSet;

/** Which components have samples: the decoder makes gray of one that no scan is for. */
final class ScannedComponents {

    private final BitSet scanned = new BitSet();

    /** Notes the components of a scan, if it has the coarsest part of their samples. */
    void add(byte[] header) throws DamagedException {
        int count = header.length == 0 ? 0 : header[0] & 0xff;
        if (header.length < 4 + 2 * count) {
            throw new DamagedException("the header of a scan is cut short");
        }
        boolean coarsest = header[1 + 2 * count] == 0;
        for (int i = 0; i < count && coarsest; i++) {
            scanned.set(header[1 + 2 * i] & 0xff);
        }
    }

    /** Fails unless all components of a frame have been in a scan. */
    void requireAll(FrameHeader frame) throws DamagedException {
        for (FrameHeader.Component component : frame.components()) {
            if (!scanned.get(component.id())) {
                throw new DamagedException("its component " + component.id() + " has no samples");
            }
        }
    }
}

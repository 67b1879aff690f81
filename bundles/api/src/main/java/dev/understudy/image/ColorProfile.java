package dev.understudy.image;

import java.util.Arrays;

/**
 * An ICC profile as found in a file; not yet known to be sound.
 *
 * @param bytes the whole profile; shared, never written to
 */
public record ColorProfile(byte[] bytes) {

    @Override
    public boolean equals(Object other) {
        return other instanceof ColorProfile that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "ICC profile of " + bytes.length + " bytes";
    }
}

package dev.understudy.image;

import java.util.Arrays;

/**
 * An XMP packet as found in a file: well-formed XML in UTF-8 whose root is {@code x:xmpmeta} or {@code rdf:RDF}.
 *
 * @param bytes the whole packet; shared, never written to
 */
public record Xmp(byte[] bytes) {

    @Override
    public boolean equals(Object other) {
        return other instanceof Xmp that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "XMP of " + bytes.length + " bytes";
    }
}

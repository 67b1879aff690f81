package dev.understudy.codec.avif;

import dev.understudy.codec.avif.av1.TemporalUnit;
import dev.understudy.image.Plane;
import java.io.IOException;
import java.util.List;

/** The coding of single images as AV1. */
public interface Av1 {

    /**
     * Decodes an image.
     *
     * @param scale how its samples become 8 bits
     * @return its planes, as its header has them
     * @throws IOException when its data is damaged
     */
    List<Plane> decode(TemporalUnit unit, SampleScale scale) throws IOException;

    /**
     * Codes an image.
     *
     * @param planes its planes, as the settings have them
     */
    TemporalUnit encode(List<Plane> planes, CodingSettings settings) throws IOException;
}

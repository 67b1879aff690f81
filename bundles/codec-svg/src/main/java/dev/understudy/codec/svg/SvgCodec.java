package dev.understudy.codec.svg;

import dev.understudy.image.Codec;
import dev.understudy.image.Decoder;
import dev.understudy.image.Encoder;
import java.util.List;

/** Vector images as sources. */
public final class SvgCodec implements Codec {

    private final List<Decoder> decoders = List.of(new SvgDecoder());

    @Override
    public List<Decoder> decoders() {
        return decoders;
    }

    @Override
    public List<Encoder> encoders() {
        return List.of();
    }
}

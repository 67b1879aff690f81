package dev.understudy.itest.helper;

import dev.understudy.image.Codec;
import dev.understudy.image.Decoder;
import dev.understudy.image.Encoder;
import java.util.List;

/** Reads nothing but what the decoder reads. */
final class FaultyCodec implements Codec {

    private final Decoder decoder;

    FaultyCodec(Decoder decoder) {
        this.decoder = decoder;
    }

    @Override
    public List<Decoder> decoders() {
        return List.of(decoder);
    }

    @Override
    public List<Encoder> encoders() {
        return List.of();
    }
}

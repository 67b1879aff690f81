package dev.understudy.codec.avif;

import dev.understudy.image.Codec;
import dev.understudy.image.Decoder;
import dev.understudy.image.Encoder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** AVIF, or nothing where there is no native code. */
public final class AvifCodec implements Codec {

    private final List<Decoder> decoders;
    private final List<Encoder> encoders;

    /**
     * A codec.
     *
     * @param av1 what codes the pixels; null where there is no native code
     */
    public AvifCodec(@Nullable Av1 av1) {
        decoders = av1 == null ? List.of() : List.of(new AvifDecoder(av1));
        encoders = av1 == null ? List.of() : List.of(new AvifEncoder(av1));
    }

    @Override
    public List<Decoder> decoders() {
        return decoders;
    }

    @Override
    public List<Encoder> encoders() {
        return encoders;
    }
}

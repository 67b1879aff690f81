package dev.understudy.codec.svg;

import dev.understudy.codec.jpeg.JpegDecoder;
import dev.understudy.image.Codec;
import dev.understudy.image.Decoder;
import dev.understudy.image.Encoder;
import java.util.List;

/** Vector images as sources. */
public final class SvgCodec implements Codec {

    private final List<Decoder> decoders;

    /** A codec with fonts and limits. */
    public SvgCodec(SvgSettings settings) {
        decoders = List.of(new SvgDecoder(settings, new JpegDecoder()));
    }

    @Override
    public List<Decoder> decoders() {
        return decoders;
    }

    @Override
    public List<Encoder> encoders() {
        return List.of();
    }
}

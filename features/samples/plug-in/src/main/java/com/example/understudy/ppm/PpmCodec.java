package com.example.understudy.ppm;

import dev.understudy.image.Codec;
import dev.understudy.image.Decoder;
import dev.understudy.image.Encoder;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** Offers PPM, to read and to write, as one service. */
@Component
public final class PpmCodec implements Codec {

    private final List<Decoder> decoders = List.of(new PpmDecoder());
    private final List<Encoder> encoders = List.of(new PpmEncoder());

    @Override
    public List<Decoder> decoders() {
        return decoders;
    }

    @Override
    public List<Encoder> encoders() {
        return encoders;
    }
}

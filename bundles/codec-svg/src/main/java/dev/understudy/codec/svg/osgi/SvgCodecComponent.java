package dev.understudy.codec.svg.osgi;

import dev.understudy.codec.svg.SvgCodec;
import dev.understudy.image.Codec;
import dev.understudy.image.Decoder;
import dev.understudy.image.Encoder;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** SVG as a service. */
@Component
public final class SvgCodecComponent implements Codec {

    private final Codec codec;

    @Activate
    public SvgCodecComponent() {
        codec = new SvgCodec();
    }

    @Override
    public List<Decoder> decoders() {
        return codec.decoders();
    }

    @Override
    public List<Encoder> encoders() {
        return codec.encoders();
    }
}

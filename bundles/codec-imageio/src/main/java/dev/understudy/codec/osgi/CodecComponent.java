package dev.understudy.codec.osgi;

import dev.understudy.codec.ImageIoCodec;
import dev.understudy.image.Codec;
import dev.understudy.image.Decoder;
import dev.understudy.image.Encoder;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The formats of this bundle as a service. */
@Component
public final class CodecComponent implements Codec {

    private final Codec codec;

    @Activate
    public CodecComponent() {
        codec = new ImageIoCodec();
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

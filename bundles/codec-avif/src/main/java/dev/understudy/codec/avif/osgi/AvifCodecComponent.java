package dev.understudy.codec.avif.osgi;

import dev.understudy.codec.avif.AvifCodec;
import dev.understudy.codec.avif.natives.NativeCode;
import dev.understudy.image.Codec;
import dev.understudy.image.Decoder;
import dev.understudy.image.Encoder;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** AVIF as a service. */
@Component
public final class AvifCodecComponent implements Codec {

    private final Codec codec;

    @Activate
    public AvifCodecComponent() {
        codec = new AvifCodec(NativeCode.av1());
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

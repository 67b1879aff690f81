package dev.understudy.codec.turbo.osgi;

import dev.understudy.codec.jpeg.JpegDecoder;
import dev.understudy.codec.turbo.TurboAccelerator;
import dev.understudy.codec.turbo.natives.JnaCleaner;
import dev.understudy.image.Codec;
import dev.understudy.image.Decoder;
import dev.understudy.image.Encoder;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** JPEG as a service that is asked before the codec without native code. */
@Component(enabled = false, property = "service.ranking:Integer=100")
public final class TurboCodecComponent implements Codec {

    private final List<Decoder> decoders;

    @Activate
    public TurboCodecComponent() {
        decoders = TurboAccelerator.find()
                .map(accelerator -> List.<Decoder>of(new JpegDecoder(accelerator)))
                .orElse(List.of());
    }

    @Deactivate
    void close() {
        JnaCleaner.end();
    }

    @Override
    public List<Decoder> decoders() {
        return decoders;
    }

    /** None: those of the other codec, since the library has no best codes where it is of version 2. */
    @Override
    public List<Encoder> encoders() {
        return List.of();
    }
}

package dev.understudy.codec.jpeg.osgi;

import dev.understudy.codec.jpeg.JpegDecoder;
import dev.understudy.codec.jpeg.JpegEncoder;
import dev.understudy.image.Codec;
import dev.understudy.image.Decoder;
import dev.understudy.image.Encoder;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** JPEG as a service. */
@Component
public final class JpegCodecComponent implements Codec {

    private final List<Decoder> decoders;
    private final List<Encoder> encoders;

    @Activate
    public JpegCodecComponent() {
        decoders = List.of(new JpegDecoder());
        encoders = List.of(new JpegEncoder());
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

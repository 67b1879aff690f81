package dev.understudy.codec;

import dev.understudy.codec.jpeg.osgi.JpegCodecComponent;
import dev.understudy.image.Codec;
import dev.understudy.image.Decoder;
import dev.understudy.image.Encoder;
import java.util.List;

/** The codecs that every server has. */
public final class ShippedCodecs {

    private static final List<Codec> CODECS = List.of(new JpegCodecComponent(), new ImageIoCodec());

    private ShippedCodecs() {}

    /** What they read. */
    public static List<Decoder> decoders() {
        return CODECS.stream().flatMap(codec -> codec.decoders().stream()).toList();
    }

    /** What they write. */
    public static List<Encoder> encoders() {
        return CODECS.stream().flatMap(codec -> codec.encoders().stream()).toList();
    }
}

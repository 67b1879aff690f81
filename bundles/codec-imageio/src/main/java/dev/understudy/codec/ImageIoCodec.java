package dev.understudy.codec;

import dev.understudy.codec.jpeg.JpegDecoder;
import dev.understudy.codec.jpeg.JpegEncoder;
import dev.understudy.codec.png.PngDecoder;
import dev.understudy.codec.png.PngEncoder;
import dev.understudy.image.Codec;
import dev.understudy.image.Decoder;
import dev.understudy.image.Encoder;
import java.util.List;

/** All formats of this bundle. */
public final class ImageIoCodec implements Codec {

    private final List<Decoder> decoders = List.of(new JpegDecoder(), new PngDecoder());
    private final List<Encoder> encoders = List.of(new JpegEncoder(), new PngEncoder());

    @Override
    public List<Decoder> decoders() {
        return decoders;
    }

    @Override
    public List<Encoder> encoders() {
        return encoders;
    }
}

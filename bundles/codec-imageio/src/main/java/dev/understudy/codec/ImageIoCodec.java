package dev.understudy.codec;

import dev.understudy.codec.bmp.BmpDecoder;
import dev.understudy.codec.gif.GifDecoder;
import dev.understudy.codec.gif.GifEncoder;
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

    private final List<Decoder> decoders =
            List.of(new JpegDecoder(), new PngDecoder(), new GifDecoder(), new BmpDecoder());
    private final List<Encoder> encoders = List.of(new JpegEncoder(), new PngEncoder(), new GifEncoder());

    @Override
    public List<Decoder> decoders() {
        return decoders;
    }

    @Override
    public List<Encoder> encoders() {
        return encoders;
    }
}

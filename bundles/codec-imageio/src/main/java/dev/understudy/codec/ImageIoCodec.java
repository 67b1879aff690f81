package dev.understudy.codec;

import dev.understudy.codec.bmp.BmpDecoder;
import dev.understudy.codec.eps.EpsEncoder;
import dev.understudy.codec.gif.GifDecoder;
import dev.understudy.codec.gif.GifEncoder;
import dev.understudy.codec.pdf.PdfEncoder;
import dev.understudy.codec.png.PngDecoder;
import dev.understudy.codec.png.PngEncoder;
import dev.understudy.codec.psd.PsdDecoder;
import dev.understudy.codec.tiff.TiffDecoder;
import dev.understudy.codec.tiff.TiffEncoder;
import dev.understudy.codec.webp.WebpFormat;
import dev.understudy.image.Codec;
import dev.understudy.image.Decoder;
import dev.understudy.image.Encoder;
import java.util.List;
import java.util.stream.Stream;

/** All formats of this bundle: all that are read and written, except JPEG. */
public final class ImageIoCodec implements Codec {

    private final List<Decoder> decoders;
    private final List<Encoder> encoders;

    public ImageIoCodec() {
        WebpFormat webp = new WebpFormat();
        decoders = Stream.concat(
                        Stream.of(
                                new PngDecoder(),
                                new GifDecoder(),
                                new TiffDecoder(),
                                new BmpDecoder(),
                                new PsdDecoder()),
                        webp.decoders().stream())
                .toList();
        encoders = Stream.concat(
                        Stream.of(
                                new PngEncoder(),
                                new GifEncoder(),
                                new TiffEncoder(),
                                new PdfEncoder(),
                                new EpsEncoder()),
                        webp.encoders().stream())
                .toList();
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

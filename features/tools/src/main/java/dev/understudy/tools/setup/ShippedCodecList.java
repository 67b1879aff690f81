package dev.understudy.tools.setup;

import dev.understudy.codec.ImageIoCodec;
import dev.understudy.codec.jpeg.JpegDecoder;
import dev.understudy.codec.jpeg.JpegEncoder;
import dev.understudy.codec.svg.SvgCodec;
import dev.understudy.codec.svg.SvgSettings;
import dev.understudy.engine.codec.Edition;
import dev.understudy.engine.codec.InstalledCodecs;
import dev.understudy.engine.codec.RegisteredCodec;
import dev.understudy.image.Codec;
import dev.understudy.image.Decoder;
import dev.understudy.image.Encoder;
import java.util.List;

/** The codecs that a server has without optional features. */
public final class ShippedCodecList {

    private ShippedCodecList() {}

    /** All of them, in the order in which they are asked. */
    public static InstalledCodecs codecs() {
        return InstalledCodecs.of(List.of(
                registered(new JpegCodec(), "codec-jpeg"),
                registered(new ImageIoCodec(), "codec-imageio"),
                registered(new SvgCodec(SvgSettings.DEFAULT), "codec-svg")));
    }

    private static RegisteredCodec registered(Codec codec, String name) {
        return new RegisteredCodec(codec, name, Edition.of(name), 0, 0);
    }

    private static final class JpegCodec implements Codec {

        @Override
        public List<Decoder> decoders() {
            return List.of(new JpegDecoder());
        }

        @Override
        public List<Encoder> encoders() {
            return List.of(new JpegEncoder());
        }
    }
}

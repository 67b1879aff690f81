package dev.understudy.codec.webp;

import dev.understudy.image.Decoder;
import dev.understudy.image.Encoder;
import java.util.List;

/** The WebP decoder and encoder of this system, which depend on its native library. */
public final class WebpFormat {

    private final List<Decoder> decoders;
    private final List<Encoder> encoders;

    public WebpFormat() {
        LibWebp library = NativeLibrary.get();
        decoders = List.of(
                new WebpDecoder(library == null ? new TwelveMonkeysFrameDecoder() : new NativeFrameDecoder(library)));
        encoders = library == null ? List.of() : List.of(new WebpEncoder(library));
    }

    /** One decoder. */
    public List<Decoder> decoders() {
        return decoders;
    }

    /** One encoder, or none without the native library. */
    public List<Encoder> encoders() {
        return encoders;
    }
}

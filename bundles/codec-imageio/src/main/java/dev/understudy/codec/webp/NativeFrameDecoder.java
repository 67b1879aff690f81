package dev.understudy.codec.webp;

import dev.understudy.codec.io.Input;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.io.IOException;
import java.util.List;

/** Decodes through libwebp. */
final class NativeFrameDecoder implements FrameDecoder {

    private final LibWebp library;

    NativeFrameDecoder(LibWebp library) {
        this.library = library;
    }

    @Override
    public Pixels decode(Input input, WebpFile.FrameChunk frame) throws IOException {
        int[] argb = library.decode(bytes(input, frame), frame.width() * frame.height());
        List<Plane> planes = List.of(plane(argb, 16, frame), plane(argb, 8, frame), plane(argb, 0, frame));
        return new Pixels(Samples.RGB, planes, frame.alpha() ? plane(argb, 24, frame) : null, null);
    }

    private static byte[] bytes(Input input, WebpFile.FrameChunk frame) throws IOException {
        try (Input file = input.of(frame.file())) {
            return file.bytes(0, file.length());
        }
    }

    private static Plane plane(int[] argb, int shift, WebpFile.FrameChunk frame) {
        byte[] samples = new byte[argb.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (argb[i] >> shift);
        }
        return new Plane(frame.width(), frame.height(), samples);
    }
}

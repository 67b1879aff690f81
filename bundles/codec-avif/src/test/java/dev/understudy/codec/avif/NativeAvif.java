package dev.understudy.codec.avif;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.understudy.codec.avif.natives.NativeCode;

/** The codec with its native code; tests of it are skipped where that does not run. */
public final class NativeAvif {

    private static final AvifCodec CODEC = new AvifCodec(NativeCode.av1());

    private NativeAvif() {}

    public static AvifCodec codec() {
        assumeFalse(CODEC.decoders().isEmpty(), "FFmpeg's native code does not run here: AVIF is not tested");
        return CODEC;
    }
}

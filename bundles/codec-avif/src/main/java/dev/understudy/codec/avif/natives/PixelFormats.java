package dev.understudy.codec.avif.natives;

import dev.understudy.codec.avif.av1.ChromaFormat;
import dev.understudy.codec.avif.av1.ColorCodes;
import dev.understudy.codec.avif.av1.SequenceHeader;
import org.bytedeco.ffmpeg.global.avutil;

/** FFmpeg's names for the kinds of images that AV1 has. */
final class PixelFormats {

    /** Of 8, 10 and 12 bits, as all that follow. */
    private static final int[] RGB = {avutil.AV_PIX_FMT_GBRP, avutil.AV_PIX_FMT_GBRP10, avutil.AV_PIX_FMT_GBRP12};

    private static final int[] GRAY = {avutil.AV_PIX_FMT_GRAY8, avutil.AV_PIX_FMT_GRAY10, avutil.AV_PIX_FMT_GRAY12};
    private static final int[] HALF = {
        avutil.AV_PIX_FMT_YUV420P, avutil.AV_PIX_FMT_YUV420P10, avutil.AV_PIX_FMT_YUV420P12
    };
    private static final int[] HALF_COLUMNS = {
        avutil.AV_PIX_FMT_YUV422P, avutil.AV_PIX_FMT_YUV422P10, avutil.AV_PIX_FMT_YUV422P12
    };
    private static final int[] FULL = {
        avutil.AV_PIX_FMT_YUV444P, avutil.AV_PIX_FMT_YUV444P10, avutil.AV_PIX_FMT_YUV444P12
    };

    private PixelFormats() {}

    /** The format of 8 bits. */
    static int of(ChromaFormat chroma, ColorCodes codes) {
        return of(chroma, codes, 8);
    }

    /** The format that images of a header are decoded to. */
    static int of(SequenceHeader header) {
        return of(header.chroma(), header.color(), header.bits());
    }

    private static int of(ChromaFormat chroma, ColorCodes codes, int bits) {
        return formats(chroma, codes)[(bits - 8) / 2];
    }

    private static int[] formats(ChromaFormat chroma, ColorCodes codes) {
        return switch (chroma) {
            case NONE -> GRAY;
            case HALF -> HALF;
            case HALF_COLUMNS -> HALF_COLUMNS;
            case FULL -> codes.matrix() == ColorCodes.IDENTITY ? RGB : FULL;
        };
    }
}

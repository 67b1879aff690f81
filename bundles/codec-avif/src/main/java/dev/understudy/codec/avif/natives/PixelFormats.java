package dev.understudy.codec.avif.natives;

import dev.understudy.codec.avif.av1.ChromaFormat;
import dev.understudy.codec.avif.av1.ColorCodes;
import dev.understudy.codec.avif.av1.SequenceHeader;
import java.util.Map;
import org.bytedeco.ffmpeg.global.avutil;

/** FFmpeg's names for the kinds of images that AV1 has. */
final class PixelFormats {

    private record Kind(ChromaFormat chroma, boolean rgb, int bits) {}

    private static final Map<Kind, Integer> FORMATS = Map.ofEntries(
            Map.entry(new Kind(ChromaFormat.NONE, false, 8), avutil.AV_PIX_FMT_GRAY8),
            Map.entry(new Kind(ChromaFormat.NONE, false, 10), avutil.AV_PIX_FMT_GRAY10),
            Map.entry(new Kind(ChromaFormat.NONE, false, 12), avutil.AV_PIX_FMT_GRAY12),
            Map.entry(new Kind(ChromaFormat.HALF, false, 8), avutil.AV_PIX_FMT_YUV420P),
            Map.entry(new Kind(ChromaFormat.HALF, false, 10), avutil.AV_PIX_FMT_YUV420P10),
            Map.entry(new Kind(ChromaFormat.HALF, false, 12), avutil.AV_PIX_FMT_YUV420P12),
            Map.entry(new Kind(ChromaFormat.HALF_COLUMNS, false, 8), avutil.AV_PIX_FMT_YUV422P),
            Map.entry(new Kind(ChromaFormat.HALF_COLUMNS, false, 10), avutil.AV_PIX_FMT_YUV422P10),
            Map.entry(new Kind(ChromaFormat.HALF_COLUMNS, false, 12), avutil.AV_PIX_FMT_YUV422P12),
            Map.entry(new Kind(ChromaFormat.FULL, false, 8), avutil.AV_PIX_FMT_YUV444P),
            Map.entry(new Kind(ChromaFormat.FULL, false, 10), avutil.AV_PIX_FMT_YUV444P10),
            Map.entry(new Kind(ChromaFormat.FULL, false, 12), avutil.AV_PIX_FMT_YUV444P12),
            Map.entry(new Kind(ChromaFormat.FULL, true, 8), avutil.AV_PIX_FMT_GBRP),
            Map.entry(new Kind(ChromaFormat.FULL, true, 10), avutil.AV_PIX_FMT_GBRP10),
            Map.entry(new Kind(ChromaFormat.FULL, true, 12), avutil.AV_PIX_FMT_GBRP12));

    private PixelFormats() {}

    /** The format of 8 bits. */
    static int of(ChromaFormat chroma, ColorCodes codes) {
        return of(chroma, codes, 8);
    }

    /** The format that images of a header are decoded to; -1 for none. */
    static int of(SequenceHeader header) {
        return of(header.chroma(), header.color(), header.bits());
    }

    private static int of(ChromaFormat chroma, ColorCodes codes, int bits) {
        boolean rgb = chroma == ChromaFormat.FULL && codes.matrix() == ColorCodes.IDENTITY;
        return FORMATS.getOrDefault(new Kind(chroma, rgb, bits), -1);
    }
}

package dev.understudy.codec.avif.natives;

import dev.understudy.codec.avif.Av1;
import dev.understudy.codec.avif.CodingSettings;
import dev.understudy.codec.avif.SampleScale;
import dev.understudy.codec.avif.av1.TemporalUnit;
import dev.understudy.image.Plane;
import java.io.IOException;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;

/** AV1 by FFmpeg: SVT-AV1 and libaom encode, libaom decodes. */
final class FfmpegAv1 implements Av1 {

    private final AVCodec fastEncoder;
    private final AVCodec generalEncoder;
    private final AVCodec decoder;

    /** Finds the codecs; the native libraries must have been loaded. */
    FfmpegAv1() {
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
        fastEncoder = require("libsvtav1", avcodec.avcodec_find_encoder_by_name("libsvtav1"));
        generalEncoder = require("libaom-av1", avcodec.avcodec_find_encoder_by_name("libaom-av1"));
        decoder = require("libaom-av1", avcodec.avcodec_find_decoder_by_name("libaom-av1"));
    }

    private static AVCodec require(String name, AVCodec codec) {
        if (codec == null || codec.isNull()) {
            throw new UnsatisfiedLinkError("FFmpeg was built without " + name);
        }
        return codec;
    }

    @Override
    public List<Plane> decode(TemporalUnit unit, SampleScale scale) throws IOException {
        try (Decoding decoding = new Decoding(decoder)) {
            return decoding.decode(unit, scale);
        }
    }

    @Override
    public TemporalUnit encode(List<Plane> planes, CodingSettings settings) throws IOException {
        Plane first = planes.get(0);
        boolean fast = SvtAv1.takes(first.width(), first.height(), settings);
        try (Encoding encoding = new Encoding(fast ? fastEncoder : generalEncoder)) {
            return TemporalUnit.parse(
                    encoding.encode(planes, settings, fast ? SvtAv1.OPTIONS : Libaom.options(settings)));
        }
    }
}

package dev.understudy.codec.avif.natives;

import dev.understudy.codec.avif.CodingSettings;
import dev.understudy.codec.avif.av1.ColorCodes;
import dev.understudy.image.Plane;
import java.util.List;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/** One image on its way through an encoder of FFmpeg. */
final class Encoding implements AutoCloseable {

    private final AVCodec codec;
    private final AVCodecContext context;
    private final AVFrame frame;
    private final AVPacket packet;

    Encoding(AVCodec codec) {
        this.codec = codec;
        context = NativeCalls.allocated(avcodec.avcodec_alloc_context3(codec));
        frame = NativeCalls.allocated(avutil.av_frame_alloc());
        packet = NativeCalls.allocated(avcodec.av_packet_alloc());
    }

    byte[] encode(List<Plane> planes, CodingSettings settings, Map<String, String> options) {
        Plane first = planes.get(0);
        int format = PixelFormats.of(settings.chroma(), settings.codes());
        open(first.width(), first.height(), format, settings, options);
        fill(planes, format);
        NativeCalls.check("take the image", avcodec.avcodec_send_frame(context, frame));
        avutil.av_frame_unref(frame);
        NativeCalls.check("end the image", avcodec.avcodec_send_frame(context, null));
        NativeCalls.check("code the image", avcodec.avcodec_receive_packet(context, packet));
        byte[] coded = new byte[packet.size()];
        packet.data().get(coded);
        avcodec.av_packet_unref(packet);
        if (avcodec.avcodec_receive_packet(context, packet) != avutil.AVERROR_EOF()) {
            throw new IllegalStateException("FFmpeg made more than one image of one");
        }
        return coded;
    }

    private void open(int width, int height, int format, CodingSettings settings, Map<String, String> options) {
        ColorCodes codes = settings.codes();
        context.width(width).height(height).pix_fmt(format);
        context.time_base().num(1).den(1);
        context.framerate().num(1).den(1);
        context.gop_size(1).thread_count(1);
        context.color_range(codes.fullRange() ? avutil.AVCOL_RANGE_JPEG : avutil.AVCOL_RANGE_MPEG);
        context.color_primaries(codes.primaries()).color_trc(codes.transfer()).colorspace(codes.matrix());
        options.forEach(this::set);
        set("crf", Integer.toString(settings.quantizer()));
        NativeCalls.check("open the encoder", avcodec.avcodec_open2(context, codec, (AVDictionary) null));
    }

    private void set(String option, String value) {
        NativeCalls.check("set " + option, avutil.av_opt_set(context, option, value, avutil.AV_OPT_SEARCH_CHILDREN));
    }

    private void fill(List<Plane> planes, int format) {
        frame.width(planes.get(0).width()).height(planes.get(0).height()).format(format);
        frame.pts(0).color_range(context.color_range());
        NativeCalls.check("allocate the image", avutil.av_frame_get_buffer(frame, 0));
        for (int i = 0; i < planes.size(); i++) {
            fill(frame.data(i), frame.linesize(i), planes.get(i));
        }
    }

    private static void fill(BytePointer target, int stride, Plane plane) {
        for (int y = 0; y < plane.height(); y++) {
            target.position((long) y * stride).put(plane.samples(), y * plane.width(), plane.width());
        }
    }

    @Override
    public void close() {
        avcodec.av_packet_free(packet);
        avutil.av_frame_free(frame);
        avcodec.avcodec_free_context(context);
    }
}

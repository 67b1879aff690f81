package dev.understudy.codec.avif.natives;

import dev.understudy.codec.avif.SampleScale;
import dev.understudy.codec.avif.av1.ChromaFormat;
import dev.understudy.codec.avif.av1.SequenceHeader;
import dev.understudy.codec.avif.av1.TemporalUnit;
import dev.understudy.codec.io.DamagedException;
import dev.understudy.image.Plane;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/** One image on its way through the decoder of FFmpeg. */
final class Decoding implements AutoCloseable {

    private final AVCodec codec;
    private final AVCodecContext context;
    private final AVFrame frame;
    private final AVPacket packet;

    Decoding(AVCodec codec) {
        this.codec = codec;
        context = NativeCalls.allocated(avcodec.avcodec_alloc_context3(codec));
        frame = NativeCalls.allocated(avutil.av_frame_alloc());
        packet = NativeCalls.allocated(avcodec.av_packet_alloc());
    }

    List<Plane> decode(TemporalUnit unit, SampleScale scale) throws DamagedException {
        context.thread_count(1);
        NativeCalls.check("open the decoder", avcodec.avcodec_open2(context, codec, (AVDictionary) null));
        NativeCalls.check("allocate the data", avcodec.av_new_packet(packet, unit.bytes().length));
        packet.data().put(unit.bytes());
        checkData(avcodec.avcodec_send_packet(context, packet));
        checkData(avcodec.avcodec_receive_frame(context, frame));
        SequenceHeader header = unit.header();
        if (frame.width() != header.width()
                || frame.height() != header.height()
                || frame.format() != PixelFormats.of(header)) {
            throw new DamagedException("its AV1 data is of another kind than its header says");
        }
        return planes(header, scale);
    }

    /** Errors of the decoder are those of the data, unless memory was short. */
    private static void checkData(int result) throws DamagedException {
        if (result == avutil.AVERROR_ENOMEM()) {
            throw new OutOfMemoryError("FFmpeg has no memory to decode the image");
        }
        if (result < 0) {
            throw new DamagedException("its AV1 data is damaged");
        }
    }

    private List<Plane> planes(SequenceHeader header, SampleScale scale) {
        ChromaFormat chroma = header.chroma();
        List<Plane> planes = new ArrayList<>();
        for (int i = 0; i < chroma.planes(); i++) {
            Plane plane = Plane.blank(chroma.width(i, header.width()), chroma.height(i, header.height()));
            byte[] table = scale.table(i);
            if (header.bits() == Byte.SIZE) {
                readBytes(i, plane, table);
            } else {
                readPairs(i, plane, table);
            }
            planes.add(plane);
        }
        return planes;
    }

    private void readBytes(int index, Plane plane, byte[] table) {
        BytePointer source = frame.data(index);
        int stride = frame.linesize(index);
        byte[] samples = plane.samples();
        int width = plane.width();
        for (int y = 0; y < plane.height(); y++) {
            source.position((long) y * stride).get(samples, y * width, width);
        }
        for (int i = 0; i < samples.length; i++) {
            samples[i] = table[samples[i] & 0xff];
        }
    }

    private void readPairs(int index, Plane plane, byte[] table) {
        BytePointer source = frame.data(index);
        int stride = frame.linesize(index);
        int width = plane.width();
        byte[] row = new byte[2 * width];
        for (int y = 0; y < plane.height(); y++) {
            source.position((long) y * stride).get(row);
            for (int x = 0; x < width; x++) {
                int sample = (row[2 * x + 1] & 0xff) << 8 | row[2 * x] & 0xff;
                plane.samples()[y * width + x] = table[Math.min(sample, table.length - 1)];
            }
        }
    }

    @Override
    public void close() {
        avcodec.av_packet_free(packet);
        avutil.av_frame_free(frame);
        avcodec.avcodec_free_context(context);
    }
}

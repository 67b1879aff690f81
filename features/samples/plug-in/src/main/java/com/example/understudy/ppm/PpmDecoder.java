package com.example.understudy.ppm;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.Decoder;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Orientation;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import dev.understudy.image.Samples;
import dev.understudy.image.Tolerance;
import dev.understudy.source.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.List;

/** Reads PPM of 8 bits a sample. Refuses files that are cut short, unless what is there of them is wanted. */
final class PpmDecoder implements Decoder {

    private static final int BANDS = 3;
    private static final int LONGEST_HEADER = 4096;
    private static final int ROWS_AT_A_TIME = 64;
    private static final byte MID_GRAY = (byte) 128;

    @Override
    public String format() {
        return "ppm";
    }

    @Override
    public boolean recognizes(ByteBuffer head) {
        return PpmHeader.startsWith(head);
    }

    @Override
    public ImageInfo inspect(Source source, Tolerance tolerance) throws ServeException {
        return info(header(source));
    }

    @Override
    public Decoded decode(Source source, DecodeRequest request) throws ServeException {
        PpmHeader header = header(source);
        ImageInfo info = info(header);
        if (info.area() > Integer.MAX_VALUE) {
            throw new ServeException(new Failure.TooLarge(source.key() + ", " + info.area() + " pixels,", "2^31"));
        }
        try {
            return decode(source, header, info, request.tolerance());
        } catch (IOException e) {
            throw new ServeException(new Failure.Unreadable(source.key().toString(), e));
        } catch (OutOfMemoryError e) {
            throw new ServeException(Failure.of(e));
        }
    }

    private static Decoded decode(Source source, PpmHeader header, ImageInfo info, Tolerance tolerance)
            throws IOException, ServeException {
        SeekableByteChannel channel = source.channel().position(header.length());
        long missing = info.area() * BANDS - (channel.size() - header.length());
        boolean anyRow = channel.size() - header.length() >= (long) header.width() * BANDS;
        if (missing > 0 && (tolerance == Tolerance.STRICT || !anyRow)) {
            throw corrupt(source, missing + " bytes are missing at its end");
        }
        List<Plane> planes = planes(channel, header);
        Region whole = new Region(0, 0, header.width(), header.height());
        Decoded decoded = new Decoded(info, new Pixels(Samples.RGB, planes, null, null), whole, 1);
        return missing > 0 ? decoded.withDamage(missing + " bytes are missing at its end") : decoded;
    }

    /** What is not there stays gray. Reading in pieces lets the server end it when nobody waits any longer. */
    private static List<Plane> planes(SeekableByteChannel channel, PpmHeader header) throws IOException {
        byte[][] samples = new byte[BANDS][header.width() * header.height()];
        for (byte[] band : samples) {
            Arrays.fill(band, MID_GRAY);
        }
        int at = 0;
        while (at < samples[0].length) {
            int pixels = Math.min(samples[0].length - at, header.width() * ROWS_AT_A_TIME);
            ByteBuffer rows = read(channel, Math.multiplyExact(pixels, BANDS));
            while (rows.remaining() >= BANDS) {
                for (byte[] band : samples) {
                    band[at] = rows.get();
                }
                at++;
            }
            if (rows.limit() < rows.capacity()) {
                break;
            }
        }
        return Arrays.stream(samples)
                .map(band -> new Plane(header.width(), header.height(), band))
                .toList();
    }

    private static PpmHeader header(Source source) throws ServeException {
        try {
            PpmHeader header = PpmHeader.of(read(source.channel().position(0), LONGEST_HEADER));
            if (header.maximum() != 255) {
                throw new ServeException(new Failure.UnsupportedSource(
                        FailureKind.SOURCE_UNSUPPORTED,
                        source.key().toString(),
                        "its samples are 0.." + header.maximum() + "; those of 0..255 are supported"));
            }
            return header;
        } catch (IllegalArgumentException e) {
            throw corrupt(source, e.getMessage());
        } catch (IOException e) {
            throw new ServeException(new Failure.Unreadable(source.key().toString(), e));
        }
    }

    private static ImageInfo info(PpmHeader header) {
        return new ImageInfo(
                "ppm", header.width(), header.height(), Orientation.NORMAL, Samples.RGB, 8, false, false, 0);
    }

    /** Up to {@code count} bytes; a channel may give less than it has. */
    private static ByteBuffer read(SeekableByteChannel channel, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // reads on
        }
        return bytes.flip();
    }

    private static ServeException corrupt(Source source, String detail) {
        return new ServeException(
                new Failure.Corrupt(FailureKind.SOURCE_CORRUPT, source.key().toString(), detail, null));
    }
}

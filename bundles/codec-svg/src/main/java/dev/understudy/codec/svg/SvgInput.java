package dev.understudy.codec.svg;

import dev.understudy.codec.io.Input;
import dev.understudy.codec.svg.document.SvgRefusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** The text of a file, unpacked if it was packed by gzip, and of no more than some length. */
final class SvgInput extends InputStream {

    private static final int GZIP = 0x1f8b;

    private final InputStream stream;
    private final int mostBytes;
    private int left;

    private SvgInput(InputStream stream, int mostBytes) {
        this.stream = stream;
        this.mostBytes = mostBytes;
        left = mostBytes;
    }

    static SvgInput of(Input input, int mostBytes) throws IOException {
        input.seek(0);
        boolean packed = input.read() << 8 == (GZIP & 0xff00) && input.read() == (GZIP & 0xff);
        input.seek(0);
        InputStream plain = new InputStream() {
            @Override
            public int read() throws IOException {
                return input.read();
            }

            @Override
            public int read(byte[] bytes, int offset, int count) throws IOException {
                return input.read(bytes, offset, count);
            }
        };
        return new SvgInput(packed ? new GZIPInputStream(plain) : plain, mostBytes);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        int read = stream.read(bytes, offset, count);
        left -= Math.max(0, read);
        if (left < 0) {
            throw SvgRefusal.of(
                    "a file of more than " + mostBytes / 1024 + " kB, unpacked, which is svgProvider.SVGFileSizeLimit");
        }
        return read;
    }
}

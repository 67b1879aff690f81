package dev.understudy.codec.jpeg.imageio;

import dev.understudy.source.Source;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import javax.imageio.stream.ImageInputStream;

/** A stream of ImageIO from some position on, as decoders read files. Closing it leaves the stream open. */
final class StreamSource implements Source {

    private static final int PIECE = 8192;

    private static final SourceKey KEY = new SourceKey(SourceKey.Kind.IMAGE, "", "stream", true);

    private final Channel channel;
    private final long length;

    /**
     * The bytes of a stream.
     *
     * @param start where the file begins in it
     */
    StreamSource(ImageInputStream stream, long start) throws IOException {
        length = length(stream, start);
        channel = new Channel(stream, start, length);
    }

    private static long length(ImageInputStream stream, long start) throws IOException {
        long known = stream.length();
        if (known >= 0) {
            return Math.max(0, known - start);
        }
        stream.seek(start);
        byte[] piece = new byte[PIECE];
        long count = 0;
        for (int read = stream.read(piece); read >= 0; read = stream.read(piece)) {
            count += read;
        }
        return count;
    }

    @Override
    public SourceKey key() {
        return KEY;
    }

    @Override
    public Stamp stamp() {
        return new Stamp(KEY, 0, length, "");
    }

    @Override
    public SeekableByteChannel channel() {
        return channel;
    }

    @Override
    public void close() {
        channel.close();
    }

    private static final class Channel implements SeekableByteChannel {

        private final ImageInputStream stream;
        private final long start;
        private final long length;
        private long position;
        private boolean open = true;

        private Channel(ImageInputStream stream, long start, long length) {
            this.stream = stream;
            this.start = start;
            this.length = length;
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            if (position >= length) {
                return -1;
            }
            byte[] bytes = new byte[(int) Math.min(target.remaining(), length - position)];
            stream.seek(start + position);
            try {
                stream.readFully(bytes);
            } catch (EOFException e) {
                return -1;
            }
            target.put(bytes);
            position += bytes.length;
            return bytes.length;
        }

        @Override
        public long position() {
            return position;
        }

        @Override
        public SeekableByteChannel position(long newPosition) {
            position = newPosition;
            return this;
        }

        @Override
        public long size() {
            return length;
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void close() {
            open = false;
        }

        @Override
        public int write(ByteBuffer bytes) {
            throw new NonWritableChannelException();
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            throw new NonWritableChannelException();
        }
    }
}

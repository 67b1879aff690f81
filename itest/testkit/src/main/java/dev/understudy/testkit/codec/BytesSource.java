package dev.understudy.testkit.codec;

import dev.understudy.source.Source;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.zip.CRC32;

/** A file that is only bytes. */
public final class BytesSource implements Source {

    private final byte[] bytes;
    private final Channel channel = new Channel();
    private long reads;
    private long bytesRead;

    public BytesSource(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public SourceKey key() {
        return new SourceKey(SourceKey.Kind.IMAGE, "tests", "image", true);
    }

    @Override
    public Stamp stamp() {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return new Stamp(key(), 0, bytes.length, Long.toHexString(sum.getValue()));
    }

    @Override
    public SeekableByteChannel channel() {
        return channel;
    }

    @Override
    public void close() {
        channel.close();
    }

    /** How often something was read of it. */
    public long reads() {
        return reads;
    }

    /** How many bytes were read of it, those that were read again among them. */
    public long bytesRead() {
        return bytesRead;
    }

    private final class Channel implements SeekableByteChannel {

        private long position;
        private boolean open = true;

        @Override
        public int read(ByteBuffer target) {
            if (position >= bytes.length) {
                return -1;
            }
            // short reads, as files on networks have them
            int count = (int) Math.min(Math.min(target.remaining(), 1000), bytes.length - position);
            target.put(bytes, (int) position, count);
            position += count;
            reads++;
            bytesRead += count;
            return count;
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
            return bytes.length;
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
        public int write(ByteBuffer source) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            throw new UnsupportedOperationException();
        }
    }
}

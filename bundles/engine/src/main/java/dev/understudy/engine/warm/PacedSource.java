package dev.understudy.engine.warm;

import dev.understudy.failure.ServeException;
import dev.understudy.source.Source;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * A source whose reader waits whenever requests need the processors. Decoders read files as they go, so that it is a moment at most
 * until they give way.
 *
 * @param source the open file, which stays its owner's
 */
record PacedSource(Source source, Pace pace) implements Source {

    @Override
    public SourceKey key() {
        return source.key();
    }

    @Override
    public Stamp stamp() {
        return source.stamp();
    }

    @Override
    public SeekableByteChannel channel() {
        return new PacedChannel(source.channel(), pace);
    }

    @Override
    public boolean overwritten() {
        return source.overwritten();
    }

    @Override
    public @Nullable ServeException failure() {
        return source.failure();
    }

    @Override
    public void close() {
        source.close();
    }

    private record PacedChannel(SeekableByteChannel channel, Pace pace) implements SeekableByteChannel {

        @Override
        public int read(ByteBuffer target) throws IOException {
            pace.goOn();
            return channel.read(target);
        }

        @Override
        public long position() throws IOException {
            return channel.position();
        }

        @Override
        public SeekableByteChannel position(long position) throws IOException {
            channel.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }

        @Override
        public int write(ByteBuffer bytes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            throw new UnsupportedOperationException();
        }
    }
}

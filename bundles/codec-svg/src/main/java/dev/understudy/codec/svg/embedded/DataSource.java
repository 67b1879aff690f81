package dev.understudy.codec.svg.embedded;

import dev.understudy.codec.io.BytesChannel;
import dev.understudy.source.Source;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import java.nio.channels.SeekableByteChannel;

/** A file that stands in another one. */
final class DataSource implements Source {

    private static final SourceKey KEY = new SourceKey(SourceKey.Kind.IMAGE, "", "data:", true);

    private final Stamp stamp;
    private final SeekableByteChannel channel;

    DataSource(byte[] file) {
        stamp = new Stamp(KEY, 0, file.length, "");
        channel = new BytesChannel(file);
    }

    @Override
    public SourceKey key() {
        return KEY;
    }

    @Override
    public Stamp stamp() {
        return stamp;
    }

    @Override
    public SeekableByteChannel channel() {
        return channel;
    }

    /** The bytes are in memory, so there is nothing to give back. */
    @Override
    public void close() {}
}

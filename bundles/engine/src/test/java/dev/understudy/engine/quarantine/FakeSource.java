package dev.understudy.engine.quarantine;

import dev.understudy.source.Source;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;

/** A file that is only a state. */
record FakeSource(Stamp stamp, boolean overwritten) implements Source {

    static final Instant WRITTEN = Instant.parse("2026-03-01T10:00:00Z");

    static FakeSource of(String rootPath, String path) {
        SourceKey key = new SourceKey(SourceKey.Kind.IMAGE, rootPath, path, true);
        return new FakeSource(new Stamp(key, WRITTEN.toEpochMilli(), 1000, "7"), false);
    }

    /** The file after it has been written anew. */
    FakeSource rewritten() {
        return new FakeSource(new Stamp(key(), stamp.modified() + 1, stamp.length(), stamp.identity()), false);
    }

    FakeSource beingOverwritten() {
        return new FakeSource(stamp, true);
    }

    @Override
    public SourceKey key() {
        return stamp.key();
    }

    @Override
    public SeekableByteChannel channel() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}

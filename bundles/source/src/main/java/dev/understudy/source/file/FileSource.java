package dev.understudy.source.file;

import dev.understudy.source.Source;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open file. */
final class FileSource implements Source {

    private static final Logger LOG = LoggerFactory.getLogger(FileSource.class);

    private final SourceKey key;
    private final FoundFile file;
    private final FileChannel channel;

    FileSource(SourceKey key, FoundFile file, FileChannel channel) {
        this.key = key;
        this.file = file;
        this.channel = channel;
    }

    @Override
    public SourceKey key() {
        return key;
    }

    @Override
    public Stamp stamp() {
        return file.stamp(key);
    }

    @Override
    public SeekableByteChannel channel() {
        return channel;
    }

    @Override
    public boolean overwritten() {
        try {
            FoundFile now = FoundFile.at(file.path());
            return now.identity().equals(file.identity()) && !now.equals(file);
        } catch (IOException e) {
            return false; // the name is gone; the bytes that are open are not
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("Closing {}", file.path(), e);
        }
    }
}

package dev.understudy.source.file;

import dev.understudy.source.Source;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open file. */
public final class FileSource implements Source {

    private static final Logger LOG = LoggerFactory.getLogger(FileSource.class);

    private final Stamp stamp;
    private final FileChannel channel;
    private final @Nullable FoundFile file;

    /**
     * A file that others may write to while it is open.
     *
     * @param file as it was found
     */
    FileSource(SourceKey key, FoundFile file, FileChannel channel) {
        this(file.stamp(key), channel, file);
    }

    private FileSource(Stamp stamp, FileChannel channel, @Nullable FoundFile file) {
        this.stamp = stamp;
        this.channel = channel;
        this.file = file;
    }

    /**
     * Opens a file that is taken to be written by nobody while it is open.
     *
     * @param stamp its name and its state
     * @throws IOException when it is not there, or may not be read
     */
    public static FileSource open(Path file, Stamp stamp) throws IOException {
        return new FileSource(stamp, FileChannel.open(file, StandardOpenOption.READ), null);
    }

    @Override
    public SourceKey key() {
        return stamp.key();
    }

    @Override
    public Stamp stamp() {
        return stamp;
    }

    @Override
    public SeekableByteChannel channel() {
        return channel;
    }

    @Override
    public boolean overwritten() {
        if (file == null) {
            return false;
        }
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
            LOG.debug("Closing {}", stamp.key(), e);
        }
    }
}

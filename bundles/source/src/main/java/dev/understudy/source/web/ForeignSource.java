package dev.understudy.source.web;

import dev.understudy.source.Source;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open image of a foreign server. Nobody writes to its file after it has been fetched. */
final class ForeignSource implements Source {

    private static final Logger LOG = LoggerFactory.getLogger(ForeignSource.class);

    private final Stamp stamp;
    private final FileChannel channel;

    private ForeignSource(Stamp stamp, FileChannel channel) {
        this.stamp = stamp;
        this.channel = channel;
    }

    /** Opens an image, which may have just been removed to make room for others. */
    static ForeignSource open(KeptImage image) throws IOException {
        return new ForeignSource(image.stamp(), FileChannel.open(image.file(), StandardOpenOption.READ));
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
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("Closing {}", stamp.key(), e);
        }
    }
}

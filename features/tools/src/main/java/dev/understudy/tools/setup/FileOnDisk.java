package dev.understudy.tools.setup;

import dev.understudy.source.Source;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that a person has named, as decoders read files. */
public final class FileOnDisk implements Source {

    private final Stamp stamp;
    private final FileChannel channel;

    private FileOnDisk(Stamp stamp, FileChannel channel) {
        this.stamp = stamp;
        this.channel = channel;
    }

    /**
     * Opens a file.
     *
     * @throws IOException when it is not there, is a folder or may not be read
     */
    public static FileOnDisk open(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("is a folder");
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        SourceKey key = new SourceKey(SourceKey.Kind.IMAGE, "", file.toString(), true);
        long modified = Files.getLastModifiedTime(file).toMillis();
        return new FileOnDisk(new Stamp(key, modified, channel.size(), ""), channel);
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
            throw new UncheckedIOException(e);
        }
    }
}

package dev.understudy.content.item;

import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.source.Source;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files of one folder. */
final class FolderSources implements SourceAccess {

    final List<SourceKey> opened = new ArrayList<>();
    final List<FileChannel> channels = new ArrayList<>();
    private final Path folder;

    /** How many of the next openings find that the file was written to meanwhile. */
    int overwritten;

    /** How often the bytes of a file were asked for. */
    int taken;

    /** The file system's own mark of all files. */
    String identity = "";

    FolderSources(Path folder) {
        this.folder = folder;
    }

    @Override
    public Stamp stamp(SourceKey key) throws ServeException {
        try (Source source = open(key)) {
            return source.stamp();
        }
    }

    @Override
    public Source open(SourceKey key) throws ServeException {
        opened.add(key);
        Path file = folder.resolve(key.rootPath()).resolve(key.path());
        if (!Files.isRegularFile(file)) {
            throw new ServeException(new Failure.StaticMissing(key.toString()));
        }
        try {
            FileChannel channel = FileChannel.open(file);
            channels.add(channel);
            Stamp stamp = new Stamp(key, Files.getLastModifiedTime(file).toMillis(), channel.size(), identity);
            return new FolderSource(stamp, channel, overwritten-- > 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class FolderSource implements Source {

        private final Stamp stamp;
        private final FileChannel channel;
        private final boolean overwritten;

        FolderSource(Stamp stamp, FileChannel channel, boolean overwritten) {
            this.stamp = stamp;
            this.channel = channel;
            this.overwritten = overwritten;
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
            taken++;
            return channel;
        }

        @Override
        public boolean overwritten() {
            return overwritten;
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
}

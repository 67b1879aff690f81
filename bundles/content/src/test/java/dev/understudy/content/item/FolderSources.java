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
            Stamp stamp = new Stamp(key, Files.getLastModifiedTime(file).toMillis(), channel.size(), "");
            return new FolderSource(key, stamp, channel, overwritten-- > 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record FolderSource(SourceKey key, Stamp stamp, SeekableByteChannel channel, boolean overwritten)
            implements Source {
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

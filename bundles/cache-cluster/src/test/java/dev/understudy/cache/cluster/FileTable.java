package dev.understudy.cache.cluster;

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
import java.util.HashMap;
import java.util.Map;

/** The files of one server, with the stamps that it gives them. */
public final class FileTable implements SourceAccess {

    private record TabledFile(Path file, Stamp stamp) {}

    private final Map<SourceKey, TabledFile> files = new HashMap<>();
    private final Path folder;
    private int written;

    /** Whether the files are of a store. */
    public boolean remote;

    /** How many files have been opened. */
    public int opened;

    public FileTable(Path folder) {
        this.folder = folder;
    }

    /** Writes a file, or replaces it; its stamp. */
    public Stamp write(String path, String content, long modified, String identity) {
        try {
            Path file = Files.writeString(Files.createDirectories(folder).resolve("file" + written++), content);
            SourceKey key = SampleReplies.source(path);
            Stamp stamp = new Stamp(key, modified, Files.size(file), identity);
            files.put(key, new TabledFile(file, stamp));
            return stamp;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void delete(String path) {
        files.remove(SampleReplies.source(path));
    }

    @Override
    public boolean isRemote(SourceKey key) {
        return remote;
    }

    @Override
    public Stamp stamp(SourceKey key) throws ServeException {
        return find(key).stamp();
    }

    private TabledFile find(SourceKey key) throws ServeException {
        TabledFile file = files.get(key);
        if (file == null) {
            throw new ServeException(new Failure.Missing(key.path(), true));
        }
        return file;
    }

    @Override
    public Source open(SourceKey key) throws ServeException {
        TabledFile file = find(key);
        opened++;
        try {
            FileChannel channel = FileChannel.open(file.file());
            return new Source() {
                @Override
                public SourceKey key() {
                    return key;
                }

                @Override
                public Stamp stamp() {
                    return file.stamp();
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
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

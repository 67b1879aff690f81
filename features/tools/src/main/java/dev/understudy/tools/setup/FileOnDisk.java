package dev.understudy.tools.setup;

import dev.understudy.source.Source;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import dev.understudy.source.file.FileSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens files that a person has named, as decoders read files. */
public final class FileOnDisk {

    private FileOnDisk() {}

    /**
     * Opens a file.
     *
     * @throws IOException when it is not there or may not be read
     * @throws UnusableFileException when it is a folder, or something else that has no end, such as a pipe
     */
    public static Source open(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new UnusableFileException(Files.isDirectory(file) ? "it is a folder" : "it is no regular file");
        }
        SourceKey key = new SourceKey(SourceKey.Kind.IMAGE, "", file.toString(), true);
        long modified = Files.getLastModifiedTime(file).toMillis();
        return FileSource.open(file, new Stamp(key, modified, Files.size(file), ""));
    }
}

package dev.understudy.catalog.load;

import dev.understudy.catalog.file.FileStamp;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The data files in use. A file is read again only when it has changed; several catalogs can share one. */
final class DataFiles {

    private final Map<Key, FileContent<?>> read = new HashMap<>();

    /**
     * The content of a file as it is now.
     *
     * @param encoding of a file without a byte order mark
     */
    @SuppressWarnings("unchecked") // the key holds the kind that the content was read as
    <T> FileContent<T> get(Path file, FileKind<T> kind, Charset encoding) {
        Key key = new Key(file, kind, encoding);
        FileContent<?> known = read.get(key);
        if (known == null || !known.stamp().equals(FileStamp.of(file))) {
            known = FileContent.read(file, kind, encoding);
            read.put(key, known);
        }
        return (FileContent<T>) known;
    }

    /** Forgets all files but these. */
    void retain(Set<Path> files) {
        read.keySet().removeIf(key -> !files.contains(key.file()));
    }

    private record Key(Path file, FileKind<?> kind, Charset encoding) {}
}

package dev.understudy.cache.disk;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The root folders; entries are spread over them by their keys. */
final class CacheFolders {

    private static final Logger LOG = LoggerFactory.getLogger(CacheFolders.class);

    private final List<CacheFolder> folders;
    private final Index index;
    private final IndexLoader loader;

    /** The folders, still closed. */
    CacheFolders(List<CacheFolder> folders, Index index, IndexLoader loader) {
        this.folders = List.copyOf(folders);
        this.index = index;
        this.loader = loader;
    }

    /** Takes all folders that can be taken; the others are tried again when they are to be written. */
    void open(Duration patience) {
        folders.forEach(folder -> open(folder, patience));
    }

    /** All of them. */
    List<CacheFolder> all() {
        return folders;
    }

    /** An entry in a folder that is open but not yet scanned; null when there is none. */
    @Nullable
    IndexEntry findUnscanned(String key) {
        for (CacheFolder folder : folders) {
            boolean unscanned = folder.isOpen() && !folder.isScanned() && !folder.isOutdated();
            IndexEntry entry = unscanned ? folder.find(key) : null;
            if (entry != null) {
                return entry;
            }
        }
        return null;
    }

    /** Writes an entry to the folder that its key chooses, or to another one when that does not work; null for none. */
    @Nullable
    CacheFolder write(String key, byte[] head, byte[] body) {
        int first = Integer.parseInt(key.substring(key.length() - 4), 16);
        for (int i = 0; i < folders.size(); i++) {
            CacheFolder folder = folders.get((first + i) % folders.size());
            if (isReady(folder) && folder.write(key, head, body)) {
                return folder;
            }
        }
        return null;
    }

    void close() {
        folders.forEach(CacheFolder::close);
    }

    private boolean isReady(CacheFolder folder) {
        if (folder.leaveIfGone()) {
            index.forget(folder);
        }
        open(folder, Duration.ZERO);
        return folder.isOpen();
    }

    private void open(CacheFolder folder, Duration patience) {
        try {
            if (folder.open(patience)) {
                loader.load(folder);
            }
        } catch (FolderInUseException e) {
            LOG.debug("Not opened", e);
        }
    }
}

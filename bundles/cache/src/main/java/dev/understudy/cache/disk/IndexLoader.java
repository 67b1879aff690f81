package dev.understudy.cache.disk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what earlier runs left in a folder into the index, while requests are served already. */
final class IndexLoader {

    private static final Logger LOG = LoggerFactory.getLogger(IndexLoader.class);

    private final Index index;
    private final Executor background;

    IndexLoader(Index index, Executor background) {
        this.index = index;
        this.background = background;
    }

    /** Begins to read a folder's file names. */
    void load(CacheFolder folder) {
        background.execute(() -> scan(folder));
    }

    private void scan(CacheFolder folder) {
        List<Index.KeyedEntry> found = new ArrayList<>();
        try {
            folder.scan(found::add);
        } catch (IOException e) {
            LOG.warn("The response cache cannot list all of {}", folder, e);
        }
        if (folder.isOutdated()) {
            LOG.info(
                    "What the response cache has in {} is thrown away: there was a purge while it could not be looked at",
                    folder);
            found.stream().filter(entry -> !isNew(entry.key(), folder)).forEach(Index.KeyedEntry::delete);
            found.clear();
        }
        found.sort(Comparator.comparing((Index.KeyedEntry entry) -> entry.slot().touched()));
        index.addOlder(found).forEach(Index.KeyedEntry::delete);
        folder.scanned();
        LOG.debug("{} entries in {}", found.size(), folder);
    }

    private boolean isNew(String key, CacheFolder folder) {
        IndexEntry known = index.use(key);
        return known != null && known.folder() == folder;
    }
}

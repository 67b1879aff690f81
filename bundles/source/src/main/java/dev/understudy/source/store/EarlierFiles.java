package dev.understudy.source.store;

import dev.understudy.source.keep.FetchedFile;
import dev.understudy.source.keep.KeptFileWriter;
import dev.understudy.source.keep.KeptFiles;
import dev.understudy.source.keep.KeptFreshness;
import dev.understudy.source.keep.LastingFolder;
import dev.understudy.source.keep.LastingFolder.EarlierFile;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of earlier runs of the server, of which nobody knows whether all that was written came to the disk. The content of each is checked
 * once, before it is used. Safe for many threads.
 */
final class EarlierFiles {

    private static final Logger LOG = LoggerFactory.getLogger(EarlierFiles.class);

    private final KeptFiles files;
    private final Map<String, String> digests = new ConcurrentHashMap<>();

    /** Takes the files of a folder over; none of them is fresh. */
    EarlierFiles(LastingFolder folder, KeptFiles files, StoreSettings settings, Instant now) {
        this.files = files;
        for (EarlierFile file : folder.earlier(now)) {
            digests.put(file.id(), file.digest());
            FetchedFile kept = FetchedFile.fetched(file.file(), file.state(), freshness(settings), file.validated());
            files.put(file.id(), kept.expired());
        }
        digests.keySet().removeIf(id -> files.find(id) == null);
        if (files.count() > 0) {
            LOG.info("{} files of stores are kept from before, {} MB", files.count(), files.bytes() >> 20);
        }
    }

    static KeptFreshness freshness(StoreSettings settings) {
        return new KeptFreshness(
                settings.validationInterval(), settings.staleIfError(), KeptFreshness.Keepers.ALL, Duration.ZERO);
    }

    /** Whether a file is still to be checked. */
    boolean isUnchecked(String id) {
        return digests.containsKey(id);
    }

    /**
     * A file that may be used, as what is on disk is what was fetched.
     *
     * @param kept null for none
     * @return null for none, and for one that is not what was fetched, which is gone then
     */
    @Nullable
    FetchedFile checked(String id, @Nullable FetchedFile kept) {
        String digest = digests.get(id);
        if (digest == null) {
            return kept;
        }
        FetchedFile sound = kept != null && isOf(kept, digest) ? kept : null;
        if (kept != null && sound == null) {
            LOG.warn("A kept file is not what was fetched, and is fetched anew: {}", kept.file());
            files.drop(id);
        }
        digests.remove(id);
        return sound;
    }

    private static boolean isOf(FetchedFile kept, String digest) {
        try {
            return KeptFileWriter.digest(kept.file()).equals(digest);
        } catch (IOException e) {
            LOG.debug("Checking {}", kept.file(), e);
            return false;
        }
    }
}

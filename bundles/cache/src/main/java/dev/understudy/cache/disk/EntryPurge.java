package dev.understudy.cache.disk;

import dev.understudy.cache.format.CorruptEntryException;
import dev.understudy.cache.format.EntryFormat;
import dev.understudy.observe.CachedReplies.ReplyOrigin;
import dev.understudy.serve.Reply;
import dev.understudy.serve.ReplyCache.CachedReply;
import dev.understudy.source.Stamp;
import java.io.IOException;
import java.time.Instant;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes entries by what they were made of: looks at the head of every file, since earlier runs have left some, too. */
final class EntryPurge {

    private static final Logger LOG = LoggerFactory.getLogger(EntryPurge.class);

    private final BiPredicate<ReplyOrigin, Instant> which;
    private final BiPredicate<CacheFolder, String> remover;
    private int removed;
    private int stuck;

    /**
     * @param which says which are removed, by the times of their making, too; those that cannot be read are removed in any case
     * @param remover removes the entry of a key in a folder; false when its file cannot be deleted
     */
    EntryPurge(BiPredicate<ReplyOrigin, Instant> which, BiPredicate<CacheFolder, String> remover) {
        this.which = which;
        this.remover = remover;
    }

    /** Goes through a folder. */
    void visit(CacheFolder folder) {
        if (!folder.isOpenForPurge()) {
            return;
        }
        int before = stuck;
        try {
            folder.scan(found -> visit(folder, found.key()));
        } catch (IOException e) {
            LOG.warn("The response cache cannot list all of {}", folder, e);
        }
        if (stuck > before) {
            LOG.warn(
                    "{} replies that are to be forgotten cannot be deleted from {}, and may be served again after a restart",
                    stuck - before,
                    folder);
        }
    }

    int removed() {
        return removed;
    }

    private void visit(CacheFolder folder, String key) {
        if (isWanted(folder, key)) {
            if (remover.test(folder, key)) {
                removed++;
            } else {
                stuck++;
            }
        }
    }

    private boolean isWanted(CacheFolder folder, String key) {
        try {
            byte[] start = folder.read(key, EntryFormat.START);
            byte[] head = folder.read(key, EntryFormat.headLength(start));
            CachedReply cached = EntryFormat.readHead(key, head);
            return which.test(origin(cached), cached.validated());
        } catch (CorruptEntryException e) {
            return true;
        } catch (IOException e) {
            LOG.debug("The entry {} in {} cannot be read, or has gone meanwhile", key, folder, e);
            return folder.find(key) != null;
        }
    }

    private static ReplyOrigin origin(CachedReply cached) {
        Reply reply = cached.reply();
        return new ReplyOrigin(
                reply.objects(), reply.stamps().stream().map(Stamp::key).collect(Collectors.toSet()));
    }
}

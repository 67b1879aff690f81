package dev.understudy.cache.disk;

import dev.understudy.cache.format.CorruptEntryException;
import dev.understudy.cache.format.EntryFormat;
import dev.understudy.observe.CachedReplies.ReplyOrigin;
import dev.understudy.serve.Reply;
import dev.understudy.serve.ReplyCache.CachedReply;
import dev.understudy.source.Stamp;
import java.io.IOException;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes entries by what they were made of: looks at the head of every file, since earlier runs have left some, too. */
final class EntryPurge {

    private static final Logger LOG = LoggerFactory.getLogger(EntryPurge.class);

    private final BiPredicate<ReplyOrigin, Instant> which;
    private final BiConsumer<CacheFolder, String> remover;
    private int removed;

    /**
     * @param which says which are removed, by the times of their making, too; those that cannot be read are removed in any case
     * @param remover removes the entry of a key in a folder
     */
    EntryPurge(BiPredicate<ReplyOrigin, Instant> which, BiConsumer<CacheFolder, String> remover) {
        this.which = which;
        this.remover = remover;
    }

    /** Goes through a folder. */
    void visit(CacheFolder folder) {
        if (!folder.isOpen()) {
            return;
        }
        try {
            folder.scan(found -> visit(folder, found.key()));
        } catch (IOException e) {
            LOG.warn("The response cache cannot list all of {}", folder, e);
        }
    }

    int removed() {
        return removed;
    }

    private void visit(CacheFolder folder, String key) {
        if (isWanted(folder, key)) {
            remover.accept(folder, key);
            removed++;
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
            LOG.debug("The entry {} in {} has gone meanwhile", key, folder, e);
            return false;
        }
    }

    private static ReplyOrigin origin(CachedReply cached) {
        Reply reply = cached.reply();
        return new ReplyOrigin(
                reply.objects(), reply.stamps().stream().map(Stamp::key).collect(Collectors.toSet()));
    }
}

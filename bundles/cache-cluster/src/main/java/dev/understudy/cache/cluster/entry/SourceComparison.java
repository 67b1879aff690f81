package dev.understudy.cache.cluster.entry;

import dev.understudy.cache.cluster.settings.SourceCheck;
import dev.understudy.failure.ServeException;
import dev.understudy.observe.ReplySelection;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.Stamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether the sources of a reply are the same on this server. Stamps alone do not: each machine numbers files by itself, and copies
 * of a file have times of their own.
 */
public final class SourceComparison {

    /** Of larger sources nothing is shared, unless their times are compared. */
    private static final long MAX_BYTES = 256L << 20;

    /** What is read while a request waits, of all its sources together. Larger ones are reckoned when they are offered, and known from then on. */
    private static final long MAX_BYTES_AT_ONCE = 16L << 20;

    /** How the marks of stores begin: their own, and those by content. */
    private static final String TAG = "etag:";

    private static final String DIGEST = "sha256:";

    private final SourceCheck check;
    private final Supplier<@Nullable SourceAccess> sources;
    private final SourceDigests digests;

    /**
     * @param sources knows the files; null while nothing does
     */
    public SourceComparison(SourceCheck check, Supplier<@Nullable SourceAccess> sources) {
        this.check = check;
        this.sources = sources;
        this.digests = new SourceDigests(sources);
    }

    /**
     * What tells other servers which states of its sources a reply was made of.
     *
     * @return an element for each stamp; null when that cannot be told
     */
    public @Nullable List<String> describe(List<Stamp> stamps) {
        List<String> contents = new ArrayList<>();
        for (Stamp stamp : stamps) {
            String content = check == SourceCheck.TIME ? "" : content(stamp, sources.get());
            if (content == null) {
                return null;
            }
            contents.add(content);
        }
        return contents;
    }

    /**
     * The stamps that the sources of a reply have on this server.
     *
     * @return null when one of them is not the same here
     */
    public @Nullable List<Stamp> stampsHere(SharedEntry entry) {
        SourceAccess access = sources.get();
        if (access == null) {
            return null;
        }
        List<Stamp> here = new ArrayList<>();
        try {
            for (Stamp there : entry.described().reply().stamps()) {
                Stamp stamp = access.stamp(there.key());
                if (stamp.length() != there.length() || check == SourceCheck.TIME && !hasTimeOf(there, stamp, access)) {
                    return null;
                }
                here.add(stamp);
            }
        } catch (ServeException e) {
            // Gone or unreadable here: making the image tells why.
            return null;
        }
        return check == SourceCheck.TIME || haveContents(here, entry.contents(), access) ? here : null;
    }

    /** Looks anew at the bytes of sources, whatever their states say. */
    public void forget(Collection<ReplySelection> which) {
        digests.forget(source -> which.stream().anyMatch(selection -> selection.concerns(source)));
    }

    private boolean haveContents(List<Stamp> stamps, List<String> contents, SourceAccess access) {
        long unread = stamps.stream()
                .filter(stamp -> mark(stamp, access) == null && !digests.knows(stamp))
                .mapToLong(Stamp::length)
                .sum();
        if (unread > MAX_BYTES_AT_ONCE) {
            return false;
        }
        for (int i = 0; i < stamps.size(); i++) {
            String content = contents.get(i);
            if (content.isEmpty() || !content.equals(content(stamps.get(i), access))) {
                return false;
            }
        }
        return true;
    }

    private @Nullable String content(Stamp stamp, @Nullable SourceAccess access) {
        String mark = access == null ? null : mark(stamp, access);
        return mark == null ? digests.of(stamp, MAX_BYTES) : mark;
    }

    /** The mark that a file of a store has on all servers, without which all of it would be fetched; null for a file that has none. */
    private static @Nullable String mark(Stamp stamp, SourceAccess access) {
        String identity = stamp.identity();
        boolean marked = access.isRemote(stamp.key()) && (identity.startsWith(TAG) || identity.startsWith(DIGEST));
        return marked ? identity : null;
    }

    /** Whether the times are the same and, of files of stores, whose marks mean the same everywhere, the marks too. */
    private static boolean hasTimeOf(Stamp there, Stamp here, SourceAccess access) {
        return here.modified() == there.modified()
                && (!access.isRemote(there.key()) || here.identity().equals(there.identity()));
    }
}

package dev.understudy.cache.cluster.entry;

import dev.understudy.cache.cluster.settings.SourceCheck;
import dev.understudy.failure.ServeException;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.Stamp;
import java.util.ArrayList;
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

    /** What is read while a request waits. Larger ones are reckoned when they are offered, and known from then on. */
    private static final long MAX_BYTES_AT_ONCE = 16L << 20;

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
            String content = check == SourceCheck.TIME ? "" : digests.of(stamp, MAX_BYTES);
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
        List<Stamp> there = entry.described().reply().stamps();
        List<Stamp> here = new ArrayList<>();
        for (int i = 0; i < there.size(); i++) {
            Stamp stamp = same(there.get(i), entry.contents().get(i));
            if (stamp == null) {
                return null;
            }
            here.add(stamp);
        }
        return here;
    }

    private @Nullable Stamp same(Stamp there, String content) {
        SourceAccess access = sources.get();
        if (access == null) {
            return null;
        }
        try {
            Stamp here = access.stamp(there.key());
            boolean same = here.length() == there.length()
                    && (check == SourceCheck.TIME
                            ? hasTimeOf(there, here, access)
                            : !content.isEmpty() && content.equals(digests.of(here, MAX_BYTES_AT_ONCE)));
            return same ? here : null;
        } catch (ServeException e) {
            // Gone or unreadable here: making the image tells why.
            return null;
        }
    }

    /** Whether the times are the same and, of files of stores, whose marks mean the same everywhere, the marks too. */
    private static boolean hasTimeOf(Stamp there, Stamp here, SourceAccess access) {
        return here.modified() == there.modified()
                && (!access.isRemote(there.key()) || here.identity().equals(there.identity()));
    }
}

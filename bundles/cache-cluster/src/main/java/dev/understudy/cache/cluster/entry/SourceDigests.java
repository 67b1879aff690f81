package dev.understudy.cache.cluster.entry;

import dev.understudy.failure.ServeException;
import dev.understudy.source.Source;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The digests of sources, each reckoned once for a state of its file. Safe for many threads. */
public final class SourceDigests {

    /** States that are remembered: some 2 MB. */
    private static final int MAX_STATES = 10_000;

    private static final int BUFFER = 1 << 16;

    private final Supplier<@Nullable SourceAccess> sources;
    private final Map<Stamp, String> known = new LinkedHashMap<>(16, 0.75f, true);
    private int forgotten;

    /**
     * @param sources opens files; null while nothing does
     */
    public SourceDigests(Supplier<@Nullable SourceAccess> sources) {
        this.sources = sources;
    }

    /**
     * The digest of a source in a state.
     *
     * @param most bytes that are read for it at most
     * @return null when the source is longer and its digest not yet known, or when it has another state by now
     */
    @Nullable
    String of(Stamp stamp, long most) {
        String before = find(stamp);
        if (before != null || stamp.length() > most) {
            return before;
        }
        SourceAccess access = sources.get();
        int begun = forgotten();
        String digest = access == null ? null : reckoned(access, stamp);
        if (digest != null) {
            remember(stamp, digest, begun);
        }
        return digest;
    }

    /** Forgets the digests of sources, which may have other bytes in the same state by now; what is being reckoned is not remembered. */
    synchronized void forget(Predicate<SourceKey> which) {
        forgotten++;
        known.keySet().removeIf(stamp -> which.test(stamp.key()));
    }

    /** Whether the digest of a source in a state has been reckoned. */
    boolean knows(Stamp stamp) {
        return find(stamp) != null;
    }

    private static @Nullable String reckoned(SourceAccess access, Stamp stamp) {
        try (Source source = access.open(stamp.key())) {
            if (!source.stamp().equals(stamp)) {
                return null;
            }
            String digest = digest(source.channel(), stamp.length());
            return source.overwritten() ? null : digest;
        } catch (ServeException | IOException e) {
            return null;
        }
    }

    private static @Nullable String digest(SeekableByteChannel channel, long length) throws IOException {
        MessageDigest digest = Sha256.digest();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        channel.position(0);
        long read = 0;
        while (channel.read(buffer.clear()) >= 0) {
            read += buffer.position();
            digest.update(buffer.flip());
        }
        return read == length ? HexFormat.of().formatHex(digest.digest()) : null;
    }

    private synchronized @Nullable String find(Stamp stamp) {
        return known.get(stamp);
    }

    private synchronized int forgotten() {
        return forgotten;
    }

    private synchronized void remember(Stamp stamp, String digest, int begun) {
        if (forgotten != begun) {
            return;
        }
        known.put(stamp, digest);
        if (known.size() > MAX_STATES) {
            known.remove(known.keySet().iterator().next());
        }
    }
}

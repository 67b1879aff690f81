package dev.understudy.serve;

import dev.understudy.catalog.RuleHeader;
import dev.understudy.observe.CacheUse;
import dev.understudy.source.Stamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An answer made here.
 *
 * @param status HTTP status
 * @param contentType media type, with its charset where it has one
 * @param body the bytes
 * @param freshness how long it may be kept
 * @param digest the entity tag: the MD5 of the body in lower-case hexadecimal or, of a large file, of what tells its state from
 *     others; null for answers that have none
 * @param lastModified when the newest source changed, for {@code Last-Modified}; null when the catalog does not ask for it
 * @param stamps the sources that went into it
 * @param cacheUse what the response cache did
 * @param peer the IP address of the server that shares replies with this one and had it; null for none
 * @param standIn set when this is not what was asked for
 * @param objects the records and files that were asked for, as {@code catalog/id}, for those who purge the cache
 * @param varying the headers of the request whose other values could have made it another answer
 * @param headers those that preprocessing rules give it, in their order
 */
public record Reply(
        int status,
        String contentType,
        Body body,
        Freshness freshness,
        @Nullable String digest,
        @Nullable Instant lastModified,
        List<Stamp> stamps,
        CacheUse cacheUse,
        @Nullable String peer,
        @Nullable StandIn standIn,
        List<String> objects,
        Set<NegotiatedHeader> varying,
        List<RuleHeader> headers)
        implements Answer {

    public Reply {
        stamps = List.copyOf(stamps);
        objects = List.copyOf(objects);
        varying = Set.copyOf(varying);
        headers = List.copyOf(headers);
    }

    /** A reply whose objects nobody asks for, the same for all clients. */
    public Reply(
            int status,
            String contentType,
            Body body,
            Freshness freshness,
            @Nullable String digest,
            @Nullable Instant lastModified,
            List<Stamp> stamps,
            CacheUse cacheUse,
            @Nullable StandIn standIn) {
        this(
                status,
                contentType,
                body,
                freshness,
                digest,
                lastModified,
                stamps,
                cacheUse,
                null,
                standIn,
                List.of(),
                Set.of(),
                List.of());
    }

    /** A plain 200 of bytes in memory, without digest, stamps or lifetime. */
    public static Reply of(String contentType, byte[] bytes) {
        return new Reply(
                200,
                contentType,
                new Body.Bytes(bytes),
                Freshness.NO_STORE,
                null,
                null,
                List.of(),
                CacheUse.UNDEFINED,
                null);
    }

    /** A 304 for a client that has an answer which never changes. */
    public static Reply notModified(Freshness freshness) {
        return of("", new byte[0]).withStatus(304).withFreshness(freshness);
    }

    public Reply withStatus(int newStatus) {
        return with(copy -> copy.status = newStatus);
    }

    public Reply withFreshness(Freshness newFreshness) {
        return with(copy -> copy.freshness = newFreshness);
    }

    public Reply withDigest(@Nullable String newDigest) {
        return with(copy -> copy.digest = newDigest);
    }

    public Reply withLastModified(@Nullable Instant newLastModified) {
        return with(copy -> copy.lastModified = newLastModified);
    }

    public Reply withStamps(List<Stamp> newStamps) {
        return with(copy -> copy.stamps = newStamps);
    }

    /** The reply after another use of the cache of this server. */
    public Reply withCacheUse(CacheUse newCacheUse) {
        return newCacheUse == cacheUse && peer == null ? this : withCacheUse(newCacheUse, null);
    }

    /** The reply after another use of the cache, for which a peer may have had it. */
    public Reply withCacheUse(CacheUse newCacheUse, @Nullable String newPeer) {
        return with(copy -> {
            copy.cacheUse = newCacheUse;
            copy.peer = newPeer;
        });
    }

    public Reply withStandIn(@Nullable StandIn newStandIn) {
        return with(copy -> copy.standIn = newStandIn);
    }

    public Reply withObjects(List<String> newObjects) {
        return with(copy -> copy.objects = newObjects);
    }

    public Reply withHeaders(List<RuleHeader> newHeaders) {
        return with(copy -> copy.headers = newHeaders);
    }

    /** The same image as the answer to another request, with what depends on that. */
    public Reply forRequest(
            Freshness newFreshness,
            @Nullable Instant newLastModified,
            Set<NegotiatedHeader> newVarying,
            List<RuleHeader> newHeaders) {
        return new Reply(
                status,
                contentType,
                body,
                newFreshness,
                digest,
                newLastModified,
                stamps,
                cacheUse,
                peer,
                standIn,
                objects,
                newVarying,
                newHeaders);
    }

    @Override
    public Reply alsoVaryingBy(Set<NegotiatedHeader> headers) {
        if (varying.containsAll(headers)) {
            return this;
        }
        Set<NegotiatedHeader> all = new HashSet<>(varying);
        all.addAll(headers);
        return with(copy -> copy.varying = all);
    }

    private Reply with(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.reply();
    }

    /** A reply in which one thing is being changed; body and media type never are. */
    private static final class Copy {

        private final Reply original;
        private int status;
        private Freshness freshness;
        private @Nullable String digest;
        private @Nullable Instant lastModified;
        private List<Stamp> stamps;
        private CacheUse cacheUse;
        private @Nullable String peer;
        private @Nullable StandIn standIn;
        private List<String> objects;
        private Set<NegotiatedHeader> varying;
        private List<RuleHeader> headers;

        Copy(Reply original) {
            this.original = original;
            status = original.status;
            freshness = original.freshness;
            digest = original.digest;
            lastModified = original.lastModified;
            stamps = original.stamps;
            cacheUse = original.cacheUse;
            peer = original.peer;
            standIn = original.standIn;
            objects = original.objects;
            varying = original.varying;
            headers = original.headers;
        }

        Reply reply() {
            return new Reply(
                    status,
                    original.contentType,
                    original.body,
                    freshness,
                    digest,
                    lastModified,
                    stamps,
                    cacheUse,
                    peer,
                    standIn,
                    objects,
                    varying,
                    headers);
        }
    }
}

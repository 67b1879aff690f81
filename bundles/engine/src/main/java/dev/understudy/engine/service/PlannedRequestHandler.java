package dev.understudy.engine.service;

import dev.understudy.engine.caching.CachingStage;
import dev.understudy.engine.caching.ImageProducer;
import dev.understudy.engine.command.RequestType;
import dev.understudy.engine.foreign.ForeignLifetimes;
import dev.understudy.engine.foreign.SourceFetch;
import dev.understudy.engine.gate.AdmissionPermit;
import dev.understudy.engine.gate.WorkScheduler;
import dev.understudy.engine.planning.PlannedRequest;
import dev.understudy.engine.planning.Responder;
import dev.understudy.engine.save.ImageSaver;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.command.CacheChoice.ServerCache;
import dev.understudy.protocol.properties.PropertyWriter;
import dev.understudy.serve.Reply;
import dev.understudy.source.SourceLease;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers planned requests: images from the cache or the renderer, everything else from what is known about them. */
final class PlannedRequestHandler implements Responder {

    private final SourceExistence files;
    private final SourceFetch remote;
    private final ForeignLifetimes lifetimes;
    private final EmbeddedRequests embedded;
    private final WorkScheduler scheduler;
    private final CachingStage cached;
    private final ImageProducer uncached;
    private final Responder metadata;
    private final ImageSaver saver;
    private final InstantSource clock;

    /**
     * @param files says at once what is not there
     * @param remote has sources be at hand that are not on this machine
     * @param lifetimes says how long foreign images let replies be kept
     * @param embedded finds the requests that are in vector images
     * @param scheduler lets in those that need work done
     * @param cached where images come from
     * @param uncached where they come from when the request does not want them kept
     * @param metadata answers requests of other types
     * @param saver saves images to files
     */
    PlannedRequestHandler(
            SourceExistence files,
            SourceFetch remote,
            ForeignLifetimes lifetimes,
            EmbeddedRequests embedded,
            WorkScheduler scheduler,
            CachingStage cached,
            ImageProducer uncached,
            Responder metadata,
            ImageSaver saver,
            InstantSource clock) {
        this.files = files;
        this.remote = remote;
        this.lifetimes = lifetimes;
        this.embedded = embedded;
        this.scheduler = scheduler;
        this.cached = cached;
        this.uncached = uncached;
        this.metadata = metadata;
        this.saver = saver;
        this.clock = clock;
    }

    @Override
    public Reply reply(PlannedRequest request, Instant deadline) throws ServeException {
        return switch (request.summary().type()) {
            case SAVE_TO_FILE -> saved(request, deadline);
            case IMG, TMB, MASK, LOADCACHE -> drawn(request, deadline);
            default -> dated(metadata(request, deadline), request);
        };
    }

    private Reply drawn(PlannedRequest request, Instant deadline) throws ServeException {
        PlannedRequest whole;
        try {
            whole = embedded.resolved(request, deadline);
        } catch (ServeException e) {
            PlannedRequest last = embedded.lastKnown(request);
            Reply kept = kept(last);
            if (kept == null) {
                throw e;
            }
            return told(kept, last);
        }
        return told(image(whole, deadline), whole);
    }

    private Reply told(Reply image, PlannedRequest request) {
        boolean lengthAlone = request.summary().type() == RequestType.LOADCACHE;
        return dated(lengthAlone ? length(image, request) : image, request);
    }

    private static Reply dated(Reply reply, PlannedRequest request) {
        return reply.withLastModified(LastModified.of(request, reply)).alsoVaryingBy(request.varying());
    }

    /** The reply as it may be kept; asked for while its foreign images are leased, since those that nobody may keep are forgotten then. */
    private Reply limited(Reply reply, PlannedRequest request) {
        return reply.withFreshness(lifetimes.limit(request.freshness(), request));
    }

    /**
     * What an image takes that has been made for the cache.
     *
     * <p>Source: the reference's page on loadcache.
     */
    private Reply length(Reply image, PlannedRequest request) {
        Map<String, String> properties =
                Map.of("image.length", Long.toString(image.body().length()));
        Reply told =
                PropertyWriter.write(properties, request.summary().form(), PropertyWriter.Outcome.OK, clock.instant());
        return told.withCacheUse(image.cacheUse(), image.peer()).withFreshness(image.freshness());
    }

    private Reply metadata(PlannedRequest request, Instant deadline) throws ServeException {
        try (SourceLease lease = remote.unadmitted(request, deadline)) {
            return limited(metadata.reply(request, deadline), request);
        }
    }

    private Reply saved(PlannedRequest request, Instant deadline) throws ServeException {
        files.requireFirst(request);
        try (AdmissionPermit permit =
                        scheduler.admit(request.summary().catalog().rootId(), deadline);
                SourceLease lease = remote.admitted(request, deadline)) {
            return saver.save(request, permit, deadline);
        }
    }

    private Reply image(PlannedRequest request, Instant deadline) throws ServeException {
        Reply kept = kept(request);
        if (kept != null) {
            return kept;
        }
        files.requireFirst(request);
        String tenant = request.summary().catalog().rootId();
        try (AdmissionPermit permit = scheduler.admit(tenant, deadline);
                SourceLease lease = remote.admitted(request, deadline)) {
            files.requireFetched(request);
            // What its servers say of an image may have been heard just now.
            Reply made = (mayBeKept(request) ? cached : uncached).make(request, permit);
            return limited(made, request);
        }
    }

    private @Nullable Reply kept(PlannedRequest request) {
        Reply kept = mayBeKept(request) ? cached.find(request) : null;
        return kept == null ? null : limited(kept, request);
    }

    private boolean mayBeKept(PlannedRequest request) {
        return request.cache().server() != ServerCache.OFF && lifetimes.allowKeeping(request);
    }
}

package dev.understudy.engine.service;

import dev.understudy.engine.foreign.SourceFetch;
import dev.understudy.engine.gate.AdmissionPermit;
import dev.understudy.engine.gate.WorkScheduler;
import dev.understudy.engine.plan.ImageFile;
import dev.understudy.engine.planning.EmbeddedImagePlanner;
import dev.understudy.engine.planning.PlannedRequest;
import dev.understudy.engine.planning.RequestDetails;
import dev.understudy.engine.render.Renderer;
import dev.understudy.failure.ServeException;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import dev.understudy.source.SourceLease;
import dev.understudy.source.Stamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the requests that vector images take images from, and has them planned. What a file has is known once it is at hand, and remembered
 * as long as the file is the same.
 */
final class EmbeddedRequests {

    private static final int MOST_FILES = 1000;

    /** Letters of the requests of a file that is remembered. */
    private static final int MOST_LETTERS = 1 << 14;

    private final SourceAccess sources;
    private final SourceExistence files;
    private final SourceFetch remote;
    private final WorkScheduler scheduler;
    private final Renderer renderer;

    private final Map<SourceKey, Looked> looked = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<SourceKey, Looked> eldest) {
            return size() > MOST_FILES;
        }
    };

    /**
     * What a file had when it was looked into.
     *
     * @param stamp its state then
     * @param requests what follows the mount in each request, in its order
     */
    private record Looked(Stamp stamp, List<String> requests) {}

    /**
     * A search for requests.
     *
     * @param sources says what state files are in
     * @param files says at once what is not there
     * @param remote has sources be at hand that are not on this machine
     * @param scheduler lets in those that need work done
     * @param renderer looks into files
     */
    EmbeddedRequests(
            SourceAccess sources,
            SourceExistence files,
            SourceFetch remote,
            WorkScheduler scheduler,
            Renderer renderer) {
        this.sources = sources;
        this.files = files;
        this.remote = remote;
        this.scheduler = scheduler;
        this.renderer = renderer;
    }

    /**
     * The request with those of its vector images; the same for most. Only files that have not been looked into in their present state take
     * work.
     *
     * @throws ServeException when a file cannot be read, or one of its requests cannot be read or planned
     */
    PlannedRequest resolved(PlannedRequest request, Instant deadline) throws ServeException {
        if (!(request.details() instanceof RequestDetails.OfVectors vectors)) {
            return request;
        }
        Map<ImageFile, List<String>> references = known(request);
        return EmbeddedImagePlanner.with(
                request, references == null ? found(request, deadline) : references, vectors.raw());
    }

    /**
     * The request with those that its vector images had at the last look, for one whose files cannot be looked into: what is kept may be
     * good still.
     *
     * @throws ServeException when one of them cannot be read or planned
     */
    PlannedRequest lastKnown(PlannedRequest request) throws ServeException {
        if (!(request.details() instanceof RequestDetails.OfVectors vectors)) {
            return request;
        }
        Map<ImageFile, List<String>> references = new LinkedHashMap<>();
        for (ImageFile file : request.vectorFiles()) {
            Looked last = last(file);
            references.put(file, last == null ? List.of() : last.requests());
        }
        return EmbeddedImagePlanner.with(request, references, vectors.raw());
    }

    /** What is known of all files of a request in their present state; null when one of them is to be looked into. */
    private @Nullable Map<ImageFile, List<String>> known(PlannedRequest request) {
        Map<ImageFile, List<String>> references = new LinkedHashMap<>();
        for (ImageFile file : request.vectorFiles()) {
            Looked last = last(file);
            if (last == null || !isUnchanged(last.stamp())) {
                return null;
            }
            references.put(file, last.requests());
        }
        return references;
    }

    private @Nullable Looked last(ImageFile file) {
        synchronized (looked) {
            return looked.get(file.key());
        }
    }

    private boolean isUnchanged(Stamp stamp) {
        try {
            return stamp.equals(sources.stamp(stamp.key()));
        } catch (ServeException e) {
            // looking into it tells why
            return false;
        }
    }

    private Map<ImageFile, List<String>> found(PlannedRequest request, Instant deadline) throws ServeException {
        files.requireFirst(request);
        Map<ImageFile, List<String>> references = new LinkedHashMap<>();
        try (AdmissionPermit permit =
                        scheduler.admit(request.summary().catalog().rootId(), deadline);
                SourceLease lease = remote.admitted(request, deadline)) {
            for (ImageFile file : request.vectorFiles()) {
                Stamp before = sources.stamp(file.key());
                List<String> requests = permit.run(memory -> renderer.requests(file, memory));
                if (isUnchanged(before)) {
                    remember(new Looked(before, requests));
                }
                references.put(file, requests);
            }
        }
        return references;
    }

    private void remember(Looked file) {
        int letters = file.requests().stream().mapToInt(String::length).sum();
        synchronized (looked) {
            if (letters > MOST_LETTERS) {
                looked.remove(file.stamp().key());
            } else {
                looked.put(file.stamp().key(), file);
            }
        }
    }
}

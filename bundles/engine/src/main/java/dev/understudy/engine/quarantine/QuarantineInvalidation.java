package dev.understudy.engine.quarantine;

import dev.understudy.serve.Answer;
import dev.understudy.serve.Call;
import dev.understudy.serve.Forward;
import dev.understudy.serve.ImageService;
import dev.understudy.serve.Reply;
import org.jspecify.annotations.Nullable;

/** Gives sources that failed another chance once the request's catalogs are others than the last one's. */
public final class QuarantineInvalidation implements ImageService {

    private final ImageService service;
    private final CatalogChanges changes;

    public QuarantineInvalidation(ImageService service, FailedSources failed) {
        this.service = service;
        this.changes = new CatalogChanges(failed);
    }

    @Override
    public Answer serve(Call call) {
        changes.see(call.catalogs());
        return service.serve(call);
    }

    @Override
    public @Nullable Reply serveAtOnce(Call call) {
        // Under other catalogs nothing is answered at once.
        return service.serveAtOnce(call);
    }

    @Override
    public @Nullable Forward forwardAtOnce(Call call) {
        return service.forwardAtOnce(call);
    }
}

package dev.understudy.engine.quarantine;

import dev.understudy.serve.Answer;
import dev.understudy.serve.Call;
import dev.understudy.serve.ImageService;

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
}

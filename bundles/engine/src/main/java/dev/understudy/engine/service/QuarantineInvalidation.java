package dev.understudy.engine.service;

import dev.understudy.engine.quarantine.CatalogChanges;
import dev.understudy.engine.quarantine.FailedSources;
import dev.understudy.serve.Answer;
import dev.understudy.serve.Call;
import dev.understudy.serve.ImageService;

/** Gives sources that failed another chance once the request's catalogs are others than the last one's. */
final class QuarantineInvalidation implements ImageService {

    private final ImageService service;
    private final CatalogChanges changes;

    QuarantineInvalidation(ImageService service, FailedSources failed) {
        this.service = service;
        this.changes = new CatalogChanges(failed);
    }

    @Override
    public Answer serve(Call call) {
        changes.see(call.catalogs());
        return service.serve(call);
    }
}

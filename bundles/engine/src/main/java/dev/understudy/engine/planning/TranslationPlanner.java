package dev.understudy.engine.planning;

import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.CatalogRecord;
import dev.understudy.catalog.Catalogs;
import dev.understudy.engine.request.RawRequest;
import dev.understudy.engine.request.RequestReader;
import dev.understudy.engine.request.RequestSummary;
import dev.understudy.engine.request.ResolvedObject;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.command.CacheChoice;
import dev.understudy.protocol.locale.Localization;
import dev.understudy.protocol.syntax.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the records that an id in the path has in all locales.
 *
 * <p>Source: the reference's page on xlate.
 */
final class TranslationPlanner {

    private TranslationPlanner() {}

    /** Plans {@code req=xlate}; a path that names no record has no translations. */
    static PlannedRequest of(RawRequest raw, RequestSummary summary) throws ServeException {
        Catalog main = RequestReader.object(raw.forRecords()).catalog();
        return new PlannedRequest(
                summary,
                null,
                translations(ObjectName.ofPath(raw.path()).normalized(), Localization.plain(raw.catalogs()), main),
                Set.of(),
                CacheChoice.ON,
                RequestDetails.NONE,
                Set.of());
    }

    private static List<ResolvedObject> translations(ObjectName name, Catalogs catalogs, Catalog resolved) {
        Optional<Catalog> named = catalogs.catalog(name.rootId());
        Catalog main = named.orElseGet(catalogs::defaultCatalog);
        String id = named.isPresent() ? name.idUnderRoot() : name.relative();
        List<ResolvedObject> found = new ArrayList<>();
        for (String suffix : Localization.suffixes(main)) {
            Optional<CatalogRecord> record = main.image(id + suffix);
            if (record.isEmpty()) {
                record = catalogs.defaultCatalog().image(id + suffix);
            }
            record.ifPresent(any -> found.add(new ResolvedObject(any.id(), resolved, any, "", false)));
        }
        return found;
    }
}

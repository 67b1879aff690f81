package dev.understudy.engine.service;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.CatalogRecord;
import dev.understudy.catalog.RecordFields;
import dev.understudy.engine.planning.PlannedRequest;
import dev.understudy.serve.Reply;
import dev.understudy.source.Stamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The time when the newest part of a reply was changed, for catalogs that want clients to know.
 *
 * <p>Source: the reference's page on UseLastModified. Files without a record count with their own time,
 * foreign images with the one that their server says, if it does.
 */
final class LastModified {

    private LastModified() {}

    static @Nullable Instant of(PlannedRequest request, Reply reply) {
        if (!request.summary().catalog().get(Attributes.USE_LAST_MODIFIED)) {
            return null;
        }
        Stream<Instant> records = request.records().stream().map(LastModified::of);
        Stream<Instant> files = reply.stamps().stream()
                .filter(stamp -> !stamp.key().fromCatalog() && stamp.modified() > 0)
                .map(Stamp::modified)
                .map(Instant::ofEpochMilli);
        return Stream.concat(records, files).max(Comparator.naturalOrder()).orElse(null);
    }

    private static Instant of(CatalogRecord record) {
        return record.has(RecordFields.TIME_STAMP)
                ? record.get(RecordFields.TIME_STAMP)
                : record.catalog().lastModified();
    }
}

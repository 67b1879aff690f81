package dev.understudy.content.item;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.CatalogRecord;
import dev.understudy.catalog.Catalogs;
import dev.understudy.catalog.DirectAccess;
import dev.understudy.catalog.RecordFields;
import dev.understudy.catalog.Syntaxes;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.admission.AccessPolicy;
import dev.understudy.protocol.command.CacheChoice;
import dev.understudy.protocol.syntax.ObjectName;
import dev.understudy.serve.Freshness;
import dev.understudy.source.SourceKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A piece of static content.
 *
 * @param catalog whose attributes apply
 * @param record the record; null when the content is asked for by its path
 * @param path the file's path, from the record or from the request
 */
public record Item(Catalog catalog, @Nullable CatalogRecord record, String path) {

    /**
     * The item that a request names: a record of the catalog that the name begins with, or of the default catalog, or else a
     * file under the catalog's folder.
     *
     * <p>Source: the reference's pages on object, FullMatch and serving static content.
     */
    public static Item find(ObjectName object, Catalogs catalogs) {
        ObjectName name = object.normalized();
        Catalog fallback = catalogs.defaultCatalog();
        Optional<Catalog> named = name.isRooted() ? Optional.empty() : catalogs.catalog(name.rootId());
        Catalog main = named.orElse(fallback);
        String id = named.isPresent() ? name.idUnderRoot() : name.relative();
        Optional<CatalogRecord> record = main.content(id).or(() -> fallback.content(id));
        if (record.isPresent()) {
            return new Item(main, record.get(), record.get().get(RecordFields.PATH));
        }
        return named.isPresent() && main.get(Attributes.FULL_MATCH)
                ? new Item(fallback, null, name.relative())
                : new Item(main, null, id);
    }

    /** The item's file; a record's is found with the root path of the record's own catalog. */
    public SourceKey key() {
        Catalog owner = record == null ? catalog : record.catalog();
        return new SourceKey(
                SourceKey.Kind.STATIC_CONTENT, owner.get(Attributes.STATIC_CONTENT_ROOT_PATH), path, record != null);
    }

    /** The type that clients can ask for with {@code type=}; empty for none. */
    String type() {
        return record == null ? "" : record.get(RecordFields.USER_TYPE);
    }

    /** The time for which clients may keep the content. */
    Duration lifetime() {
        return record == null ? catalog.get(Attributes.EXPIRATION) : record.get(RecordFields.EXPIRATION);
    }

    /**
     * Whether the content never changes, so that whoever has it needs no other, whatever has become of the file. A request for a look
     * at the file gets one.
     *
     * <p>Source: the reference's page on staticcontent::Expiration.
     */
    boolean neverChanges(ContentCommands commands) {
        return commands.cache().equals(CacheChoice.ON) && lifetime().equals(Syntaxes.NEVER_EXPIRES);
    }

    /** The freshness of an answer about the content: for how long it may be kept, and by whom. */
    Freshness freshness(ContentCommands commands, Duration lifetime) {
        return commands.cache().client() ? Freshness.of(lifetime) : Freshness.NO_STORE;
    }

    /**
     * Requires that a request may have the item. Whether there is a record may be asked of any path.
     *
     * @param policy what the request may use
     * @throws ServeException {@code request.refused}
     */
    void requireAccess(AccessPolicy policy, ContentRequestType requestType) throws ServeException {
        if (record != null) {
            policy.ofPath().requireRecord(catalog);
            return;
        }
        AccessPolicy access = requestType == ContentRequestType.EXISTS ? policy.ofRecords() : policy;
        access.ofPath().requireFile(catalog, DirectAccess.Kind.STATIC, path, key());
    }

    /** The time of the last change: that of the record, so that several servers agree, or else that of the file. */
    Instant modified(Instant file) {
        return record != null && record.has(RecordFields.TIME_STAMP) ? record.get(RecordFields.TIME_STAMP) : file;
    }
}

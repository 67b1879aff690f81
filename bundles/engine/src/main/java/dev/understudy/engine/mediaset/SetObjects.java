package dev.understudy.engine.mediaset;

import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.CatalogRecord;
import dev.understudy.catalog.Catalogs;
import dev.understudy.catalog.DirectAccess;
import dev.understudy.catalog.RecordFields;
import dev.understudy.engine.request.RawRequest;
import dev.understudy.engine.request.RequestReader;
import dev.understudy.engine.request.ResolvedObject;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.syntax.ObjectName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks up what the text of a set names: images, and static content. A request may use no more of it than it may name itself. */
final class SetObjects {

    private final RawRequest raw;
    private final Catalogs catalogs;
    private final Catalog main;

    /**
     * A look-up for a request.
     *
     * @param main the catalog that names without a catalog belong to
     */
    SetObjects(RawRequest raw, Catalog main) {
        this.raw = raw;
        this.catalogs = raw.catalogs();
        this.main = main;
    }

    /** The image record or image file of this name; whether a request may have the file is not asked. */
    ResolvedObject image(String name) throws ServeException {
        return RequestReader.named(name, main, raw.forRecords());
    }

    /** The image record or image file of this name. */
    ResolvedObject allowedImage(String name) throws ServeException {
        return RequestReader.named(name, main, raw);
    }

    /** The record of static content of this name; null for none. */
    @Nullable
    ContentObject content(String name) throws ServeException {
        ObjectName object = safe(name);
        Catalog first = object.isRooted() ? catalogs.defaultCatalog() : main;
        Optional<CatalogRecord> record = first.content(object.relative());
        Optional<Catalog> named = catalogs.catalog(object.rootId())
                .filter(any -> !object.idUnderRoot().isEmpty());
        if (record.isEmpty() && named.isPresent()) {
            raw.policy().require(named.get());
            record = named.get().content(object.idUnderRoot());
        }
        if (record.isEmpty()) {
            record = catalogs.defaultCatalog().content(object.relative());
        }
        if (record.isEmpty()) {
            return null;
        }
        Catalog owner = record.get().catalog();
        raw.policy().requireRecord(owner);
        return new ContentObject(owner, record.get(), record.get().get(RecordFields.PATH));
    }

    /** The file of static content of this path, which no record names. */
    ContentObject file(String name) throws ServeException {
        ObjectName object = safe(name);
        Catalog first = object.isRooted() ? catalogs.defaultCatalog() : main;
        Optional<Catalog> named = catalogs.catalog(object.rootId())
                .filter(any -> !object.idUnderRoot().isEmpty());
        ContentObject file = named.isPresent()
                ? new ContentObject(named.get(), null, object.idUnderRoot())
                : new ContentObject(first, null, object.relative());
        raw.policy().requireFile(file.catalog(), DirectAccess.Kind.STATIC, name, file.file());
        return file;
    }

    private static ObjectName safe(String name) throws ServeException {
        ObjectName object = new ObjectName(name);
        object.requireSafe();
        return object.normalized();
    }
}

package dev.understudy.engine.request;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.CatalogRecord;
import dev.understudy.catalog.Catalogs;
import dev.understudy.catalog.DirectAccess;
import dev.understudy.catalog.ProfileRecord;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.admission.AccessPolicy;
import dev.understudy.protocol.rule.RuledRequest;
import dev.understudy.protocol.syntax.ObjectName;
import dev.understudy.source.SourceKey;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what an object names. A record that its catalog does not have is looked for in the default catalog.
 *
 * <p>Source: the reference's pages on object, FullMatch and the default catalog.
 */
final class ObjectResolver {

    private final Catalogs catalogs;
    private final AccessPolicy policy;

    /**
     * @param policy is asked about every catalog that a name begins with and about every object that is found
     */
    ObjectResolver(Catalogs catalogs, AccessPolicy policy) {
        this.catalogs = catalogs;
        this.policy = policy;
    }

    /** The same for what is named in a request that rules have been applied to. */
    ObjectResolver within(RuledRequest ruled) {
        return new ObjectResolver(ruled.catalogs(), policy.within(ruled));
    }

    /** The same for what belongs to the path of the request. */
    private ObjectResolver ofPath() {
        return new ObjectResolver(catalogs, policy.ofPath());
    }

    /** The main catalog of the request, which has been read, with the limits that hold for it as a whole. */
    Catalog limited(Catalog main) {
        return policy.limited(main);
    }

    /**
     * A nested request after the preprocessing rules of the catalog that its path names.
     *
     * @param base the catalog when the path names none
     */
    RuledRequest ruled(String path, @Nullable String query, Catalog base) throws ServeException {
        return policy.ruled(path, query, base, catalogs);
    }

    /**
     * The object in the path of a request; its catalog is the main catalog.
     *
     * @param object its name
     * @param base the catalog when the object names none: the default catalog, or that of the request around it
     */
    ResolvedObject inPath(ObjectName object, Catalog base) throws ServeException {
        check(object);
        ObjectResolver own = ofPath();
        ResolvedObject found = own.pathObject(object.normalized(), base);
        own.requireAccess(found);
        return found;
    }

    private ResolvedObject pathObject(ObjectName object, Catalog base) throws ServeException {
        String name = object.relative();
        Optional<Catalog> named = catalogs.catalog(object.rootId());
        if (named.isEmpty()) {
            return inCatalog(name, object.isRooted() ? catalogs.defaultCatalog() : base, false);
        }
        String id = object.idUnderRoot();
        Catalog catalog = named.get();
        policy.require(catalog);
        Optional<CatalogRecord> record = id.isEmpty() ? Optional.empty() : record(catalog, id);
        if (record.isPresent()) {
            return new ResolvedObject(name, catalog, record.get(), "", false);
        }
        return id.isEmpty() || !catalog.get(Attributes.FULL_MATCH)
                ? new ResolvedObject(name, catalog, null, id, false)
                : new ResolvedObject(name, catalogs.defaultCatalog(), null, name, false);
    }

    /**
     * The object that a command names.
     *
     * @param object its name
     * @param main the request's main catalog
     * @param configured whether the name comes from an attribute; then a leading slash may start an absolute path
     */
    ResolvedObject inCommand(ObjectName object, Catalog main, boolean configured) throws ServeException {
        check(configured ? object.normalized() : object);
        ResolvedObject found = commandObject(configured ? object : object.normalized(), main, configured);
        requireAccess(found);
        return found;
    }

    /**
     * The object that a command of a layer names. What rules let pass is the object in the path, whatever its own record names, and
     * what rules have written themselves.
     *
     * @param assignment the command, whose value is a name
     * @param context of the request
     */
    ResolvedObject inLayer(Assignment assignment, ReadContext context) throws ServeException {
        String name = assignment.value().strip();
        ObjectName object = new ObjectName(name);
        Catalog main = context.catalog();
        if (isOf(context.object(), assignment) || assignment.origin().isRequest() && policy.isNamedByRules(name)) {
            return ofPath().inCommand(object, main, false);
        }
        if (policy.tellsPathApart(main)) {
            check(object);
            ResolvedObject found = ofPath().commandObject(object.normalized(), main, false);
            if (found.isSame(context.object())) {
                return found;
            }
        }
        return inCommand(object, main, false);
    }

    /** Whether a command stands in the record of an object as it is, without anything that the request adds to it. */
    private static boolean isOf(ResolvedObject object, Assignment assignment) {
        CatalogRecord record = object.record();
        return record != null
                && assignment.origin().isOf(record)
                && assignment.written().equals(assignment.raw());
    }

    /**
     * The file of the color profile that a command names: by an entry in the profile map of the main catalog or, after that catalog's
     * name, of another one; else by its path.
     *
     * @param object its name
     * @param main the request's main catalog
     */
    SourceKey profile(ObjectName object, Catalog main) throws ServeException {
        check(object);
        ObjectName normal = object.normalized();
        Catalog first = normal.isRooted() ? catalogs.defaultCatalog() : main;
        Optional<Catalog> named = catalogs.catalog(normal.rootId())
                .filter(catalog -> normal.relative().indexOf('/') >= 0);
        Optional<ProfileRecord> record = first.profile(normal.relative());
        if (record.isEmpty() && named.isPresent()) {
            policy.require(named.get());
            record = named.get().profile(normal.idUnderRoot());
        }
        return record.isPresent()
                ? SourceKey.profile(record.get().rootPath(), record.get().path(), true)
                : profileFile(normal, named.orElse(first), named.isPresent());
    }

    private SourceKey profileFile(ObjectName object, Catalog catalog, boolean named) throws ServeException {
        boolean matched = catalog.get(Attributes.FULL_MATCH);
        Catalog owner = matched ? catalogs.defaultCatalog() : catalog;
        String path = named && !matched ? object.idUnderRoot() : object.relative();
        SourceKey file = SourceKey.profile(owner.get(Attributes.ROOT_PATH), path, false);
        policy.requireFile(owner, DirectAccess.Kind.IS, object.relative(), file);
        return file;
    }

    private ResolvedObject commandObject(ObjectName object, Catalog main, boolean configured) throws ServeException {
        String name = object.relative();
        Catalog first = object.isRooted() ? catalogs.defaultCatalog() : main;
        Optional<CatalogRecord> record = first.image(name);
        if (record.isPresent()) {
            return new ResolvedObject(name, first, record.get(), "", configured);
        }
        Optional<Catalog> named = name.indexOf('/') < 0 ? Optional.empty() : catalogs.catalog(object.rootId());
        if (named.isPresent()) {
            policy.require(named.get());
            Optional<CatalogRecord> other = record(named.get(), object.idUnderRoot());
            if (other.isPresent()) {
                return new ResolvedObject(name, named.get(), other.get(), "", configured);
            }
            if (!named.get().get(Attributes.FULL_MATCH)) {
                return new ResolvedObject(name, named.get(), null, object.idUnderRoot(), configured);
            }
        }
        return inCatalog(
                configured ? object.text() : name, named.isPresent() ? catalogs.defaultCatalog() : first, configured);
    }

    /** The object that has the whole name as its id, else as its path. */
    private ResolvedObject inCatalog(String name, Catalog catalog, boolean configured) {
        Optional<CatalogRecord> record = record(catalog, new ObjectName(name).relative());
        if (record.isPresent()) {
            return new ResolvedObject(name, catalog, record.get(), "", configured);
        }
        Catalog owner = catalog.get(Attributes.FULL_MATCH) ? catalogs.defaultCatalog() : catalog;
        return new ResolvedObject(name, owner, null, name, configured);
    }

    private Optional<CatalogRecord> record(Catalog catalog, String id) {
        return catalog.image(id).or(() -> catalogs.defaultCatalog().image(id));
    }

    private void requireAccess(ResolvedObject object) throws ServeException {
        if (object.record() != null) {
            policy.requireRecord(object.catalog());
        } else if (!object.isEmpty()) {
            policy.requireFile(object.catalog(), kind(object.path()), object.name(), object.source());
        }
    }

    private static DirectAccess.Kind kind(String path) {
        return path.toLowerCase(Locale.ROOT).endsWith(".svg") ? DirectAccess.Kind.SVG : DirectAccess.Kind.IS;
    }

    private static void check(ObjectName object) throws ServeException {
        object.requireSafe();
        if (object.text().indexOf(',') >= 0) {
            throw new ServeException(new Failure.Malformed("Commas are not allowed in an object: " + object.text()));
        }
    }
}

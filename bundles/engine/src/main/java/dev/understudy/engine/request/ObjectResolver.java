package dev.understudy.engine.request;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.CatalogRecord;
import dev.understudy.catalog.Catalogs;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds out what an object names. A record that its catalog does not have is looked for in the default catalog.
 *
 * <p>Source: the reference's pages on object, FullMatch and the default catalog.
 */
final class ObjectResolver {

    private final Catalogs catalogs;
    private final Guard guard;

    /**
     * @param guard is asked about every catalog that a name begins with and about every object that is found
     */
    ObjectResolver(Catalogs catalogs, Guard guard) {
        this.catalogs = catalogs;
        this.guard = guard;
    }

    /** The catalog that an object's name begins with. */
    static Optional<Catalog> named(String object, Catalogs catalogs) {
        return catalogs.catalog(rootId(stripped(normalized(object))));
    }

    /**
     * The object in the path of a request; its catalog is the main catalog.
     *
     * @param object decoded
     * @param base the catalog when the object names none: the default catalog, or that of the request around it
     */
    ResolvedObject inPath(String object, Catalog base) throws ServeException {
        check(object);
        ResolvedObject found = pathObject(normalized(object), base);
        guard.require(found);
        return found;
    }

    private ResolvedObject pathObject(String object, Catalog base) throws ServeException {
        String name = stripped(object);
        Optional<Catalog> named = catalogs.catalog(rootId(name));
        if (named.isEmpty()) {
            return inCatalog(name, object.startsWith("/") ? catalogs.defaultCatalog() : base, false);
        }
        String id = idUnder(name);
        Catalog catalog = named.get();
        guard.require(catalog);
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
     * @param object decoded
     * @param main the request's main catalog
     * @param configured whether the name comes from an attribute; then a leading slash may start an absolute path
     */
    ResolvedObject inCommand(String object, Catalog main, boolean configured) throws ServeException {
        check(object);
        ResolvedObject found = commandObject(configured ? object : normalized(object), main, configured);
        guard.require(found);
        return found;
    }

    private ResolvedObject commandObject(String object, Catalog main, boolean configured) throws ServeException {
        String name = stripped(object);
        Catalog first = object.startsWith("/") ? catalogs.defaultCatalog() : main;
        Optional<CatalogRecord> record = first.image(name);
        if (record.isPresent()) {
            return new ResolvedObject(name, first, record.get(), "", configured);
        }
        Optional<Catalog> named = name.indexOf('/') < 0 ? Optional.empty() : catalogs.catalog(rootId(name));
        if (named.isPresent()) {
            guard.require(named.get());
            Optional<CatalogRecord> other = record(named.get(), idUnder(name));
            if (other.isPresent()) {
                return new ResolvedObject(name, named.get(), other.get(), "", configured);
            }
            if (!named.get().get(Attributes.FULL_MATCH)) {
                return new ResolvedObject(name, named.get(), null, idUnder(name), configured);
            }
        }
        return inCatalog(configured ? object : name, named.isPresent() ? catalogs.defaultCatalog() : first, configured);
    }

    /** The whole name as an id, else as a path. */
    private ResolvedObject inCatalog(String name, Catalog catalog, boolean configured) {
        Optional<CatalogRecord> record = record(catalog, stripped(name));
        if (record.isPresent()) {
            return new ResolvedObject(name, catalog, record.get(), "", configured);
        }
        Catalog owner = catalog.get(Attributes.FULL_MATCH) ? catalogs.defaultCatalog() : catalog;
        return new ResolvedObject(name, owner, null, name, configured);
    }

    private Optional<CatalogRecord> record(Catalog catalog, String id) {
        return catalog.image(id).or(() -> catalogs.defaultCatalog().image(id));
    }

    /** Without elements that mean nothing to a file system: one file has one name, which begins with one catalog. */
    private static String normalized(String object) {
        return Arrays.stream(object.split("/"))
                .filter(element -> !element.isEmpty() && !element.equals("."))
                .collect(Collectors.joining("/", object.startsWith("/") ? "/" : "", ""));
    }

    private static String stripped(String object) {
        return object.startsWith("/") ? object.substring(1) : object;
    }

    private static String rootId(String name) {
        int slash = name.indexOf('/');
        return slash < 0 ? name : name.substring(0, slash);
    }

    private static String idUnder(String name) {
        int slash = name.indexOf('/');
        return slash < 0 ? "" : name.substring(slash + 1);
    }

    private static void check(String object) throws ServeException {
        for (String element : object.split("[/\\\\]")) {
            if (element.equals("..")) {
                throw new ServeException(new Failure.Malformed("'..' is not allowed in a path: " + object));
            }
        }
        if (object.indexOf(',') >= 0) {
            throw new ServeException(new Failure.Malformed("Commas are not allowed in an object: " + object));
        }
        if (object.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
            throw new ServeException(new Failure.Malformed("Control characters are not allowed in an object"));
        }
    }
}

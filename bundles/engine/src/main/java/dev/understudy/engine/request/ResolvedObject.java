package dev.understudy.engine.request;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.CatalogRecord;
import dev.understudy.catalog.RecordField;
import dev.understudy.catalog.RecordFields;
import dev.understudy.image.Tolerance;
import dev.understudy.source.SourceKey;
import org.jspecify.annotations.Nullable;

/**
 * What an object in a request comes to: a record of a catalog, a file under a catalog's root, or nothing.
 *
 * @param name as the request has it
 * @param catalog whose attributes apply
 * @param record the record, null for none
 * @param path the file, for an object that is no record; empty for nothing
 * @param configured whether a catalog names the object, instead of the request
 */
public record ResolvedObject(
        String name, Catalog catalog, @Nullable CatalogRecord record, String path, boolean configured) {

    /** The object of a path that names none. */
    static ResolvedObject nothingIn(Catalog catalog) {
        return new ResolvedObject("", catalog, null, "", false);
    }

    /** Whether this is the same record or file as another object, of which there is one. */
    boolean isSame(ResolvedObject other) {
        return !isEmpty()
                && (record == null) == (other.record == null)
                && catalog.rootId().equals(other.catalog.rootId())
                && qualifiedName().equals(other.qualifiedName());
    }

    /** Whether the object is neither a record nor a file. */
    public boolean isEmpty() {
        return record == null && path.isEmpty();
    }

    /** The image's file; null for nothing and for records without one, which templates are. */
    public @Nullable SourceKey source() {
        return record == null ? file(path) : file(record, RecordFields.PATH);
    }

    /** The image's file of a record; null for none. */
    public static @Nullable SourceKey source(CatalogRecord record) {
        return file(record, RecordFields.PATH);
    }

    /** The file that a record names as its mask; null for none. */
    public @Nullable SourceKey ownMask() {
        return record == null ? null : file(record, RecordFields.MASK_PATH);
    }

    /** The file to take when the object is named as a mask: the record's mask, else its image. */
    public @Nullable SourceKey asMask() {
        SourceKey mask = ownMask();
        return mask == null ? source() : mask;
    }

    /** How damage in the object's files is taken. */
    public Tolerance tolerance() {
        return owner().get(Attributes.TOLERANCE);
    }

    /** The catalog that the object belongs to, whichever the request's is. */
    public Catalog owner() {
        return record == null ? catalog : record.catalog();
    }

    /** The object with its catalog before it, if that has a name: as operators call it. */
    public String qualifiedName() {
        String rootId = owner().rootId();
        String own = record == null ? path : record.id();
        return rootId.isEmpty() ? own : rootId + "/" + own;
    }

    private @Nullable SourceKey file(String relative) {
        return relative.isEmpty() ? null : key(catalog, relative, configured);
    }

    private static @Nullable SourceKey file(CatalogRecord record, RecordField<String> field) {
        String path = record.get(field);
        return path.isEmpty() ? null : key(record.catalog(), path, true);
    }

    private static SourceKey key(Catalog catalog, String path, boolean cataloged) {
        boolean suffix = path.indexOf('.', path.lastIndexOf('/') + 1) >= 0 && !path.endsWith(".");
        String whole = suffix ? path : path + catalog.get(Attributes.DEFAULT_EXT);
        return new SourceKey(SourceKey.Kind.IMAGE, catalog.get(Attributes.ROOT_PATH), whole, cataloged);
    }
}

package dev.understudy.catalog.load;

import dev.understudy.catalog.Attribute;
import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.file.Diagnostic;
import dev.understudy.catalog.file.FileStamp;
import dev.understudy.catalog.snapshot.AttributeValues;

/** The attributes that guard a catalog, in a file that nobody could read. */
final class FailClosed {

    private FailClosed() {}

    /** A file that is there but cannot be read may hold a guard: as long as there is no good state to keep, nothing passes. */
    static AttributeValues closed(AttributeValues attributes, CatalogSource.Entries read) {
        AttributeValues closed = attributes;
        boolean unreadable = read.diagnostics().stream().anyMatch(Diagnostic::fatal);
        if (unreadable && !read.version().equals(FileStamp.ABSENT)) {
            for (Attribute<?> attribute : Attributes.all()) {
                closed = closed(closed, attribute);
            }
        }
        return closed;
    }

    private static <T> AttributeValues closed(AttributeValues attributes, Attribute<T> attribute) {
        T closed = attribute.closed();
        return closed == null || attributes.has(attribute) ? attributes : attributes.with(attribute, closed);
    }
}

package dev.understudy.engine.request;

import dev.understudy.catalog.CatalogRecord;
import dev.understudy.catalog.RecordField;

/**
 * Where a command comes from.
 *
 * @param field the field of a record, {@code catalog::Modifier}; empty for the request itself
 * @param record the record, with its catalog; empty for the request itself
 * @param macro the macro in that text, without dollar signs; empty for none
 */
public record Origin(String field, String record, String macro) {

    /** The request itself. */
    public static final Origin REQUEST = new Origin("", "", "");

    /** A record's field. */
    static Origin of(CatalogRecord record, RecordField<?> field) {
        return new Origin(field.toString(), name(record), "");
    }

    private static String name(CatalogRecord record) {
        return record.catalog().rootId() + "/" + record.id();
    }

    /** Whether the command stands in a record, be it through a macro. */
    boolean isOf(CatalogRecord other) {
        return record.equals(name(other));
    }

    /** The origin of what a macro of this text says; macros in macros count as the outermost one. */
    Origin in(String name) {
        return macro.isEmpty() ? new Origin(field, record, name) : this;
    }

    /** Whether the client says so, be it through a macro. */
    public boolean isRequest() {
        return field.isEmpty();
    }

    /** The origin in words: {@code macro $thumb$ in catalog::Modifier of shop/lamp}. */
    @Override
    public String toString() {
        String text = isRequest() ? "request" : field + " of " + record;
        return macro.isEmpty() ? text : "macro $" + macro + "$ in " + text;
    }
}

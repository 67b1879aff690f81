package dev.understudy.engine.explain;

import dev.understudy.catalog.Attribute;
import dev.understudy.catalog.AttributeSource;
import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.CatalogRecord;
import dev.understudy.catalog.FontRecord;
import dev.understudy.catalog.Printable;
import dev.understudy.catalog.RecordFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Explains what catalogs and records say. */
final class ExplainedCatalog {

    private ExplainedCatalog() {}

    /** The attributes that somebody has set; the others have their fallbacks. */
    static List<Map<String, Object>> attributes(Catalog catalog) {
        return Attributes.all().stream()
                .<Map<String, Object>>mapMulti((attribute, told) ->
                        catalog.written(attribute).ifPresent(written -> told.accept(attribute(attribute, written))))
                .toList();
    }

    private static Map<String, Object> attribute(Attribute<?> attribute, AttributeSource written) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("attribute", attribute.name());
        told.put("value", Printable.url(written.text()));
        told.put("from", written.place());
        return told;
    }

    /** A record, with the fields that it has itself. */
    static Map<String, Object> record(CatalogRecord record) {
        Map<String, Object> fields = new LinkedHashMap<>();
        record.fields().stream()
                .sorted()
                .forEach(name ->
                        RecordFields.byName(name).ifPresent(field -> fields.put(name, shown(record.get(field)))));
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("catalog", record.catalog().rootId());
        told.put("id", record.id());
        told.put("fields", fields);
        return told;
    }

    private static Object shown(Object value) {
        return value instanceof String text ? Printable.url(text) : value;
    }

    /** An entry of a font map. */
    static Map<String, Object> font(FontRecord font) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("font", font.name() + (font.bold() ? ", bold" : "") + (font.italic() ? ", italic" : ""));
        told.put("file", font.path());
        return told;
    }
}

package dev.understudy.catalog.load;

import dev.understudy.catalog.Attribute;
import dev.understudy.catalog.AttributeSource;
import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Inheritance;
import dev.understudy.catalog.Support;
import dev.understudy.catalog.file.Diagnostics;
import dev.understudy.catalog.file.IniEntry;
import dev.understudy.catalog.snapshot.AttributeValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives entries their meaning as attributes. Unknown names are noted and left out. A bad value makes the entries unusable, but
 * where the reference says that it is ignored or where nothing uses the attribute. A value that has no effect is noted. A bad value
 * of an attribute that guards the catalog lets nothing pass, should there be no good state to keep.
 */
final class AttributeReader {

    private AttributeReader() {}

    /**
     * The values that the entries name; of several for the same attribute the last one counts.
     *
     * @param origin what the entries are of, for people
     */
    static AttributeValues read(String origin, List<IniEntry> entries, Diagnostics diagnostics) {
        Map<Attribute<?>, IniEntry> named = new LinkedHashMap<>();
        for (IniEntry entry : entries) {
            Attributes.byName(entry.name())
                    .ifPresentOrElse(
                            attribute -> named.put(attribute, entry),
                            () -> diagnostics.warn(
                                    entry.line(), "there is no attribute '" + entry.name() + "'; it is ignored"));
        }
        AttributeValues.Builder values = new AttributeValues.Builder();
        named.forEach((attribute, entry) -> put(values, attribute, entry, origin, diagnostics));
        return values.build();
    }

    private static <T> void put(
            AttributeValues.Builder values,
            Attribute<T> attribute,
            IniEntry entry,
            String origin,
            Diagnostics diagnostics) {
        if (entry.value().isEmpty() && attribute.inheritance() != Inheritance.IF_ABSENT) {
            return;
        }
        String place = entry.line() > 0 ? origin + ":" + entry.line() : origin;
        AttributeSource written = new AttributeSource(entry.value(), place);
        try {
            T value = attribute.syntax().parse(entry.value());
            values.put(attribute, value, written);
            if (attribute.ignores(value)) {
                diagnostics.warn(entry.line(), attribute.remark());
            }
        } catch (IllegalArgumentException e) {
            String message = attribute.name() + ": " + e.getMessage();
            T closed = attribute.closed();
            if (closed != null) {
                values.put(attribute, closed, written);
                diagnostics.fatal(entry.line(), message);
            } else if (attribute.syntax().lenient() || attribute.support() == Support.NONE) {
                diagnostics.warn(entry.line(), message + "; it counts as empty");
                if (attribute.inheritance() == Inheritance.IF_ABSENT) {
                    values.put(attribute, attribute.syntax().parse(""), written);
                }
            } else {
                diagnostics.fatal(entry.line(), message);
            }
        }
    }
}

package dev.understudy.engine.docs;

import dev.understudy.catalog.Attribute;
import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Inheritance;
import dev.understudy.catalog.RecordField;
import dev.understudy.catalog.RecordFields;
import dev.understudy.catalog.Syntax;
import dev.understudy.catalog.Syntaxes;
import dev.understudy.image.Color;
import dev.understudy.image.JpegQuality;
import dev.understudy.image.PixelSize;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The pages of catalog attributes and record fields. */
class CatalogPagesTest {

    private static final int OF_THE_REFERENCE = 69;

    /** Attributes that a rule of a rule set may change for a request: the reference's page on rules lists them. */
    private static final Set<Attribute<?>> CHANGED_BY_RULES = Set.of(
            Attributes.CLIENT_ADDRESS_FILTER,
            Attributes.DEFAULT_IMAGE_MODE,
            Attributes.ERROR_IMAGE,
            Attributes.EXPIRATION,
            Attributes.MAX_PIX,
            Attributes.REQUEST_LOCK,
            Attributes.REQUEST_OBFUSCATION,
            Attributes.ROOT_URL,
            Attributes.SAVE_PATH,
            Attributes.WATERMARK);

    @Test
    void attributes() {
        List<Attribute<?>> reference = Attributes.all().subList(0, OF_THE_REFERENCE);
        List<Attribute<?>> own =
                Attributes.all().subList(OF_THE_REFERENCE, Attributes.all().size());
        MarkdownPage page = new MarkdownPage("Catalog attributes")
                .text(MarkdownPage.count(
                        "attributes", reference.stream().map(Attribute::support).toList()))
                .text("An attribute is named in a catalog's `.ini` file or in a configuration `dev.understudy.tenant`. "
                        + "What is *not yet* used is read, checked and kept all the same.")
                .text("*Fallback* is the value when neither the catalog nor the default catalog has one. "
                        + "*From the default catalog* says when the default catalog's value is taken: "
                        + "*if absent* (an empty value switches the feature off), *if absent or empty*, or *never*. "
                        + "*Rules* marks what a rule of a rule set may change for a request.");
        addAttributes(page, reference);
        page.heading("Understudy's own");
        addAttributes(page, own);
        page.check("attributes.md");
    }

    private static void addAttributes(MarkdownPage page, List<Attribute<?>> attributes) {
        page.columns("attribute", "works", "values", "fallback", "from the default catalog", "rules", "notes");
        for (Attribute<?> attribute : attributes) {
            page.row(
                    "`" + attribute.name() + "`",
                    MarkdownPage.works(attribute.support()),
                    attribute.syntax().allowed(),
                    written(attribute.syntax(), attribute.fallback()),
                    inherited(attribute.inheritance()),
                    CHANGED_BY_RULES.contains(attribute) ? "yes" : "",
                    attribute.note());
        }
    }

    @Test
    void recordFields() {
        MarkdownPage page = new MarkdownPage("Record fields")
                .text(MarkdownPage.count(
                        "fields of image data",
                        RecordFields.all().stream().map(RecordField::support).toList()))
                .text(
                        "Fields are the columns of data files. A field without a value has that of the attribute named here, "
                                + "or the fallback. What is *not yet* used is read, checked and kept all the same.")
                .heading("Image data");
        addFields(page, RecordFields.all());
        page.heading("Static content");
        addFields(page, RecordFields.content());
        page.check("record-fields.md");
    }

    private static void addFields(MarkdownPage page, List<RecordField<?>> fields) {
        page.columns("field", "works", "values", "else", "notes");
        for (RecordField<?> field : fields) {
            Attribute<?> attribute = field.attribute();
            page.row(
                    "`" + field.name() + "`",
                    MarkdownPage.works(field.support()),
                    field.syntax().allowed(),
                    attribute != null
                            ? "`attribute::" + attribute.name() + "`"
                            : written(field.syntax(), field.fallback()),
                    field.note());
        }
    }

    private static String inherited(Inheritance inheritance) {
        return switch (inheritance) {
            case IF_ABSENT -> "if absent";
            case IF_ABSENT_OR_EMPTY -> "if absent or empty";
            case OWN_ONLY -> "never";
        };
    }

    /** A value as a catalog has it; nothing for none. */
    private static String written(Syntax<?> syntax, Object value) {
        if (syntax == Syntaxes.TRUE_FALSE) {
            return "`" + value + "`";
        } else if (value instanceof Boolean flag) {
            return flag ? "`1`" : "`0`";
        } else if (value instanceof Duration duration) {
            return "`" + number(duration.toMillis() / 3_600_000.0) + "`";
        } else if (value instanceof Double real) {
            return real == 0 ? "" : "`" + number(real) + "`";
        } else if (value instanceof Long || value instanceof Instant || value instanceof List<?>) {
            return "";
        } else if (value instanceof Optional<?>) {
            return "the server's";
        } else if (value instanceof PixelSize size) {
            return "`" + size.width() + "," + size.height() + "`";
        } else if (value instanceof Color color) {
            return String.format("`%02x%02x%02x`", color.red(), color.green(), color.blue());
        } else if (value instanceof JpegQuality quality) {
            return "`" + quality.quality() + (quality.fullChroma() ? ",1`" : ",0`");
        }
        String text = value.toString();
        return text.isEmpty() ? "" : "`" + (value instanceof Enum<?> ? text.toLowerCase(Locale.ROOT) : text) + "`";
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString(Math.round(value)) : Double.toString(value);
    }
}

package dev.understudy.engine.properties;

import dev.understudy.catalog.Attribute;
import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.CatalogRecord;
import dev.understudy.catalog.RecordField;
import dev.understudy.catalog.RecordFields;
import dev.understudy.engine.render.Renderer;
import dev.understudy.image.EmbeddedPath;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.PixelSize;
import dev.understudy.protocol.properties.PropertyValues;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code req=imageprops}: what is known about a source image.
 *
 * <p>Source: the reference's page on imageprops.
 */
public final class ImageProperties {

    private ImageProperties() {}

    /**
     * The properties, in the page's order.
     *
     * @param catalog the catalog whose attributes apply
     * @param record the catalog entry, null for a file asked for by its path
     * @param told what is told of the file; null for a template, which has none
     * @param changed when the file changed, for entries without a time stamp of their own
     */
    public static Map<String, String> of(
            Catalog catalog, @Nullable CatalogRecord record, Renderer.@Nullable Told told, Instant changed) {
        ImageInfo info = told == null ? null : told.described().file().info();
        Renderer.Notes notes =
                told == null ? Renderer.Notes.NONE : told.described().notes();
        PixelSize size = info == null ? PixelSize.NONE : new PixelSize(info.uprightWidth(), info.uprightHeight());
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("image.anchor", anchor(record, size));
        properties.put(
                "image.expiration",
                PropertyValues.hours(value(catalog, record, RecordFields.EXPIRATION, Attributes.EXPIRATION)));
        properties.put("image.height", String.valueOf(size.height()));
        properties.put("image.iccProfile", told == null ? "" : told.colors().profile());
        properties.put(
                "image.embeddedIccProfile",
                PropertyValues.flag(told != null && told.colors().embedded()));
        properties.put(
                "image.embeddedPhotoshopPaths",
                PropertyValues.flag(!notes.paths().isEmpty()));
        properties.put("image.embeddedXmpData", PropertyValues.flag(notes.xmp() != null));
        properties.put("image.mask", mask(record, info));
        properties.put("image.modifier", record == null ? "" : record.get(RecordFields.MODIFIER));
        properties.put("image.photoshopPathNames", names(notes.paths()));
        properties.put("image.pixTyp", info == null ? "" : PropertyFormats.pixelType(info.samples()));
        properties.put("image.postModifier", record == null ? "" : record.get(RecordFields.POST_MODIFIER));
        properties.put(
                "image.printRes",
                PropertyValues.real(
                        value(catalog, record, RecordFields.PRINT_RESOLUTION, Attributes.PRINT_RESOLUTION)));
        properties.put(
                "image.resolution",
                PropertyValues.real(value(catalog, record, RecordFields.RESOLUTION, Attributes.RESOLUTION)));
        properties.put("image.timeStamp", PropertyValues.time(timeStamp(record, changed)));
        properties.put(
                "image.thumbRes",
                PropertyValues.real(value(catalog, record, RecordFields.THUMB_RES, Attributes.THUMB_RES)));
        properties.put(
                "image.thumbType",
                String.valueOf(value(catalog, record, RecordFields.THUMB_TYPE, Attributes.THUMB_TYPE)));
        properties.put("image.width", String.valueOf(size.width()));
        properties.put("image.translatedId", record == null ? "" : id(record));
        return properties;
    }

    private static <T> T value(
            Catalog catalog, @Nullable CatalogRecord record, RecordField<T> field, Attribute<T> attribute) {
        return record == null ? catalog.get(attribute) : record.get(field);
    }

    private static String anchor(@Nullable CatalogRecord record, PixelSize size) {
        String anchor = record == null ? "" : record.get(RecordFields.ANCHOR);
        return anchor.isEmpty() ? size.width() / 2 + "," + size.height() / 2 : anchor;
    }

    private static String mask(@Nullable CatalogRecord record, @Nullable ImageInfo info) {
        if (record != null && record.has(RecordFields.MASK_PATH)) {
            return "3";
        }
        if (info == null || !info.alpha()) {
            return "0";
        }
        return info.multiplied() ? "1" : "2";
    }

    private static String names(List<EmbeddedPath> paths) {
        return paths.stream().map(EmbeddedPath::name).collect(Collectors.joining(","));
    }

    private static Instant timeStamp(@Nullable CatalogRecord record, Instant changed) {
        return record != null && record.has(RecordFields.TIME_STAMP) ? record.get(RecordFields.TIME_STAMP) : changed;
    }

    private static String id(CatalogRecord record) {
        String rootId = record.catalog().rootId();
        return rootId.isEmpty() ? record.id() : rootId + "/" + record.id();
    }
}

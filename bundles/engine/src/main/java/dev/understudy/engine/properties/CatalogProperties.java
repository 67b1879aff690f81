package dev.understudy.engine.properties;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.image.JpegQuality;
import dev.understudy.image.ResMode;
import dev.understudy.protocol.properties.PropertyValues;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code req=catalogprops}: the attributes of a catalog that a client may know.
 *
 * <p>Source: the reference's page on catalogprops.
 */
public final class CatalogProperties {

    private CatalogProperties() {}

    /** The properties, in the page's order. */
    public static Map<String, String> of(Catalog catalog) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("catalog.bkgColor", PropertyFormats.hex(catalog.get(Attributes.BKG_COLOR)));
        properties.put("catalog.defaultExt", catalog.get(Attributes.DEFAULT_EXT));
        properties.put("catalog.defaultPix", PropertyFormats.size(catalog.get(Attributes.DEFAULT_PIX)));
        properties.put("catalog.defaultThumbPix", PropertyFormats.size(catalog.get(Attributes.DEFAULT_THUMB_PIX)));
        properties.put("catalog.expiration", PropertyValues.hours(catalog.get(Attributes.EXPIRATION)));
        properties.put("catalog.defaultExpiration", PropertyValues.hours(catalog.get(Attributes.DEFAULT_EXPIRATION)));
        properties.put("catalog.nonImgExpiration", PropertyValues.hours(catalog.get(Attributes.NON_IMG_EXPIRATION)));
        properties.put("catalog.fileTime", PropertyValues.time(catalog.lastModified()));
        properties.put("catalog.jpegQuality", quality(catalog.get(Attributes.JPEG_QUALITY)));
        properties.put("catalog.maxPix", PropertyFormats.size(catalog.get(Attributes.MAX_PIX)));
        properties.put("catalog.printResolution", PropertyValues.real(catalog.get(Attributes.PRINT_RESOLUTION)));
        properties.put("catalog.publishInfo", catalog.get(Attributes.PUBLISH_INFO));
        properties.put("catalog.resMode", number(catalog.get(Attributes.RES_MODE)));
        properties.put("catalog.resolution", PropertyValues.real(catalog.get(Attributes.RESOLUTION)));
        properties.put("catalog.thumbBkgColor", PropertyFormats.hex(catalog.get(Attributes.THUMB_BKG_COLOR)));
        properties.put("catalog.thumbHorizAlign", String.valueOf(catalog.get(Attributes.THUMB_HORIZ_ALIGN)));
        properties.put("catalog.thumbRes", PropertyValues.real(catalog.get(Attributes.THUMB_RES)));
        properties.put("catalog.thumbType", String.valueOf(catalog.get(Attributes.THUMB_TYPE)));
        properties.put("catalog.thumbVertAlign", String.valueOf(catalog.get(Attributes.THUMB_VERT_ALIGN)));
        properties.put("catalog.watermark", catalog.get(Attributes.WATERMARK));
        return properties;
    }

    private static String quality(JpegQuality quality) {
        return quality.quality() + "," + PropertyValues.flag(quality.fullChroma());
    }

    /** The attribute's numbers; bisharp has none and is given by name. */
    private static String number(ResMode mode) {
        return switch (mode) {
            case BILIN -> "2";
            case BICUB -> "3";
            case SHARP2 -> "4";
            case BISHARP -> "bisharp";
        };
    }
}

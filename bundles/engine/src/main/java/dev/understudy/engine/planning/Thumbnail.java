package dev.understudy.engine.planning;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.CatalogRecord;
import dev.understudy.catalog.RecordFields;
import dev.understudy.engine.plan.Fit;
import dev.understudy.engine.plan.Point;
import dev.understudy.image.PixelSize;
import org.jspecify.annotations.Nullable;

/**
 * The size and fit of a thumbnail.
 *
 * <p>Source: the reference's pages on ThumbType and on thumbnail rules and transforms.
 *
 * @param type 1 crop, 2 fit, 3 texture
 * @param rectangle its size when the request does not say
 * @param align where the image lies in it, -1 left or top .. 1 right or bottom
 * @param scale of the image, for textures
 */
record Thumbnail(int type, PixelSize rectangle, Point align, double scale) {

    private static final int CROP = 1;
    private static final int TEXTURE = 3;

    /** The thumbnail of a record, or of a file in the catalog. */
    static Thumbnail of(@Nullable CatalogRecord record, Catalog catalog) {
        return new Thumbnail(
                record == null ? catalog.get(Attributes.THUMB_TYPE) : record.get(RecordFields.THUMB_TYPE),
                catalog.get(Attributes.DEFAULT_THUMB_PIX),
                new Point(
                        catalog.get(Attributes.THUMB_HORIZ_ALIGN) - 2.0,
                        catalog.get(Attributes.THUMB_VERT_ALIGN) - 2.0,
                        true),
                scale(
                        record == null ? catalog.get(Attributes.THUMB_RES) : record.get(RecordFields.THUMB_RES),
                        record == null ? catalog.get(Attributes.RESOLUTION) : record.get(RecordFields.RESOLUTION)));
    }

    boolean isTexture() {
        return type == TEXTURE;
    }

    Fit fit() {
        return type == CROP ? Fit.CROP : Fit.FIT;
    }

    private static double scale(double thumbnail, double full) {
        return thumbnail > 0 && full > 0 ? thumbnail / full : 1;
    }
}

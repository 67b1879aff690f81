package dev.understudy.engine.request;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.engine.command.RequestType;
import dev.understudy.failure.ErrorForm;
import dev.understudy.failure.StandIns;
import dev.understudy.protocol.command.CacheChoice;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of every request, broken or not: how to answer it, and with what when it fails.
 *
 * @param type what is asked for
 * @param form the form of properties and errors
 * @param catalog the main catalog
 * @param object the object in the path; empty when it cannot be made out
 * @param defaultImages what stands in for missing images
 * @param kept the commands that a default image for the whole request keeps, by name: those of wid, hei, dpr, fmt and
 *     qlt that were given and make sense
 * @param cache {@code cache=}, which holds for what stands in too
 */
public record RequestSummary(
        RequestType type,
        ErrorForm form,
        Catalog catalog,
        ResolvedObject object,
        DefaultImages defaultImages,
        Map<String, String> kept,
        CacheChoice cache) {

    public RequestSummary {
        kept = Map.copyOf(kept);
    }

    /** The summary of the same request for another type; images have no form but their own. */
    public RequestSummary as(RequestType other) {
        ErrorForm otherForm = other.isImage() ? ErrorForm.PLAIN : form;
        return new RequestSummary(other, otherForm, catalog, object, defaultImages, kept, cache);
    }

    /**
     * What may stand in for the request, apart from its last good image.
     *
     * @param secondary whether a secondary server would take it
     * @param planned whether it could be planned, so that its layers are known
     * @param standIn the default image that could; null for none
     * @param standInTried whether no layer is left for which the default image could stand in
     */
    public StandIns.Options standIns(
            boolean secondary, boolean planned, @Nullable DefaultImage standIn, boolean standInTried) {
        boolean single = layerOnly() && planned;
        return new StandIns.Options(
                secondary, false, image(), standIn != null, single, single && standInTried, hasErrorImage());
    }

    /** What stands in for images of the request itself; null for nothing. */
    public @Nullable DefaultImage defaultImage() {
        return defaultImages.own();
    }

    /** Whether an image can stand in: one was asked for, and nothing in words. */
    public boolean image() {
        return type.hasStandInImages() && form.syntax() == ErrorForm.PropertySyntax.PLAIN;
    }

    /** Whether a default image stands in for single layers, {@code attribute::DefaultImageMode}. */
    public boolean layerOnly() {
        return catalog.get(Attributes.DEFAULT_IMAGE_MODE) == 1;
    }

    /** Whether an error image is set. */
    public boolean hasErrorImage() {
        return !catalog.get(Attributes.ERROR_IMAGE).isBlank();
    }
}

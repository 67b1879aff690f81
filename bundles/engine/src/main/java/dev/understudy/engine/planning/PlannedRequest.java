package dev.understudy.engine.planning;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.CatalogRecord;
import dev.understudy.catalog.FontRecord;
import dev.understudy.catalog.RecordFields;
import dev.understudy.catalog.Syntaxes;
import dev.understudy.engine.command.RequestType;
import dev.understudy.engine.plan.ImageFile;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.request.DefaultImage;
import dev.understudy.engine.request.RequestSummary;
import dev.understudy.engine.request.ResolvedObject;
import dev.understudy.protocol.command.CacheChoice;
import dev.understudy.serve.Freshness;
import dev.understudy.serve.NegotiatedHeader;
import dev.understudy.source.SourceKey;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request ready to be answered.
 *
 * @param summary what is asked for, in which form, and what stands in
 * @param plan the image to make, or to tell properties of; null for types that need none
 * @param objects every record and file that the reply depends on
 * @param varying the headers of the request that the reply depends on
 * @param cache {@code cache=}
 * @param details what the request is about besides
 * @param standIns the files of default images, once they stand in for layers
 */
public record PlannedRequest(
        RequestSummary summary,
        @Nullable ImagePlan plan,
        List<ResolvedObject> objects,
        Set<NegotiatedHeader> varying,
        CacheChoice cache,
        RequestDetails details,
        Set<SourceKey> standIns) {

    /** The types that tell something of the files of objects, whatever is drawn. */
    private static final Set<RequestType> TELLING_OBJECTS =
            Set.of(RequestType.IMAGEPROPS, RequestType.XMP, RequestType.SET, RequestType.MAP);

    public PlannedRequest {
        objects = List.copyOf(objects);
        varying = Set.copyOf(varying);
        standIns = Set.copyOf(standIns);
    }

    /** The request with everything filled in, for {@code req=resolve}; empty for other types. */
    public String resolved() {
        return details instanceof RequestDetails.Resolved resolved ? resolved.text() : "";
    }

    /** The same image for another type of request. */
    public PlannedRequest as(RequestType type) {
        return new PlannedRequest(summary.as(type), plan, objects, varying, cache, details, standIns);
    }

    /**
     * What can stand in for a file of the plan: the default image of the request that draws it.
     *
     * @return empty when there is none, or when the file belongs to a default image itself
     */
    public Optional<DefaultImage> defaultImage(SourceKey missing) {
        return plan == null || standIns.contains(missing)
                ? Optional.empty()
                : Substitution.standIn(plan, summary.defaultImages(), missing);
    }

    /** The plan of a request for an image. */
    public ImagePlan image() {
        if (plan == null) {
            throw new IllegalStateException("a request for an image without a plan");
        }
        return plan;
    }

    /** The files of the plan in the order in which layers are drawn, each once. */
    public List<SourceKey> sources() {
        return plan == null ? List.of() : PlanSources.of(plan);
    }

    /** Every file that may be opened for the reply: images, fonts and color profiles, each once. */
    public List<SourceKey> dependencies() {
        Set<SourceKey> found = new LinkedHashSet<>(sources());
        found.addAll(profiles());
        fonts().forEach(font -> found.add(SourceKey.font(font.rootPath(), font.path())));
        if (TELLING_OBJECTS.contains(summary.type())) {
            objects.stream()
                    .map(ResolvedObject::source)
                    .filter(Objects::nonNull)
                    .forEach(found::add);
        }
        return List.copyOf(found);
    }

    /** The files of the plan that are on foreign servers. */
    public List<SourceKey> foreignSources() {
        return sources().stream().filter(SourceKey::isForeign).toList();
    }

    /** The files of the plan, with how damage in them is taken. */
    public List<ImageFile> files() {
        return plan == null ? List.of() : PlanSources.files(plan);
    }

    /** The vector images of the plan. */
    public List<ImageFile> vectorFiles() {
        return plan == null ? List.of() : PlanSources.vectors(plan);
    }

    /** The same request with another plan, made of other objects. */
    PlannedRequest with(ImagePlan newPlan, List<ResolvedObject> newObjects) {
        return new PlannedRequest(summary, newPlan, newObjects, varying, cache, details, standIns);
    }

    /** The entries of font maps that the plan's texts can need. */
    public List<FontRecord> fonts() {
        return plan == null ? List.of() : PlanSources.fonts(plan);
    }

    /** The color profiles of catalogs that the plan's images can need. */
    public List<SourceKey> profiles() {
        return plan == null ? List.of() : PlanSources.profiles(plan);
    }

    /** Whether a file is asked for by its path instead of by a record, be it drawn or a mask. */
    public boolean pathBasedAccess() {
        for (ResolvedObject object : objects) {
            if (object.record() == null && !object.isEmpty()) {
                return true;
            }
        }
        for (SourceKey file : sources()) {
            if (!file.fromCatalog() && !file.isForeign()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether the reply never changes, so that whoever has it needs no other, whatever has become of the files. A request for a look at
     * the files gets one; and no catalog can say so of images of other servers.
     *
     * <p>Source: the reference's page on catalog::Expiration.
     */
    public boolean neverChanges() {
        return cache.equals(CacheChoice.ON)
                && summary.type().lifetime() == RequestType.Lifetime.IMAGE
                && freshness().maxAge().equals(Syntaxes.NEVER_EXPIRES)
                && !(details instanceof RequestDetails.OfVectors)
                && foreignSources().isEmpty();
    }

    /** The records and files that the reply depends on, by name. */
    public List<String> objectNames() {
        return objects.stream()
                .filter(object -> !object.isEmpty())
                .map(ResolvedObject::qualifiedName)
                .distinct()
                .toList();
    }

    /** The records that the reply depends on. */
    public List<CatalogRecord> records() {
        return objects.stream()
                .<CatalogRecord>mapMulti((object, sink) -> {
                    if (object.record() != null) {
                        sink.accept(object.record());
                    }
                })
                .distinct()
                .toList();
    }

    /** Whether a catalog that has a part in the reply serves some clients only. */
    public boolean isForSomeClients() {
        return Stream.concat(Stream.of(summary.catalog()), objects.stream().map(ResolvedObject::catalog))
                .anyMatch(
                        catalog -> catalog.get(Attributes.CLIENT_ADDRESS_FILTER).restricts());
    }

    /** How long the reply may be kept: images as long as the first of their layers to expire. */
    public Freshness freshness() {
        if (!cache.client()) {
            return Freshness.NO_STORE;
        }
        return switch (summary.type().lifetime()) {
            case NONE -> Freshness.NO_STORE;
            case NON_IMAGE -> Freshness.of(summary.catalog().get(Attributes.NON_IMG_EXPIRATION));
            case IMAGE ->
                Freshness.of(objects.stream()
                        .map(PlannedRequest::expiration)
                        .min(Comparator.naturalOrder())
                        .orElseGet(() -> summary.catalog().get(Attributes.EXPIRATION)));
        };
    }

    /** How long the reply may be kept when it is a default image: its own record's lifetime, else that of default images. */
    public Freshness freshnessAsDefaultImage() {
        if (!cache.client()) {
            return Freshness.NO_STORE;
        }
        return Freshness.of(records().stream()
                .filter(record -> record.has(RecordFields.EXPIRATION))
                .map(record -> record.get(RecordFields.EXPIRATION))
                .min(Comparator.naturalOrder())
                .orElseGet(() -> summary.catalog().get(Attributes.DEFAULT_EXPIRATION)));
    }

    private static Duration expiration(ResolvedObject object) {
        return object.record() == null
                ? object.catalog().get(Attributes.EXPIRATION)
                : object.record().get(RecordFields.EXPIRATION);
    }
}

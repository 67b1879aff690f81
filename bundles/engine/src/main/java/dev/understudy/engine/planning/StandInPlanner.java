package dev.understudy.engine.planning;

import dev.understudy.catalog.Attribute;
import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.Catalogs;
import dev.understudy.engine.command.Commands;
import dev.understudy.engine.command.RequestType;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.request.DefaultImage;
import dev.understudy.engine.request.DefaultImages;
import dev.understudy.engine.request.ImageRequest;
import dev.understudy.engine.request.ObjectRequest;
import dev.understudy.engine.request.RawRequest;
import dev.understudy.engine.request.RequestReader;
import dev.understudy.engine.request.RequestSummary;
import dev.understudy.engine.request.ResolvedObject;
import dev.understudy.failure.ServeException;
import dev.understudy.image.PixelSize;
import dev.understudy.protocol.syntax.PercentCoding;
import dev.understudy.source.SourceKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Plans what stands in for a request that failed. Nothing of the failed request is used but what makes sense on its own.
 *
 * <p>Source: the reference's pages on defaultImage, DefaultImageMode and ErrorImage.
 */
public final class StandInPlanner {

    /** How long a side a failed request may ask an error image to have where its catalog sets no limit. */
    private static final int ERROR_IMAGE_SIDE = 2000;

    /** How many characters of a variable an error image shows. */
    private static final int SHOWN = 1000;

    private StandInPlanner() {}

    /**
     * The default image instead of the whole request; it keeps wid, hei, dpr, fmt, qlt and cache, and is a thumbnail where one was
     * asked for.
     *
     * @param image that of the request itself, or of a request nested in it
     * @param raw the failed request; its own {@code defaultImage=} may name no more than it may use
     * @throws ServeException when it cannot be read
     */
    public static PlannedRequest defaultImage(RequestSummary failed, DefaultImage image, RawRequest raw)
            throws ServeException {
        ObjectRequest named = new ObjectRequest(
                image.object(),
                image.configured(),
                base(image, raw.catalogs()),
                failed.catalog(),
                "",
                query(failed.kept()),
                Map.of(),
                false);
        ImageRequest request = RequestReader.read(named, raw.catalogs(), raw.policy());
        return whole(failed, request, ImagePlanner.of(request, NegotiationContext.of(raw), failed.type()));
    }

    /**
     * The error image. It keeps wid, hei, dpr and fmt of the failed request unless it has its own, or they are too large; in
     * place of a thumbnail it is as large as one. All of its text can be read.
     *
     * @param raw the failed request
     * @param variables what its texts may refer to, by name without dollar signs
     * @throws ServeException when there is none or it cannot be read
     */
    public static PlannedRequest errorImage(RequestSummary failed, RawRequest raw, Map<String, String> variables)
            throws ServeException {
        String object = failed.catalog().get(Attributes.ERROR_IMAGE);
        Map<String, String> printable = new HashMap<>();
        variables.forEach((name, value) -> printable.put(name, printable(value)));
        Catalog base = base(failed.catalog(), Attributes.ERROR_IMAGE, raw.catalogs());
        ObjectRequest named = new ObjectRequest(
                object, true, base, failed.catalog(), query(keptByErrorImage(failed)), "", printable, false);
        ImageRequest request = RequestReader.read(named, raw.catalogs(), raw.policy());
        ImagePlanner.Outcome outcome =
                ImagePlanner.image(request, NegotiationContext.of(raw).withoutPixelRatio());
        return whole(
                failed,
                request,
                new ImagePlanner.Outcome(ErrorTextFitting.of(outcome.plan()), outcome.objects(), outcome.varying()));
    }

    /**
     * The catalog whose records and root path the object in an attribute is looked up with: the one that says it, so that it is the
     * same object for all catalogs that inherit it.
     *
     * <p>Source: the reference's pages on DefaultImage and Watermark; they name the two catalogs, not which one an inherited path
     * belongs to.
     */
    static Catalog base(Catalog catalog, Attribute<String> attribute, Catalogs catalogs) {
        return catalog.inherits(attribute) ? catalogs.defaultCatalog() : catalog;
    }

    private static Catalog base(DefaultImage image, Catalogs catalogs) {
        return image.configured() ? base(image.catalog(), Attributes.DEFAULT_IMAGE, catalogs) : image.catalog();
    }

    private static String printable(String value) {
        String shown = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
        return shown.codePoints()
                .map(c -> Character.isISOControl(c) && c != '\n' ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /**
     * The request with default images in place of an image that is not there; its layers keep everything else.
     *
     * @param missing the file
     * @param raw the request
     * @return empty when no default image is set, or the file belongs to the default image itself
     * @throws ServeException when the default image cannot be read
     */
    public static Optional<PlannedRequest> substitute(PlannedRequest planned, SourceKey missing, RawRequest raw)
            throws ServeException {
        ImagePlan plan = planned.plan();
        if (plan == null || planned.defaultImage(missing).isEmpty()) {
            return Optional.empty();
        }
        Substitution substitution = new Substitution(missing, image -> nested(image, raw));
        ImagePlan mended = substitution.apply(plan, planned.summary().defaultImages());
        Catalog main = planned.summary().catalog();
        Catalog limited = raw.policy().limited(main);
        if (!limited.get(Attributes.WATERMARK).equals(main.get(Attributes.WATERMARK))) {
            // a rule takes the mark from the object in the path alone, and the client has named another one
            return Optional.empty();
        }
        PixelSize room = limited.get(Attributes.MAX_PIX);
        if (!room.equals(main.get(Attributes.MAX_PIX))) {
            mended = mended.with(mended.layers(), mended.view().withMaxPix(room));
        }
        List<ResolvedObject> objects = new ArrayList<>(planned.objects());
        objects.addAll(substitution.objects());
        Set<SourceKey> standIns = new HashSet<>(planned.standIns());
        standIns.addAll(substitution.sources());
        return Optional.of(new PlannedRequest(
                planned.summary(), mended, objects, planned.varying(), planned.cache(), RequestDetails.NONE, standIns));
    }

    /** A default image that becomes part of another image. */
    private static ImagePlanner.Outcome nested(DefaultImage image, RawRequest raw) throws ServeException {
        ObjectRequest named = new ObjectRequest(
                image.object(),
                image.configured(),
                base(image, raw.catalogs()),
                image.catalog(),
                "",
                "",
                Map.of(),
                true);
        return ImagePlanner.nested(RequestReader.read(named, raw.catalogs(), raw.policy()));
    }

    private static PlannedRequest whole(RequestSummary failed, ImageRequest request, ImagePlanner.Outcome outcome) {
        RequestSummary summary = new RequestSummary(
                RequestType.IMG,
                failed.form(),
                failed.catalog(),
                request.object(),
                DefaultImages.NONE,
                failed.kept(),
                failed.cache());
        return new PlannedRequest(
                summary,
                outcome.plan(),
                outcome.objects(),
                outcome.varying(),
                failed.cache(),
                RequestDetails.NONE,
                Set.copyOf(PlanSources.of(outcome.plan())));
    }

    private static Map<String, String> keptByErrorImage(RequestSummary failed) {
        Map<String, String> kept = new HashMap<>(failed.kept());
        kept.remove(Commands.QLT.name());
        if (failed.type() == RequestType.TMB) {
            PixelSize thumbnail = failed.catalog().get(Attributes.DEFAULT_THUMB_PIX);
            putIfPositive(Commands.WID.name(), thumbnail.width(), kept);
            putIfPositive(Commands.HEI.name(), thumbnail.height(), kept);
        }
        PixelSize max = failed.catalog().get(Attributes.MAX_PIX);
        removeBeyond(max.width(), Commands.WID.name(), kept);
        removeBeyond(max.height(), Commands.HEI.name(), kept);
        return kept;
    }

    private static void putIfPositive(String name, int value, Map<String, String> kept) {
        if (value > 0) {
            kept.putIfAbsent(name, Integer.toString(value));
        }
    }

    /** Takes away a side that is too long; or the pixel ratio, where that is what makes it too long. */
    private static void removeBeyond(int max, String name, Map<String, String> kept) {
        int limit = max == 0 ? ERROR_IMAGE_SIDE : max;
        int length = Integer.parseInt(kept.getOrDefault(name, "0").strip());
        if (length > limit) {
            kept.remove(name);
        } else if (length * ratio(kept) > limit) {
            kept.remove(Commands.DPR.name());
        }
    }

    private static double ratio(Map<String, String> kept) {
        String value = kept.get(Commands.DPR.name());
        return value == null
                ? 1
                : Commands.DPR.spellings().get(0).syntax().parse(value).value();
    }

    private static String query(Map<String, String> commands) {
        return commands.entrySet().stream()
                .map(command -> command.getKey() + "=" + PercentCoding.encode(command.getValue()))
                .sorted()
                .collect(Collectors.joining("&"));
    }
}

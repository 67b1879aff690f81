package dev.understudy.engine.planning;

import dev.understudy.engine.command.Commands;
import dev.understudy.engine.command.RequestType;
import dev.understudy.engine.mediaset.MediaSet;
import dev.understudy.engine.mediaset.MediaSetPlanner;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.request.Assignment;
import dev.understudy.engine.request.CommandValues;
import dev.understudy.engine.request.ObjectRequest;
import dev.understudy.engine.request.RawRequest;
import dev.understudy.engine.request.ReadRequest;
import dev.understudy.engine.request.RequestReader;
import dev.understudy.engine.request.ResolvedObject;
import dev.understudy.failure.ErrorForm.PropertySyntax;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.command.CacheChoice;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plans requests for sets: of whatever can be in a set, and of videos. */
final class SetRequestPlanner {

    private SetRequestPlanner() {}

    /** Plans a request for a set, or for the videos of one. */
    static PlannedRequest of(ReadRequest read) throws ServeException {
        CommandValues values = read.request().values().global();
        Assignment text = values.assignment(Commands.IMAGE_SET);
        MediaSet set = MediaSetPlanner.of(read.raw(), text == null ? null : text.raw());
        return new PlannedRequest(
                read.summary(),
                null,
                set.images(),
                Set.of(),
                values.get(Commands.CACHE, CacheChoice.ON),
                details(read, set, text == null, values),
                Set.of());
    }

    private static RequestDetails details(ReadRequest read, MediaSet set, boolean ofPath, CommandValues values)
            throws ServeException {
        RawRequest raw = read.raw();
        return read.summary().type() == RequestType.MBR_SET
                ? new RequestDetails.OfVideos(
                        set, format(values, read.summary().form().syntax()))
                : new RequestDetails.OfSet(
                        set,
                        templates(set, ofPath ? raw.with(raw.policy().ofPath()) : raw),
                        values.get(Commands.LABEL_KEY, ""));
    }

    private static VideoListFormat format(CommandValues values, PropertySyntax syntax) throws ServeException {
        @Nullable Assignment format = values.assignment(Commands.FMT);
        if (format == null) {
            return syntax == PropertySyntax.XML ? VideoListFormat.F4M : VideoListFormat.M3U8;
        }
        return switch (format.value().strip().toLowerCase(Locale.ROOT)) {
            case "m3u8" -> VideoListFormat.M3U8;
            case "f4m" -> VideoListFormat.F4M;
            default -> throw values.invalid(Commands.FMT, "m3u8 or f4m");
        };
    }

    /** The images of records without a file, at full size. */
    private static Map<String, ImagePlan> templates(MediaSet set, RawRequest raw) throws ServeException {
        Map<String, ImagePlan> templates = new HashMap<>();
        for (ResolvedObject image : set.images()) {
            String name = image.qualifiedName();
            if (image.source() == null && image.record() != null && !templates.containsKey(name)) {
                ObjectRequest whole = new ObjectRequest(
                        image.name(), false, image.catalog(), image.catalog(), "", "scl=1", Map.of(), false);
                templates.put(
                        name,
                        ImagePlanner.of(
                                        RequestReader.read(whole, raw.catalogs(), raw.policy()),
                                        NegotiationContext.of(raw),
                                        RequestType.PROPS)
                                .plan());
            }
        }
        return templates;
    }
}

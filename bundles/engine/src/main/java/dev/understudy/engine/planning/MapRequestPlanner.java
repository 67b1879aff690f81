package dev.understudy.engine.planning;

import dev.understudy.catalog.CatalogRecord;
import dev.understudy.catalog.RecordFields;
import dev.understudy.engine.command.Command;
import dev.understudy.engine.command.Commands;
import dev.understudy.engine.command.RequestType;
import dev.understudy.engine.imagemap.AreaReader;
import dev.understudy.engine.imagemap.ImageMap;
import dev.understudy.engine.imagemap.LayerMaps;
import dev.understudy.engine.request.Assignment;
import dev.understudy.engine.request.CommandValues;
import dev.understudy.engine.request.ImageRequest;
import dev.understudy.engine.request.LayerSource;
import dev.understudy.engine.request.ReadRequest;
import dev.understudy.engine.request.ResolvedObject;
import dev.understudy.failure.ErrorForm.PropertySyntax;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.command.CacheChoice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which image maps a request puts together.
 *
 * <p>Source: the reference's pages on map and req=map.
 */
final class MapRequestPlanner {

    /** Commands beside which a record's map is given as it is written. */
    private static final Set<Command<?>> WITHOUT_MEANING =
            Set.of(Commands.REQ, Commands.ID, Commands.HANDLER, Commands.CACHE, Commands.LOCALE);

    /** The spelling for areas in the coordinates of the layer. */
    private static final String PLACED = Commands.MAP.name();

    private MapRequestPlanner() {}

    /** Plans a request for an image map. */
    static PlannedRequest of(ReadRequest.Readable read) throws ServeException {
        ImageRequest request = read.request();
        CacheChoice cache = request.values().global().get(Commands.CACHE, CacheChoice.ON);
        RequestDetails written = written(request, read.summary().form().syntax());
        if (written != null) {
            return new PlannedRequest(
                    read.summary(), null, List.of(request.object()), Set.of(), cache, written, Set.of());
        }
        ImagePlanner.Outcome image = ImagePlanner.of(request, NegotiationContext.of(read.raw()), RequestType.MAP);
        return new PlannedRequest(
                read.summary(),
                image.plan(),
                image.objects(),
                image.varying(),
                cache,
                new RequestDetails.OfMaps(maps(request)),
                Set.of());
    }

    /** The map as the record in the path has it, if that is all that is asked for; null for a map that is put together. */
    private static RequestDetails.@Nullable WrittenMap written(ImageRequest request, PropertySyntax syntax)
            throws ServeException {
        CatalogRecord record = request.object().record();
        boolean bare = request.template() == null
                && request.assignments().stream()
                        .allMatch(assignment -> WITHOUT_MEANING.contains(assignment.command()));
        if (record == null || request.object().source() == null || !bare) {
            return null;
        }
        return new RequestDetails.WrittenMap(
                record.get(RecordFields.MAP), syntax == PropertySyntax.TEXT ? ImageMap.EMPTY : of(record));
    }

    /** The maps of a request. */
    private static LayerMaps maps(ImageRequest request) throws ServeException {
        Map<Integer, LayerMaps.OfLayer> layers = new HashMap<>();
        for (Map.Entry<Integer, CommandValues> layer : request.values().layers().entrySet()) {
            LayerMaps.OfLayer map = map(layer.getKey(), layer.getValue(), request);
            if (map != null) {
                layers.put(layer.getKey(), map);
            }
        }
        Assignment behind = given(request.values().composite(), request);
        return new LayerMaps(layers, behind == null ? ImageMap.EMPTY : read(behind));
    }

    private static LayerMaps.@Nullable OfLayer map(int number, CommandValues values, ImageRequest request)
            throws ServeException {
        Assignment given = given(values, request);
        if (given != null) {
            return new LayerMaps.OfLayer(read(given), given.spelling().equalsIgnoreCase(PLACED), null);
        }
        if (!values.get(Commands.TEXT, values.get(Commands.TEXT_PS, "")).isEmpty()) {
            return null;
        }
        LayerSource source = request.sources().get(number);
        if (source instanceof LayerSource.Nested nested) {
            return new LayerMaps.OfLayer(ImageMap.EMPTY, false, maps(nested.request()));
        }
        ResolvedObject object = source instanceof LayerSource.Named named
                ? named.object()
                : number == 0 && source == null && request.template() == null ? request.object() : null;
        CatalogRecord record = object == null ? null : object.record();
        return record == null ? null : new LayerMaps.OfLayer(of(record), false, null);
    }

    /** What is said of the map of a layer: in layer coordinates, else in those of the source. */
    private static @Nullable Assignment given(CommandValues values, ImageRequest request) {
        Assignment given = null;
        for (Assignment assignment : request.assignments()) {
            boolean ofLayer =
                    assignment.command() == Commands.MAP && request.values().of(assignment) == values;
            boolean placed = assignment.spelling().equalsIgnoreCase(PLACED);
            if (ofLayer && (given == null || placed || !given.spelling().equalsIgnoreCase(PLACED))) {
                given = assignment;
            }
        }
        return given;
    }

    private static ImageMap read(Assignment given) throws ServeException {
        CommandValues one = new CommandValues();
        one.add(given);
        return one.get(Commands.MAP, ImageMap.EMPTY);
    }

    private static ImageMap of(CatalogRecord record) throws ServeException {
        try {
            return AreaReader.read(record.get(RecordFields.MAP));
        } catch (IllegalArgumentException e) {
            throw new ServeException(new Failure.Malformed(
                    RecordFields.MAP + " of '" + record.id() + "' is not what it should be: " + AreaReader.ALLOWED));
        }
    }
}

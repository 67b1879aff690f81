package dev.understudy.engine.planning;

import dev.understudy.catalog.Support;
import dev.understudy.engine.codec.OutputFormats;
import dev.understudy.engine.command.Commands;
import dev.understudy.engine.command.FormatChoice;
import dev.understudy.engine.command.ReqValue;
import dev.understudy.engine.command.RequestType;
import dev.understudy.engine.request.Assignment;
import dev.understudy.engine.request.CommandValues;
import dev.understudy.engine.request.ImageRequest;
import dev.understudy.engine.request.RawRequest;
import dev.understudy.engine.request.ReadRequest;
import dev.understudy.engine.request.RequestReader;
import dev.understudy.engine.request.RequestSummary;
import dev.understudy.engine.request.RequestSyntax;
import dev.understudy.engine.request.ResolvedObject;
import dev.understudy.engine.request.ResolvedRequestWriter;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.command.CacheChoice;
import dev.understudy.serve.NegotiatedHeader;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Says what is to be done about a request that was read. Opens no file; only the access policy may look whether one is there.
 * What stands in for a request that failed is planned by {@link StandInPlanner}.
 */
public final class RequestPlanner {

    /** Types that look at the path alone: the reference has them ignore all other commands, broken ones too. */
    private static final Set<RequestType> OF_PATH = EnumSet.of(
            RequestType.EXISTS,
            RequestType.USERDATA,
            RequestType.IMAGEPROPS,
            RequestType.CATALOGPROPS,
            RequestType.IMAGESET,
            RequestType.TARGETS,
            RequestType.XMP);

    /** Types that tell of sets, whose names are looked up in another way than those of images. */
    private static final Set<RequestType> OF_SETS = EnumSet.of(RequestType.SET, RequestType.MBR_SET);

    /** Types that tell of records and catalogs alone: that can be told of any path, since no file of it is used. */
    private static final Set<RequestType> OF_RECORDS = EnumSet.of(RequestType.EXISTS, RequestType.CATALOGPROPS);

    /** What is wrong with a name that is none of an image. */
    private static final Set<FailureKind> OF_NAMES =
            EnumSet.of(FailureKind.OBJECT_UNKNOWN, FailureKind.REQUEST_REFUSED);

    /** Types that tell of the image that would be drawn. */
    private static final Set<RequestType> TELLING_OF_IMAGES =
            EnumSet.of(RequestType.LOADCACHE, RequestType.MAP, RequestType.PROPS, RequestType.EXPLAIN);

    private RequestPlanner() {}

    /**
     * Plans a request.
     *
     * @throws ServeException when it could not be read, or cannot be served
     */
    public static PlannedRequest plan(ReadRequest read) throws ServeException {
        if (read instanceof ReadRequest.Readable readable) {
            return readable.raw().isIdentity() ? of(readable.summary(), List.of()) : plan(readable);
        }
        if (read instanceof ReadRequest.Broken broken) {
            return plan(broken);
        }
        ReadRequest.Refused refused = (ReadRequest.Refused) read;
        if (refused.admitted() && refused.otherwise().get() instanceof ReadRequest.Broken broken) {
            return plan(broken);
        }
        throw new ServeException(refused.failure());
    }

    /** The headers of the request that its answer depends on, whatever that is. */
    public static Set<NegotiatedHeader> varying(ReadRequest read) {
        RequestType type = read.summary().type();
        if (!type.isImage() && !TELLING_OF_IMAGES.contains(type)) {
            return Set.of();
        }
        try {
            return NegotiationContext.of(read.raw()).adaptation(read.request()).varying();
        } catch (ServeException e) {
            // Such a request fails in the same way for all clients.
            return Set.of();
        }
    }

    private static PlannedRequest plan(ReadRequest.Readable read) throws ServeException {
        ImageRequest request = read.request();
        RequestType type = type(request);
        return switch (type) {
            case EXISTS, USERDATA, IMAGEPROPS, CATALOGPROPS, IMAGESET, TARGETS, XMP ->
                ofPath(type, read.raw(), read.summary());
            case SET, MBR_SET -> SetRequestPlanner.of(read);
            case MAP -> MapRequestPlanner.of(read);
            case MESSAGE -> message(read);
            case XLATE -> TranslationPlanner.of(read.raw(), read.summary());
            case SAVE_TO_FILE -> SavePlanner.of(read);
            case VALIDATE -> validated(read.syntax(), read.raw().formats(), read.summary());
            case RESOLVE ->
                of(read.summary(), List.of(), new RequestDetails.Resolved(ResolvedRequestWriter.of(request)));
            default -> drawn(read, image(request, read.raw(), type));
        };
    }

    private static ImagePlanner.Outcome image(ImageRequest request, RawRequest raw, RequestType type)
            throws ServeException {
        ImagePlanner.Outcome image = ImagePlanner.of(request, NegotiationContext.of(raw), type);
        return WatermarkPlanner.marks(type) ? WatermarkPlanner.marked(image, request.catalog(), raw) : image;
    }

    private static PlannedRequest plan(ReadRequest.Broken read) throws ServeException {
        RequestType type = type(read.request());
        if (type == RequestType.VALIDATE) {
            return validated(read.syntax(), read.raw().formats(), read.summary());
        }
        if (type == RequestType.MESSAGE) {
            return message(read);
        }
        if (type == RequestType.XLATE) {
            return TranslationPlanner.of(read.raw(), read.summary());
        }
        if (OF_PATH.contains(type)) {
            return ofPath(type, read.raw(), read.summary());
        }
        if (OF_SETS.contains(type) && OF_NAMES.contains(read.failure().kind())) {
            return SetRequestPlanner.of(read);
        }
        throw new ServeException(read.failure());
    }

    private static RequestType type(ImageRequest request) throws ServeException {
        CommandValues values = request.values().global();
        ReqValue asked = values.get(Commands.REQ, request.catalog());
        if (asked.type().support() == Support.NONE) {
            throw new ServeException(new Failure.Unsupported(
                    "req=" + asked.type().value() + " is not supported; these are: " + RequestType.working()));
        }
        values.get(Commands.HANDLER);
        return asked.type();
    }

    private static PlannedRequest ofPath(RequestType type, RawRequest raw, RequestSummary summary)
            throws ServeException {
        ResolvedObject object = RequestReader.object(OF_RECORDS.contains(type) ? raw.forRecords() : raw);
        return of(summary, object.isEmpty() ? List.of() : List.of(object));
    }

    private static PlannedRequest validated(RequestSyntax syntax, OutputFormats formats, RequestSummary summary)
            throws ServeException {
        for (Assignment assignment : syntax.assignments()) {
            CommandValues one = new CommandValues();
            one.add(assignment);
            one.get(assignment.command());
            FormatChoice format = one.get(Commands.FMT);
            if (format != null) {
                formats.resolve(format);
            }
        }
        return of(summary, List.of());
    }

    private static PlannedRequest message(ReadRequest read) throws ServeException {
        String text = read.request().values().global().get(Commands.MESSAGE, "");
        return of(read.summary(), List.of(), new RequestDetails.Message(text));
    }

    private static PlannedRequest of(RequestSummary summary, List<ResolvedObject> objects) {
        return of(summary, objects, RequestDetails.NONE);
    }

    private static PlannedRequest of(RequestSummary summary, List<ResolvedObject> objects, RequestDetails details) {
        return new PlannedRequest(summary, null, objects, Set.of(), CacheChoice.ON, details, Set.of());
    }

    private static PlannedRequest drawn(ReadRequest.Readable read, ImagePlanner.Outcome outcome) throws ServeException {
        ImageRequest request = read.request();
        CacheChoice cache = request.values().global().get(Commands.CACHE, request.catalog());
        return new PlannedRequest(
                read.summary(),
                outcome.plan(),
                outcome.objects(),
                outcome.varying(),
                cache,
                PlanSources.hasVectors(outcome.plan()) ? new RequestDetails.OfVectors(read.raw()) : RequestDetails.NONE,
                Set.of());
    }
}

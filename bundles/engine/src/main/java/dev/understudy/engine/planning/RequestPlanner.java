package dev.understudy.engine.planning;

import dev.understudy.catalog.Catalogs;
import dev.understudy.catalog.Support;
import dev.understudy.engine.command.Commands;
import dev.understudy.engine.command.ReqValue;
import dev.understudy.engine.command.RequestType;
import dev.understudy.engine.request.Assignment;
import dev.understudy.engine.request.ImageRequest;
import dev.understudy.engine.request.LenientReader;
import dev.understudy.engine.request.RequestReader;
import dev.understudy.engine.request.RequestSyntax;
import dev.understudy.engine.request.ResolvedObject;
import dev.understudy.engine.request.ResolvedRequestWriter;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.admission.AccessPolicy;
import dev.understudy.protocol.admission.Admission;
import dev.understudy.protocol.admission.AdmissionResult;
import dev.understudy.protocol.command.CacheChoice;
import dev.understudy.protocol.syntax.ObjectName;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From a request's path and query to what is to be done. It opens no file; only the access policy may look whether one is there. What stands in for a request that failed is
 * planned by {@link StandInPlanner}.
 */
public final class RequestPlanner {

    /** Types that look at the path alone: the reference has them ignore all other commands, broken ones too. */
    private static final Set<RequestType> OF_PATH =
            EnumSet.of(RequestType.EXISTS, RequestType.USERDATA, RequestType.IMAGEPROPS, RequestType.CATALOGPROPS);

    private RequestPlanner() {}

    /** What is known of a request even when it is broken. Throws nothing. */
    public static RequestSummary outline(String path, @Nullable String query, Catalogs catalogs, AccessPolicy policy) {
        return RequestSummarizer.outline(LenientReader.of(path, query, catalogs, policy));
    }

    /** What is known of a request that is refused: how to say so, and nothing of what it names. Throws nothing. */
    public static RequestSummary outlineOfRefused(String path, @Nullable String query, Catalogs catalogs) {
        return RequestSummarizer.outline(LenientReader.ofRefused(path, query, catalogs));
    }

    /**
     * Plans a request.
     *
     * @param path what follows the mount, still encoded
     * @param admission the request's way in, with its query
     * @throws ServeException when it cannot be read or served
     */
    public static PlannedRequest plan(String path, AdmissionResult admission, Catalogs catalogs) throws ServeException {
        requireCatalog(path, admission, catalogs);
        if (isIdentity(path, admission.query())) {
            return of(outline(path, "req=props", catalogs, admission.policy()), List.of());
        }
        ImageRequest request;
        try {
            request = RequestReader.read(path, admission.query(), catalogs, admission.policy());
        } catch (ServeException e) {
            ImageRequest sketch = LenientReader.of(path, admission.query(), catalogs, admission.policy());
            RequestType type = type(sketch);
            if (type == RequestType.VALIDATE) {
                return validated(path, admission, catalogs, sketch);
            }
            if (OF_PATH.contains(type)) {
                return ofPath(path, catalogs, sketch, policy(type, admission));
            }
            throw e;
        }
        return plan(path, admission, catalogs, request);
    }

    private static PlannedRequest plan(String path, AdmissionResult admission, Catalogs catalogs, ImageRequest request)
            throws ServeException {
        RequestType type = type(request);
        return switch (type) {
            case EXISTS, USERDATA, IMAGEPROPS, CATALOGPROPS -> ofPath(path, catalogs, request, policy(type, admission));
            case VALIDATE -> validated(path, admission, catalogs, request);
            case RESOLVE ->
                new PlannedRequest(
                        RequestSummarizer.outline(request),
                        null,
                        List.of(),
                        CacheChoice.ON,
                        ResolvedRequestWriter.of(request),
                        Set.of());
            default -> of(request, ImagePlanner.of(request, type));
        };
    }

    /** Requests without a catalog are for operators who want them; only the properties of the default catalog are for all. */
    private static void requireCatalog(String path, AdmissionResult admission, Catalogs catalogs)
            throws ServeException {
        if (!catalogs.allowsDefaultCatalogRequests()
                && outlineOfRefused(path, admission.query(), catalogs).type() != RequestType.CATALOGPROPS) {
            Admission.requireNamed(ObjectName.ofPath(path).catalog(catalogs), catalogs);
        }
    }

    /** Whether there is a record, and what a catalog says, can be told of any path: no file of it is used. */
    private static AccessPolicy policy(RequestType type, AdmissionResult admission) {
        boolean records = type == RequestType.EXISTS || type == RequestType.CATALOGPROPS;
        return records ? admission.policy().ofRecords() : admission.policy();
    }

    /** Nothing but the mount: the server is asked who it is. */
    private static boolean isIdentity(String path, @Nullable String query) {
        return (path.isEmpty() || path.equals("/")) && (query == null || query.isEmpty());
    }

    private static RequestType type(ImageRequest request) throws ServeException {
        CommandValues settings = CommandValuesByTarget.of(request).global();
        ReqValue asked = settings.get(Commands.REQ, request.catalog());
        if (asked.type().support() == Support.NONE) {
            throw new ServeException(new Failure.Unsupported(
                    "req=" + asked.type().value() + " is not supported; these are: " + RequestType.working()));
        }
        settings.get(Commands.HANDLER);
        return asked.type();
    }

    private static PlannedRequest ofPath(String path, Catalogs catalogs, ImageRequest request, AccessPolicy policy)
            throws ServeException {
        ResolvedObject object = RequestReader.object(path, catalogs, policy);
        return of(RequestSummarizer.outline(request), object.isEmpty() ? List.of() : List.of(object));
    }

    private static PlannedRequest validated(
            String path, AdmissionResult admission, Catalogs catalogs, ImageRequest request) throws ServeException {
        for (Assignment assignment : RequestSyntax.assignments(path, admission.query(), catalogs, admission.policy())) {
            CommandValues one = new CommandValues();
            one.add(assignment);
            if (assignment.command().works()) {
                one.get(assignment.command());
            }
        }
        return of(RequestSummarizer.outline(request), List.of());
    }

    private static PlannedRequest of(RequestSummary outline, List<ResolvedObject> objects) {
        return new PlannedRequest(outline, null, objects, CacheChoice.ON, "", Set.of());
    }

    private static PlannedRequest of(ImageRequest request, ImagePlanner.Outcome outcome) throws ServeException {
        CacheChoice cache = CommandValuesByTarget.of(request).global().get(Commands.CACHE, request.catalog());
        return new PlannedRequest(
                RequestSummarizer.outline(request), outcome.plan(), outcome.objects(), cache, "", Set.of());
    }
}

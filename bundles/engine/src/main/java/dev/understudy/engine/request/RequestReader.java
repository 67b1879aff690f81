package dev.understudy.engine.request;

import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.Catalogs;
import dev.understudy.engine.command.RequestType;
import dev.understudy.engine.plan.FilledVariable;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.admission.AccessPolicy;
import dev.understudy.protocol.admission.Admission;
import dev.understudy.protocol.syntax.ObjectName;
import dev.understudy.protocol.syntax.PercentCoding;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads requests, each once: whatever it comes to, readable, broken or refused, is made here from the same tokens.
 *
 * <p>Source: the reference's pages on syntax and image catalogs.
 */
public final class RequestReader {

    /** The query of a request for the mount alone. */
    private static final String IDENTITY = "req=props";

    private final RawRequest raw;
    private final ObjectResolver resolver;
    private final QueryText query;
    /** What the request starts from; null as long as its path has not been read. */
    private @Nullable ReadContext context;
    /** What the request is made of; null as long as that has not been read. */
    private @Nullable RequestTexts texts;

    private RequestReader(RawRequest raw, QueryText query) {
        this.raw = raw;
        this.resolver = new ObjectResolver(raw.catalogs(), raw.policy());
        this.query = query;
    }

    /**
     * Reads a request.
     *
     * @param refusal why it was not let in; null when it was
     */
    public static ReadRequest read(RawRequest raw, @Nullable Failure refusal) {
        QueryText query = new QueryText(raw.query());
        RequestReader reader = new RequestReader(raw, query);
        Failure refused = refusal == null ? reader.withoutCatalog() : refusal;
        if (refused == null) {
            try {
                reader = new RequestReader(RequestLocale.localized(raw, query), query);
            } catch (ServeException e) {
                refused = e.failure();
            }
        }
        return refused == null ? reader.read() : reader.refused(refused, false, reader::read);
    }

    /**
     * Reads a request for an object that has no path of its own.
     *
     * @param policy what the request may use; it does not matter where a catalog names the object
     * @throws ServeException when the request cannot be read, or names a template that is not there, or something that it may
     *     not use
     */
    public static ImageRequest read(ObjectRequest named, Catalogs catalogs, AccessPolicy policy) throws ServeException {
        ObjectResolver resolver =
                new ObjectResolver(catalogs, named.configured() ? policy.ofConfigured() : policy.besidesPath());
        ResolvedObject resolved = resolver.inCommand(new ObjectName(named.object()), named.base(), named.configured());
        ReadContext context = new ReadContext(
                named.catalog(),
                resolved,
                PercentCoding.encode(named.object()),
                named.defaults(),
                new QueryText(named.commands()),
                encoded(named.variables()),
                named.nested() ? 1 : 0);
        return new RequestAssembler(resolver).assemble(context, RequestTexts.of(context, resolver));
    }

    /**
     * Reads a request that a vector image takes an image from; variables in its path are filled in, those in its query are its own to
     * fill in.
     *
     * @param request what follows the mount
     * @param variables what the request around it has filled into the file
     * @param raw the request around it
     * @throws ServeException as above
     */
    public static ImageRequest embedded(String request, List<FilledVariable> variables, RawRequest raw)
            throws ServeException {
        ResolvedObject nothing = ResolvedObject.nothingIn(raw.namedCatalog());
        ReadContext around = new ReadContext(nothing.catalog(), nothing, "", "", new QueryText(null), Map.of(), 0);
        Variables values = new Variables();
        Map<String, String> given = new HashMap<>();
        for (FilledVariable variable : variables) {
            given.put(variable.name(), PercentCoding.encode(variable.value()));
            values.define(variable.name(), given.get(variable.name()), Variables.Rank.REQUEST, 0);
        }
        int query = request.indexOf('?') < 0 ? request.length() : request.indexOf('?');
        String path = values.fillIn(request.substring(0, query), Variables.Rank.POSTMODIFIER, 0, new ExpansionBudget());
        RequestAssembler assembler = new RequestAssembler(
                new ObjectResolver(raw.catalogs(), raw.policy().besidesPath()));
        return assembler.within(path + request.substring(query), around, given, 0);
    }

    /**
     * What the path of a request names.
     *
     * @throws ServeException when it cannot be read or may not be used
     */
    public static ResolvedObject object(RawRequest raw) throws ServeException {
        return object(raw, new ObjectResolver(raw.catalogs(), raw.policy()));
    }

    /**
     * What a name in a text of a request or a record comes to, as a command's would.
     *
     * @param main the catalog that the name belongs to if it begins with none
     * @param raw the request that is to use it
     * @throws ServeException when it cannot be read or may not be used
     */
    public static ResolvedObject named(String name, Catalog main, RawRequest raw) throws ServeException {
        return new ObjectResolver(raw.catalogs(), raw.policy()).inCommand(new ObjectName(name), main, false);
    }

    private static ResolvedObject object(RawRequest raw, ObjectResolver resolver) throws ServeException {
        return resolver.inPath(ObjectName.ofPath(raw.path()), raw.catalogs().defaultCatalog());
    }

    /** Requests without a catalog are for operators who want them; only the properties of the default catalog are for all. */
    private @Nullable Failure withoutCatalog() {
        try {
            Admission.requireNamed(raw.namedCatalog(), raw.catalogs());
            return null;
        } catch (ServeException e) {
            return bare().type() == RequestType.CATALOGPROPS ? null : e.failure();
        }
    }

    private ReadRequest read() {
        try {
            ReadContext path = context();
            context = path;
            RequestTexts gathered = RequestTexts.of(path, resolver);
            texts = gathered;
            ImageRequest request = new RequestAssembler(resolver).assemble(path, gathered.copy());
            return new ReadRequest.Readable(
                    raw, request, RequestSummarizer.summary(request, raw.formats()), RequestSyntax.of(path));
        } catch (Throwable e) {
            return broken(Failure.of(e));
        }
    }

    private ReadContext context() throws ServeException {
        ResolvedObject object = object(raw, resolver);
        return new ReadContext(
                object.catalog(),
                object,
                PercentCoding.encode(ObjectName.ofPath(raw.path()).text()),
                "",
                raw.isIdentity() ? new QueryText(IDENTITY) : query,
                Map.of(),
                0);
    }

    private ReadRequest broken(Failure failure) {
        ReadContext path = context;
        RequestSyntax syntax = path == null ? RequestSyntax.unreadable(failure) : RequestSyntax.of(path);
        ImageRequest known = path == null ? withoutObject() : LenientReader.ofBroken(path, texts);
        ReadRequest broken =
                new ReadRequest.Broken(raw, known, RequestSummarizer.summary(known, raw.formats()), failure, syntax);
        return failure.kind() == FailureKind.REQUEST_REFUSED ? refused(failure, true, () -> broken) : broken;
    }

    private ImageRequest withoutObject() {
        ResolvedObject nothing = ResolvedObject.nothingIn(raw.namedCatalog());
        ReadContext path = new ReadContext(nothing.catalog(), nothing, "", "", query, Map.of(), 0);
        try {
            return LenientReader.ofBroken(path, RequestTexts.of(path, resolver));
        } catch (ServeException e) {
            return LenientReader.ofBroken(path, null);
        }
    }

    private ReadRequest refused(Failure failure, boolean admitted, Supplier<ReadRequest> otherwise) {
        ImageRequest bare = LenientReader.ofRefused(raw.namedCatalog(), query);
        return new ReadRequest.Refused(
                raw, bare, RequestSummarizer.summary(bare, raw.formats()), failure, admitted, otherwise);
    }

    private RequestSummary bare() {
        return RequestSummarizer.summary(LenientReader.ofRefused(raw.namedCatalog(), query), raw.formats());
    }

    private static Map<String, String> encoded(Map<String, String> variables) {
        Map<String, String> encoded = new HashMap<>();
        variables.forEach((name, value) -> encoded.put(name.toLowerCase(Locale.ROOT), PercentCoding.encode(value)));
        return encoded;
    }
}

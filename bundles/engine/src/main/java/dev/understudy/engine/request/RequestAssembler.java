package dev.understudy.engine.request;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.CatalogRecord;
import dev.understudy.catalog.HintUse;
import dev.understudy.catalog.RecordFields;
import dev.understudy.engine.command.Command;
import dev.understudy.engine.command.Commands;
import dev.understudy.engine.command.IccChoice;
import dev.understudy.engine.command.Trait;
import dev.understudy.engine.plan.RequestedProfile;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.locale.Localization;
import dev.understudy.protocol.rule.RuledRequest;
import dev.understudy.protocol.syntax.NestedRequest;
import dev.understudy.protocol.syntax.ObjectName;
import dev.understudy.protocol.syntax.PercentCoding;
import dev.understudy.source.SourceKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts a request together from its texts. The modifier of its record or template, the query and the post-modifier are read in
 * turn, so that later commands override earlier ones; then the sources of the layers are looked up, and the modifiers of
 * their records come before everything else.
 *
 * <p>Source: the reference's pages on syntax, image catalogs, templates, and nesting.
 */
final class RequestAssembler {

    private final ObjectResolver resolver;
    /** How many requests there are, the outermost included. */
    private final AtomicInteger requests;

    RequestAssembler(ObjectResolver resolver) {
        this(resolver, new AtomicInteger(1));
    }

    private RequestAssembler(ObjectResolver resolver, AtomicInteger requests) {
        this.resolver = resolver;
        this.requests = requests;
    }

    /**
     * The request that some texts make.
     *
     * @param texts the texts; their budget pays for all that is filled in
     * @throws ServeException when the request cannot be read, or names something that is not there or that it may not use
     */
    ImageRequest assemble(ReadContext context, RequestTexts texts) throws ServeException {
        AssignmentBuilder builder = new AssignmentBuilder(texts, context.nested());
        List<Assignment> weakest = builder.assignments(texts.parts().get(0));
        List<Assignment> stronger = new ArrayList<>();
        for (RequestTexts.Part part : texts.parts().subList(1, texts.parts().size())) {
            stronger.addAll(builder.assignments(part));
        }
        SortedMap<Integer, LayerSource> sources = sources(stronger, true, context, texts);
        SortedMap<Integer, LayerSource> masks = sources(stronger, false, context, texts);
        for (Map.Entry<Integer, LayerSource> source : sources.entrySet()) {
            if (source.getValue() instanceof LayerSource.Named named
                    && named.object().record() != null) {
                weakest.addAll(ownModifier(source.getKey(), named.object().record(), texts, builder));
            }
        }
        weakest.addAll(stronger);
        weakest.addAll(postModifierOfLayerZero(sources, context, texts, builder));
        CommandValuesByTarget values = CommandValuesByTarget.of(weakest);
        RequestedProfile profile = outputProfile(values, context);
        return new ImageRequest(
                resolver.limited(context.catalog()),
                context.object(),
                texts.template(),
                weakest,
                values,
                sources,
                masks,
                profile,
                unused(builder, values, context.catalog()),
                texts.variables().filled(),
                context.nested());
    }

    /** What {@code src=} (or {@code mask=}) says where it prevails. */
    private SortedMap<Integer, LayerSource> sources(
            List<Assignment> assignments, boolean content, ReadContext context, RequestTexts texts)
            throws ServeException {
        Map<Integer, Assignment> last = new HashMap<>();
        for (Assignment assignment : assignments) {
            Command<?> command = assignment.command();
            boolean wanted = content ? command.is(Trait.LAYER_CONTENT) : command == Commands.MASK;
            if (wanted && !assignment.target().isEffect()) {
                last.put(Math.max(0, assignment.target().layer()), assignment);
            }
        }
        SortedMap<Integer, LayerSource> sources = new TreeMap<>();
        for (Map.Entry<Integer, Assignment> layer : last.entrySet()) {
            Command<?> command = layer.getValue().command();
            if (command == Commands.SRC || command == Commands.MASK) {
                sources.put(layer.getKey(), source(layer.getValue(), context, texts));
            }
        }
        return sources;
    }

    /** The modifiers without effect, among them those that ask for what the client says where nobody listens. */
    private static List<UnusedModifier> unused(
            AssignmentBuilder builder, CommandValuesByTarget values, Catalog catalog) {
        List<UnusedModifier> unused = new ArrayList<>(builder.unused());
        if (catalog.get(Attributes.CLIENT_HINTS) == HintUse.NONE) {
            Stream.of(Commands.DPR, Commands.NETWORK)
                    .map(values.global()::assignment)
                    .filter(assignment ->
                            assignment != null && assignment.value().strip().equalsIgnoreCase("on"))
                    .map(assignment -> UnusedModifier.of(UnusedModifier.Reason.HINTS_FORBIDDEN, assignment))
                    .forEach(unused::add);
        }
        Assignment locale = values.global().assignment(Commands.LOCALE);
        if (locale != null && !Localization.isUsedBy(catalog)) {
            unused.add(UnusedModifier.withoutLocales(locale.origin()));
        }
        unused.addAll(UnusedByType.of(values.global()));
        unused.addAll(UnusedPath.ofClip(values.composite()));
        for (CommandValues layer : values.layers().values()) {
            unused.addAll(UnusedText.of(layer));
            unused.addAll(UnusedPath.ofClip(layer));
            unused.addAll(UnusedPath.ofText(layer));
        }
        return unused;
    }

    private @Nullable RequestedProfile outputProfile(CommandValuesByTarget values, ReadContext context)
            throws ServeException {
        IccChoice choice = values.global().get(Commands.ICC);
        if (choice == null) {
            return null;
        }
        SourceKey file = resolver.profile(new ObjectName(choice.object()), context.catalog());
        return new RequestedProfile(choice.object(), file);
    }

    private LayerSource source(Assignment assignment, ReadContext context, RequestTexts texts) throws ServeException {
        NestedRequest embedding =
                NestedRequest.of(assignment.command().name(), assignment.raw().strip());
        if (embedding == null) {
            return new LayerSource.Named(resolver.inLayer(assignment, context));
        }
        return switch (embedding.kind()) {
            case IS ->
                new LayerSource.Nested(
                        nested(embedding.text(), context, texts.variables().forwarded()));
            case IR, FXG -> new LayerSource.Rendered(embedding.kind().name().toLowerCase(Locale.ROOT));
            case FOREIGN -> new LayerSource.Foreign(embedding.text());
        };
    }

    private ImageRequest nested(String text, ReadContext outer, Map<String, String> variables) throws ServeException {
        RequestLimits.check("The depth of nested requests", outer.depth() + 1, RequestLimits.NESTING_DEPTH);
        RequestLimits.check("The number of nested requests", requests.incrementAndGet(), RequestLimits.REQUESTS);
        return within(text, outer, variables, outer.depth() + 1);
    }

    /**
     * A request that stands within another one.
     *
     * @param text what follows the mount
     * @param variables names in lower case and encoded values of those that it is given
     * @param depth how many requests it is nested in; 0 for one that is answered as a whole
     */
    ImageRequest within(String text, ReadContext outer, Map<String, String> variables, int depth)
            throws ServeException {
        int question = text.indexOf('?');
        RuledRequest ruled = resolver.ruled(
                question < 0 ? text : text.substring(0, question),
                question < 0 ? null : text.substring(question + 1),
                outer.catalog());
        return new RequestAssembler(resolver.within(ruled), requests).within(ruled, outer, variables, depth);
    }

    private ImageRequest within(RuledRequest ruled, ReadContext outer, Map<String, String> variables, int depth)
            throws ServeException {
        ObjectName object = ObjectName.ofPath(ruled.path());
        boolean own = !object.text().isEmpty();
        boolean same = ruled.ruling().rootId().equals(outer.catalog().rootId());
        Catalog base = same ? ruled.ruling() : outer.catalog();
        ResolvedObject resolved = own ? resolver.inPath(object, base) : ResolvedObject.nothingIn(base);
        ReadContext inner = new ReadContext(
                resolved.catalog(),
                resolved,
                own ? PercentCoding.encode(object.text()) : outer.predefined(),
                "",
                new QueryText(ruled.query()),
                variables,
                depth);
        return assemble(inner, RequestTexts.of(inner, resolver));
    }

    private static List<Assignment> ownModifier(
            int layer, CatalogRecord record, RequestTexts texts, AssignmentBuilder builder) throws ServeException {
        RequestTexts.Part part =
                RequestTexts.modifier(record, RecordFields.MODIFIER, Variables.Rank.LAYER_MODIFIER, texts.budget());
        for (Token token : part.tokens()) {
            if (token instanceof Token.Setting setting && isOfTemplates(setting.command())) {
                throw new ServeException(new Failure.Malformed("src= names '" + record.id()
                        + "', whose modifier has " + setting.command() + "; it can be nested: src=is{" + record.id()
                        + "}"));
            }
        }
        return builder.layerAssignments(layer, part);
    }

    private static boolean isOfTemplates(Command<?> command) {
        return command == Commands.LAYER || command == Commands.SRC || command == Commands.MASK;
    }

    /** The post-modifier of the record that {@code src=} puts in the place of the path's, which has had its turn. */
    private static List<Assignment> postModifierOfLayerZero(
            SortedMap<Integer, LayerSource> sources, ReadContext context, RequestTexts texts, AssignmentBuilder builder)
            throws ServeException {
        if (!(sources.get(0) instanceof LayerSource.Named named)
                || Objects.equals(named.object().record(), context.object().record())) {
            return Collections.emptyList();
        }
        RequestTexts.Part part = RequestTexts.modifier(
                named.object().record(), RecordFields.POST_MODIFIER, Variables.Rank.POSTMODIFIER, texts.budget());
        return builder.assignmentsWithVariables(part);
    }
}

package dev.understudy.engine.request;

import dev.understudy.catalog.Catalog;
import dev.understudy.engine.command.Command;
import dev.understudy.engine.command.Commands;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.locale.Localization;
import dev.understudy.protocol.syntax.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes the most of a request that is broken or refused: its catalog, and the commands that apply to the whole request. Errors
 * find their form and their stand-ins by it. Throws nothing: what cannot be read is left out.
 */
final class LenientReader {

    private LenientReader() {}

    /**
     * A broken request, without layers.
     *
     * @param texts what it is made of; null when that cannot be read, and its own modifiers are all there is
     */
    static ImageRequest ofBroken(ReadContext context, @Nullable RequestTexts texts) {
        return request(
                context.catalog(),
                context.object(),
                assignments(context.query(), texts),
                texts == null ? List.of() : unused(texts, context.catalog()));
    }

    /** A refused request; no catalog is asked for its object or for templates: whether they exist makes no difference. */
    static ImageRequest ofRefused(Catalog catalog, QueryText query) {
        List<Assignment> assignments = new ArrayList<>();
        try {
            for (Token token : query.tokens(catalog, new ExpansionBudget())) {
                if (token instanceof Token.Setting setting) {
                    add(setting, setting.raw(), assignments);
                }
            }
        } catch (ServeException e) {
            // The failure is that of whoever reads the request in earnest.
            assignments = own(query);
        }
        return request(catalog, ResolvedObject.nothingIn(catalog), assignments, List.of());
    }

    private static List<UnusedModifier> unused(RequestTexts texts, Catalog catalog) {
        List<UnusedModifier> unused = new ArrayList<>();
        for (RequestTexts.Part part : texts.parts()) {
            for (Token token : part.tokens()) {
                if (token instanceof Token.Unknown unknown) {
                    unused.add(UnusedModifier.unknown(unknown));
                } else if (token instanceof Token.Setting setting
                        && setting.command() == Commands.LOCALE
                        && !Localization.isUsedBy(catalog)) {
                    unused.add(UnusedModifier.withoutLocales(setting.origin()));
                }
            }
        }
        return unused;
    }

    private static ImageRequest request(
            Catalog catalog, ResolvedObject object, List<Assignment> assignments, List<UnusedModifier> unused) {
        return new ImageRequest(
                catalog,
                object,
                null,
                assignments,
                CommandValuesByTarget.of(assignments),
                new TreeMap<>(),
                new TreeMap<>(),
                null,
                unused,
                List.of(),
                false);
    }

    private static List<Assignment> assignments(QueryText query, @Nullable RequestTexts texts) {
        try {
            return texts == null ? own(query) : expanded(texts);
        } catch (ServeException e) {
            return own(query);
        }
    }

    private static List<Assignment> expanded(RequestTexts texts) throws ServeException {
        List<Assignment> assignments = new ArrayList<>();
        for (RequestTexts.Part part : texts.parts()) {
            for (int i = 0; i < part.tokens().size(); i++) {
                if (part.tokens().get(i) instanceof Token.Setting setting) {
                    add(setting, texts.variables().fillIn(setting.raw(), part.rank(), i, texts.budget()), assignments);
                }
            }
        }
        return assignments;
    }

    /** The commands of the query itself, without macros and variables. */
    private static List<Assignment> own(QueryText query) {
        List<Assignment> assignments = new ArrayList<>();
        for (Modifier modifier : query.modifiers()) {
            if (modifier.hasValue()) {
                String raw = modifier.rawValue();
                Commands.named(modifier.name())
                        .map(command -> new Token.Setting(command, modifier.name(), raw, Origin.REQUEST))
                        .ifPresent(setting -> add(setting, raw, assignments));
            }
        }
        return assignments;
    }

    private static void add(Token.Setting setting, String raw, List<Assignment> assignments) {
        Command<?> command = setting.command();
        if (command.scope().isGlobal()) {
            assignments.add(new Assignment(
                    command, setting.spelling(), setting.raw(), raw, setting.origin(), Target.COMPOSITE));
        }
    }
}

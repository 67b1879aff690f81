package dev.understudy.engine.request;

import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.Catalogs;
import dev.understudy.engine.command.Command;
import dev.understudy.engine.command.Commands;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.admission.AccessPolicy;
import dev.understudy.protocol.syntax.Modifier;
import dev.understudy.protocol.syntax.ObjectName;
import dev.understudy.protocol.syntax.QuerySplitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What can be read of a request even when the rest of it is broken: its catalog, and the commands that apply to the whole
 * request. It is how errors find their form and their stand-ins.
 */
public final class LenientReader {

    private LenientReader() {}

    /** The request without layers. Throws nothing: what cannot be read or may not be used is left out. */
    public static ImageRequest of(String path, @Nullable String query, Catalogs catalogs, AccessPolicy policy) {
        ObjectResolver resolver = new ObjectResolver(catalogs, policy);
        ReadContext start = start(path, query, catalogs, resolver);
        List<Assignment> assignments;
        try {
            assignments = expanded(RequestTexts.of(start, resolver));
        } catch (ServeException e) {
            // The failure is told by whoever reads the request in earnest.
            assignments = plain(start.query());
        }
        return sketch(start.catalog(), start.object(), assignments);
    }

    /** The same without asking any catalog for the object or for templates: whether they exist makes no difference. */
    public static ImageRequest ofRefused(String path, @Nullable String query, Catalogs catalogs) {
        Catalog catalog = ObjectName.ofPath(path).catalog(catalogs);
        String commands = query == null ? "" : query;
        List<Assignment> assignments = new ArrayList<>();
        try {
            for (Token token : Tokenizer.tokens(commands, Origin.REQUEST, catalog, new ExpansionBudget())) {
                if (token instanceof Token.Setting setting) {
                    add(setting, setting.raw(), assignments);
                }
            }
        } catch (ServeException e) {
            assignments = plain(commands);
        }
        return sketch(catalog, nothingIn(catalog), assignments);
    }

    private static ImageRequest sketch(Catalog catalog, ResolvedObject object, List<Assignment> assignments) {
        return new ImageRequest(catalog, object, null, assignments, new TreeMap<>(), new TreeMap<>(), false);
    }

    private static ResolvedObject nothingIn(Catalog catalog) {
        return new ResolvedObject("", catalog, null, "", false);
    }

    private static ReadContext start(String path, @Nullable String query, Catalogs catalogs, ObjectResolver resolver) {
        try {
            return RequestReader.start(path, query, catalogs, resolver);
        } catch (ServeException e) {
            ResolvedObject object = nothingIn(ObjectName.ofPath(path).catalog(catalogs));
            return new ReadContext(object.catalog(), object, "", "", query == null ? "" : query, Map.of(), 0);
        }
    }

    private static List<Assignment> expanded(RequestTexts script) throws ServeException {
        List<Assignment> assignments = new ArrayList<>();
        for (RequestTexts.Part part : script.parts()) {
            for (int i = 0; i < part.tokens().size(); i++) {
                if (part.tokens().get(i) instanceof Token.Setting setting) {
                    String raw = script.variables().fillIn(setting.raw(), part.rank(), i, script.budget());
                    add(setting, raw, assignments);
                }
            }
        }
        return assignments;
    }

    /** The commands of the query itself, without macros and variables. */
    private static List<Assignment> plain(String query) {
        List<Assignment> assignments = new ArrayList<>();
        for (Modifier modifier :
                QuerySplitter.split(query.substring(0, Math.min(query.length(), RequestLimits.QUERY_LENGTH)))) {
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
        if (command.works() && command.scope().isGlobal()) {
            assignments.add(new Assignment(
                    command, setting.spelling(), setting.raw(), raw, setting.origin(), Target.COMPOSITE));
        }
    }
}

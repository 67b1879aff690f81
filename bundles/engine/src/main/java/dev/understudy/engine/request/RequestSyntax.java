package dev.understudy.engine.request;

import dev.understudy.catalog.Catalogs;
import dev.understudy.engine.command.Commands;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.admission.AccessPolicy;
import dev.understudy.protocol.syntax.NestedRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a request for its form alone: nothing is looked up but macros, and variables stay as they are.
 *
 * <p>Source: the reference's page on req=validate.
 */
public final class RequestSyntax {

    private final Start start;
    private final List<Assignment> assignments = new ArrayList<>();
    private int requests;

    private RequestSyntax(Start start) {
        this.start = start;
    }

    /**
     * Every command of the request and of those nested in it whose value is known without variables.
     *
     * @throws ServeException when the request cannot be read or its object may not be used
     */
    public static List<Assignment> assignments(
            String path, @Nullable String query, Catalogs catalogs, AccessPolicy policy) throws ServeException {
        Start start = RequestReader.start(path, query, catalogs, new ObjectResolver(catalogs, policy));
        RequestSyntax syntax = new RequestSyntax(start);
        syntax.read(start.query(), 0);
        return syntax.assignments;
    }

    private void read(String query, int depth) throws ServeException {
        Limits.check("The depth of nested requests", depth, Limits.NESTING_DEPTH);
        Limits.check("The number of nested requests", ++requests, Limits.REQUESTS);
        Budget budget = new Budget();
        List<Token> tokens = Tokenizer.tokens(query, Origin.REQUEST, start.catalog(), budget);
        Script.Part part = new Script.Part(Variables.Rank.REQUEST, tokens);
        Script script = new Script(null, List.of(part), new Variables(), budget);
        for (Assignment assignment : new Assembly(script, depth > 0).assignments(part)) {
            readNested(assignment, depth);
            if (assignment.raw().indexOf('$') < 0) {
                assignments.add(assignment);
            }
        }
    }

    private void readNested(Assignment assignment, int depth) throws ServeException {
        if (assignment.command() != Commands.SRC && assignment.command() != Commands.MASK) {
            return;
        }
        NestedRequest embedding =
                NestedRequest.of(assignment.command().name(), assignment.raw().strip());
        if (embedding != null && embedding.kind() == NestedRequest.Kind.IS) {
            int question = embedding.text().indexOf('?');
            read(question < 0 ? "" : embedding.text().substring(question + 1), depth + 1);
        }
    }
}

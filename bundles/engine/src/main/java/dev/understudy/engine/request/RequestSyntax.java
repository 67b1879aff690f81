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

    private final ReadContext start;
    private final List<Assignment> assignments = new ArrayList<>();
    private int requests;

    private RequestSyntax(ReadContext start) {
        this.start = start;
    }

    /**
     * Every command of the request and of those nested in it whose value is known without variables.
     *
     * @throws ServeException when the request cannot be read or its object may not be used
     */
    public static List<Assignment> assignments(
            String path, @Nullable String query, Catalogs catalogs, AccessPolicy policy) throws ServeException {
        ReadContext start = RequestReader.start(path, query, catalogs, new ObjectResolver(catalogs, policy));
        RequestSyntax syntax = new RequestSyntax(start);
        syntax.read(start.query(), 0);
        return syntax.assignments;
    }

    private void read(String query, int depth) throws ServeException {
        RequestLimits.check("The depth of nested requests", depth, RequestLimits.NESTING_DEPTH);
        RequestLimits.check("The number of nested requests", ++requests, RequestLimits.REQUESTS);
        ExpansionBudget budget = new ExpansionBudget();
        List<Token> tokens = Tokenizer.tokens(query, Origin.REQUEST, start.catalog(), budget);
        RequestTexts.Part part = new RequestTexts.Part(Variables.Rank.REQUEST, tokens);
        RequestTexts script = new RequestTexts(null, List.of(part), new Variables(), budget);
        for (Assignment assignment : new AssignmentBuilder(script, depth > 0).assignments(part)) {
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

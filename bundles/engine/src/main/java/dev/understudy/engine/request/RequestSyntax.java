package dev.understudy.engine.request;

import dev.understudy.catalog.Catalog;
import dev.understudy.engine.command.Commands;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.syntax.NestedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads a request for its form alone: nothing is looked up but macros, and variables stay as they are.
 *
 * <p>Source: the reference's page on req=validate.
 */
public final class RequestSyntax {

    private final @Nullable ReadContext context;
    private final @Nullable Failure failure;

    private RequestSyntax(@Nullable ReadContext context, @Nullable Failure failure) {
        this.context = context;
        this.failure = failure;
    }

    /** The form of a request whose path could be read. */
    static RequestSyntax of(ReadContext context) {
        return new RequestSyntax(context, null);
    }

    /** The form of a request whose path could not be read. */
    static RequestSyntax unreadable(Failure failure) {
        return new RequestSyntax(null, failure);
    }

    /**
     * Every command of the request and of those nested in it whose value is known without variables.
     *
     * @throws ServeException when the request cannot be read or its object may not be used
     */
    public List<Assignment> assignments() throws ServeException {
        if (context == null) {
            throw new ServeException(Objects.requireNonNull(failure));
        }
        Walk walk = new Walk(context.catalog());
        walk.read(context.query(), 0);
        return walk.assignments;
    }

    /** A walk through a request and those nested in it. */
    private static final class Walk {

        private final Catalog catalog;
        private final List<Assignment> assignments = new ArrayList<>();
        private int requests;

        Walk(Catalog catalog) {
            this.catalog = catalog;
        }

        private void read(QueryText query, int depth) throws ServeException {
            RequestLimits.check("The depth of nested requests", depth, RequestLimits.NESTING_DEPTH);
            RequestLimits.check("The number of nested requests", ++requests, RequestLimits.REQUESTS);
            ExpansionBudget budget = new ExpansionBudget();
            List<Token> tokens = query.tokens(catalog, budget);
            RequestTexts.Part part = new RequestTexts.Part(Variables.Rank.REQUEST, tokens);
            RequestTexts texts = new RequestTexts(null, List.of(part), new Variables(), budget);
            for (Assignment assignment : new AssignmentBuilder(texts, depth > 0).assignments(part)) {
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
            NestedRequest embedding = NestedRequest.of(
                    assignment.command().name(), assignment.raw().strip());
            if (embedding != null && embedding.kind() == NestedRequest.Kind.IS) {
                int question = embedding.text().indexOf('?');
                read(new QueryText(question < 0 ? "" : embedding.text().substring(question + 1)), depth + 1);
            }
        }
    }
}

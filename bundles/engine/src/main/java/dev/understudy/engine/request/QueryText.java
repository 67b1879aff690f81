package dev.understudy.engine.request;

import dev.understudy.catalog.Catalog;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.syntax.Modifier;
import dev.understudy.protocol.syntax.QuerySplitter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The query of one request, split once, and turned into tokens once for the catalog whose macros are meant. */
final class QueryText {

    private final String text;
    private final List<Modifier> modifiers;
    private @Nullable Tokens read;

    QueryText(@Nullable String query) {
        this.text = query == null ? "" : query;
        this.modifiers = QuerySplitter.split(text.substring(0, Math.min(text.length(), RequestLimits.QUERY_LENGTH)));
    }

    /**
     * What the text comes to.
     *
     * @param catalog whose macros are meant
     * @param failure why it cannot be turned into tokens; null when it can
     * @param used how much text the tokens are made of
     */
    private record Tokens(
            Catalog catalog, List<Token> tokens, @Nullable ServeException failure, long used) {}

    /** The modifiers, as far as queries may go; macros are not expanded. */
    List<Modifier> modifiers() {
        return modifiers;
    }

    /**
     * The tokens, with macros expanded.
     *
     * @param catalog whose macros are meant
     * @param budget pays for the text
     */
    List<Token> tokens(Catalog catalog, ExpansionBudget budget) throws ServeException {
        Tokens known = read;
        if (known == null || known.catalog() != catalog) {
            known = read(catalog);
            read = known;
        }
        if (known.failure() != null) {
            throw known.failure();
        }
        budget.spend(known.used());
        return known.tokens();
    }

    private Tokens read(Catalog catalog) {
        ExpansionBudget own = new ExpansionBudget();
        try {
            own.spend(text.length());
            return new Tokens(catalog, Tokenizer.tokens(modifiers, Origin.REQUEST, catalog, own), null, own.used());
        } catch (ServeException e) {
            return new Tokens(catalog, List.of(), e, own.used());
        }
    }
}

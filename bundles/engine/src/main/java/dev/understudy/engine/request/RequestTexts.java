package dev.understudy.engine.request;

import dev.understudy.catalog.CatalogRecord;
import dev.understudy.catalog.RecordField;
import dev.understudy.catalog.RecordFields;
import dev.understudy.engine.command.Commands;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.syntax.ObjectName;
import dev.understudy.protocol.syntax.PercentCoding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The texts that one request is made of, as tokens, weakest first, and the variables that they define.
 *
 * <p>Source: the reference's pages on Modifier, PostModifier and template.
 *
 * @param template the record that {@code template=} names, null for none
 * @param parts the texts
 * @param variables what they define
 * @param budget what the texts have used up
 */
record RequestTexts(@Nullable ResolvedObject template, List<Part> parts, Variables variables, ExpansionBudget budget) {

    /** One of the texts. */
    record Part(Variables.Rank rank, List<Token> tokens) {}

    /** Gathers the texts of a request. */
    static RequestTexts of(ReadContext context, ObjectResolver resolver) throws ServeException {
        ExpansionBudget budget = new ExpansionBudget();
        Part defaults = new Part(
                Variables.Rank.REQUEST,
                Tokenizer.tokens(context.defaults(), Origin.REQUEST, context.catalog(), budget));
        Part query = new Part(Variables.Rank.REQUEST, context.query().tokens(context.catalog(), budget));
        Variables variables = new Variables();
        variables.define("object", context.predefined(), Variables.Rank.PREDEFINED, 0);
        context.variables().forEach((name, raw) -> variables.define(name, raw, Variables.Rank.REQUEST, -1));
        define(query, variables);

        ResolvedObject template = template(query, variables, budget, context, resolver);
        CatalogRecord body = template == null ? context.object().record() : template.record();
        Part before = modifier(body, RecordFields.MODIFIER, Variables.Rank.MODIFIER, budget);
        Part after =
                modifier(context.object().record(), RecordFields.POST_MODIFIER, Variables.Rank.POSTMODIFIER, budget);
        define(before, variables);
        define(after, variables);
        return new RequestTexts(template, List.of(defaults, before, query, after), variables, budget);
    }

    /** The same texts, which another use of them takes nothing from. */
    RequestTexts copy() {
        return new RequestTexts(template, parts, variables, budget.copy());
    }

    /** The commands of a field of a record; a template cannot be named there. */
    static Part modifier(
            @Nullable CatalogRecord record, RecordField<String> field, Variables.Rank rank, ExpansionBudget budget)
            throws ServeException {
        List<Token> tokens = new ArrayList<>();
        if (record != null) {
            Origin origin = Origin.of(record, field);
            tokens.addAll(Tokenizer.tokens(record.get(field), origin, record.catalog(), budget));
        }
        for (Token token : tokens) {
            if (token instanceof Token.Setting setting && setting.command() == Commands.TEMPLATE) {
                throw new ServeException(new Failure.Malformed("template= is not allowed in " + field));
            }
        }
        return new Part(rank, tokens);
    }

    static void define(Part part, Variables variables) {
        for (int i = 0; i < part.tokens().size(); i++) {
            if (part.tokens().get(i) instanceof Token.Definition definition) {
                variables.define(definition.name(), definition.raw(), part.rank(), i);
            }
        }
    }

    private static @Nullable ResolvedObject template(
            Part query, Variables variables, ExpansionBudget budget, ReadContext context, ObjectResolver resolver)
            throws ServeException {
        String name = "";
        for (int i = 0; i < query.tokens().size(); i++) {
            if (query.tokens().get(i) instanceof Token.Setting setting && setting.command() == Commands.TEMPLATE) {
                String raw = variables.fillIn(setting.raw(), query.rank(), i, budget);
                name = PercentCoding.decodeValue(raw).strip();
            }
        }
        if (name.isEmpty()) {
            return null;
        }
        ResolvedObject template = resolver.inCommand(new ObjectName(name), context.catalog(), false);
        if (template.record() == null) {
            throw new ServeException(new Failure.Missing(name, false));
        }
        return template;
    }
}

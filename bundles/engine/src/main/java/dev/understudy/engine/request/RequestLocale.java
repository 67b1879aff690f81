package dev.understudy.engine.request;

import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.Catalogs;
import dev.understudy.engine.command.Commands;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.locale.Localization;
import dev.understudy.protocol.syntax.PercentCoding;

/**
 * Finds the locale of a request. Which records there are depends on it, so it is looked for before anything is looked up: in the query
 * of the whole request, and in macros there.
 *
 * <p>Source: the reference's page on locale.
 */
final class RequestLocale {

    private RequestLocale() {}

    /**
     * The request with catalogs as its locale has them.
     *
     * @param query the query of the request
     * @throws ServeException {@code parameter.invalid} for a locale that the catalog has no rule for
     */
    static RawRequest localized(RawRequest raw, QueryText query) throws ServeException {
        Catalog main = raw.namedCatalog();
        if (!Localization.isUsedBy(main)) {
            return raw;
        }
        Catalogs localized = Localization.localized(raw.catalogs(), main, asked(main, query));
        return raw.within(localized);
    }

    private static String asked(Catalog main, QueryText query) {
        try {
            ExpansionBudget budget = new ExpansionBudget();
            RequestTexts.Part part = new RequestTexts.Part(Variables.Rank.REQUEST, query.tokens(main, budget));
            Variables variables = new Variables();
            RequestTexts.define(part, variables);
            String asked = "";
            for (int i = 0; i < part.tokens().size(); i++) {
                if (part.tokens().get(i) instanceof Token.Setting setting && setting.command() == Commands.LOCALE) {
                    String raw = variables.fillIn(setting.raw(), part.rank(), i, budget);
                    String value = PercentCoding.decodeValue(raw).strip();
                    asked = value.isEmpty() ? asked : value;
                }
            }
            return asked;
        } catch (ServeException e) {
            // The failure is that of whoever reads the request in earnest.
            return "";
        }
    }
}

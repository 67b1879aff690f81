package dev.understudy.engine.request;

import dev.understudy.engine.text.Rtf;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.syntax.PercentCoding;

/**
 * The variables of errors in text. Their values are somebody else's words, perhaps the client's: they come out as they are, and never
 * format the text that they are put into.
 */
final class ErrorVariables {

    private static final String PREFIX = "error.";

    private ErrorVariables() {}

    /** The value of a text with all of its variables filled in, encoded. */
    static String fillIn(String raw, Variables variables, Variables.Rank rank, int position, ExpansionBudget budget)
            throws ServeException {
        String others = variables.fillIn(raw, rank, position, budget, name -> !isOfErrors(name), value -> value);
        if (Rtf.isFormatted(PercentCoding.decodeValue(others))) {
            return variables.fillIn(
                    others, rank, position, budget, ErrorVariables::isOfErrors, ErrorVariables::literal);
        }
        String plain = variables.fillIn(others, rank, position, budget, ErrorVariables::isOfErrors, value -> value);
        return Rtf.isFormatted(PercentCoding.decodeValue(plain)) ? literal(plain) : plain;
    }

    private static boolean isOfErrors(String name) {
        return name.startsWith(PREFIX);
    }

    private static String literal(String raw) {
        return PercentCoding.encode(Rtf.literal(PercentCoding.decodeValue(raw)));
    }
}

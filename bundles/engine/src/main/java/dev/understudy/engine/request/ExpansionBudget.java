package dev.understudy.engine.request;

import dev.understudy.failure.ServeException;

/** Counts the text that one request grows to. */
final class ExpansionBudget {

    private long used;

    /** Takes note of more text. */
    void spend(int chars) throws ServeException {
        used += chars;
        RequestLimits.check("The query with all that is filled in", used, RequestLimits.QUERY_LENGTH);
    }
}

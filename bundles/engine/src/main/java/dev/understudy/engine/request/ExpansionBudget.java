package dev.understudy.engine.request;

import dev.understudy.failure.ServeException;

/** Counts the text that one request grows to. */
final class ExpansionBudget {

    private long used;

    /** Another count that goes on from here. */
    ExpansionBudget copy() {
        ExpansionBudget copy = new ExpansionBudget();
        copy.used = used;
        return copy;
    }

    /** How much text there is so far. */
    long used() {
        return used;
    }

    /** Takes note of more text. */
    void spend(long chars) throws ServeException {
        used += chars;
        RequestLimits.check("The query with all that is filled in", used, RequestLimits.QUERY_LENGTH);
    }
}

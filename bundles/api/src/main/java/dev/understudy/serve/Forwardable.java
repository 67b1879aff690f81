package dev.understudy.serve;

import dev.understudy.catalog.Catalog;

/** Whether a request may be sent to a secondary server, should it fail here; each says at least as much as the one before. */
public enum Forwardable {
    /** Not this request, or there is nothing that could send it. */
    NO,
    /** Where its catalog names a secondary server; the server has none of its own. */
    PER_CATALOG,
    /** Unless its catalog wants none. */
    YES;

    /** Whether a request of this catalog may be sent. */
    public boolean within(Catalog catalog) {
        return this != NO
                && RedirectTarget.of(catalog)
                        .secondaries()
                        .map(secondaries -> !secondaries.isEmpty())
                        .orElse(this == YES);
    }
}

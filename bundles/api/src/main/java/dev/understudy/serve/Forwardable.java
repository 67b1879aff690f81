package dev.understudy.serve;

import dev.understudy.catalog.Catalog;

/** Whether a request may be sent to a secondary server, should it fail here; each says at least as much as the one before. */
public enum Forwardable {
    /** The request may not be sent, or there is nothing that could send it. */
    NO,
    /** The request may be sent where its catalog names a secondary server; the server has none of its own. */
    PER_CATALOG,
    /** The request may be sent unless its catalog wants no secondary server. */
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

package dev.understudy.serve;

import dev.understudy.catalog.Catalog;

/** Whether a request may be sent to a secondary server, should it fail here; each says at least as much as the one before. */
public enum Forwardable {
    /** The request may not be sent, or there is nothing that could send it. */
    NO,
    /** As {@link #PER_CATALOG}, were it not for a mark that this request bears and others do not. */
    BARRED_PER_CATALOG,
    /** As {@link #YES}, were it not for a mark that this request bears and others do not. */
    BARRED,
    /** The request may be sent where its catalog names a secondary server; the server has none of its own. */
    PER_CATALOG,
    /** The request may be sent unless its catalog wants no secondary server. */
    YES;

    /** Whether a request of this catalog may be sent. */
    public boolean within(Catalog catalog) {
        return isPossible() && hasSecondary(catalog);
    }

    /** Whether it is a mark of its own alone that keeps a request of this catalog from being sent. */
    public boolean barredWithin(Catalog catalog) {
        return (this == BARRED || this == BARRED_PER_CATALOG) && hasSecondary(catalog);
    }

    /** Whether the request may be sent for some catalogs at least. */
    public boolean isPossible() {
        return this == PER_CATALOG || this == YES;
    }

    /** The same for a request that bears a mark for which it may not be sent. */
    public Forwardable barred() {
        return switch (this) {
            case NO -> NO;
            case PER_CATALOG, BARRED_PER_CATALOG -> BARRED_PER_CATALOG;
            case YES, BARRED -> BARRED;
        };
    }

    private boolean hasSecondary(Catalog catalog) {
        return RedirectTarget.of(catalog)
                .secondaries()
                .map(secondaries -> !secondaries.isEmpty())
                .orElse(this == YES || this == BARRED);
    }
}

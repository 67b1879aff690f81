package dev.understudy.engine.foreign;

import dev.understudy.engine.planning.PlannedRequest;
import dev.understudy.serve.Freshness;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import dev.understudy.source.SourceLifetime;

/** Tells how long replies may be kept, and by whom, as the servers of their foreign images say. */
public final class ForeignLifetimes {

    private final SourceAccess sources;

    /**
     * Lifetimes of images.
     *
     * @param sources knows what their servers say
     */
    public ForeignLifetimes(SourceAccess sources) {
        this.sources = sources;
    }

    /** Whether the reply may be kept for all clients, as far as is known now. */
    public boolean allowKeeping(PlannedRequest request) {
        return request.foreignSources().stream()
                .map(sources::lifetime)
                .allMatch(lifetime -> lifetime == null || lifetime.isForAll());
    }

    /** The lifetime of the reply: its own, and no longer than that of any of its foreign images. */
    public Freshness limit(Freshness own, PlannedRequest request) {
        Freshness limited = own;
        for (SourceKey key : request.foreignSources()) {
            SourceLifetime lifetime = sources.lifetime(key);
            limited = lifetime == null ? limited : limited.within(lifetime);
        }
        return limited;
    }
}

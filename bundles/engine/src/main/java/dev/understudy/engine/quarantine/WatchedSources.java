package dev.understudy.engine.quarantine;

import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.source.Source;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import dev.understudy.source.SourceLease;
import dev.understudy.source.SourceLifetime;
import dev.understudy.source.Stamp;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Access to sources that takes those that are gone out of the quarantine. */
final class WatchedSources implements SourceAccess {

    private final SourceAccess access;
    private final FailedSources failed;

    WatchedSources(SourceAccess access, FailedSources failed) {
        this.access = access;
        this.failed = failed;
    }

    @Override
    public Stamp stamp(SourceKey key) throws ServeException {
        try {
            return access.stamp(key);
        } catch (ServeException e) {
            throw noticed(key, e);
        }
    }

    @Override
    public Source open(SourceKey key) throws ServeException {
        try {
            return access.open(key);
        } catch (ServeException e) {
            throw noticed(key, e);
        }
    }

    @Override
    public boolean isRemote(SourceKey key) {
        return access.isRemote(key);
    }

    @Override
    public SourceLease fetch(Collection<SourceKey> keys, String tenant, Instant deadline) throws ServeException {
        return access.fetch(keys, tenant, deadline);
    }

    @Override
    public @Nullable SourceLifetime lifetime(SourceKey key) {
        return access.lifetime(key);
    }

    private ServeException noticed(SourceKey key, ServeException e) {
        if (e.failure() instanceof Failure.Missing) {
            failed.gone(key);
        }
        return e;
    }
}

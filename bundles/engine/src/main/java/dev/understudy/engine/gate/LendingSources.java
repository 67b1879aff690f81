package dev.understudy.engine.gate;

import dev.understudy.failure.ServeException;
import dev.understudy.source.Source;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import dev.understudy.source.SourceLease;
import dev.understudy.source.SourceLifetime;
import dev.understudy.source.SourceWait;
import dev.understudy.source.Stamp;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Access to sources for tasks: one that waits in the middle of a source for another server lends its permit meanwhile. */
public final class LendingSources implements SourceAccess {

    private final SourceAccess access;
    private final SourceWait lending;

    /** The sources of an access, read by the tasks of a scheduler. */
    public LendingSources(SourceAccess access, WorkScheduler scheduler) {
        this.access = access;
        lending = new SourceWait() {
            @Override
            public void begins() {
                scheduler.goAway();
            }

            @Override
            public String tenant() {
                return scheduler.presentTenant();
            }

            @Override
            public void ends() {
                scheduler.comeBack();
            }
        };
    }

    @Override
    public Source open(SourceKey key) throws ServeException {
        Source source = access.open(key);
        source.onWait(lending);
        return source;
    }

    @Override
    public Stamp stamp(SourceKey key) throws ServeException {
        return access.stamp(key);
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

    @Override
    public boolean hasFolder(SourceKey.Kind kind, String rootPath) {
        return access.hasFolder(kind, rootPath);
    }
}

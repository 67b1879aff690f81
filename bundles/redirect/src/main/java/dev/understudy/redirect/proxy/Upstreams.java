package dev.understudy.redirect.proxy;

import dev.understudy.catalog.Secondary;
import dev.understudy.serve.RedirectTarget;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * The secondary servers: those that are configured for all, from the start, and those of single catalogs, from their first
 * request until they have not been asked for a while. Catalogs that wait for the same server for different times do not share
 * what is kept for it, so that one with little patience does not open the breaker of others.
 */
final class Upstreams {

    /** Longer than any forward takes. */
    private static final Duration FORGOTTEN = Duration.ofHours(1);

    private record Key(Secondary secondary, Timeouts timeouts) {}

    private final RedirectSettings settings;
    private final Map<Key, Upstream> upstreams = new LinkedHashMap<>();
    private final Scheduler timer = new ScheduledExecutorScheduler("understudy-redirect-timer", true);
    private final ClientWatches watches = new ClientWatches(timer);

    Upstreams(RedirectSettings settings) {
        this.settings = settings;
        LifeCycle.start(timer);
        forTarget(RedirectTarget.OF_THE_SERVER);
    }

    /** Those that a catalog wants to be asked, in order. */
    synchronized List<Upstream> forTarget(RedirectTarget target) {
        Timeouts timeouts = timeouts(target);
        return target.secondaries().orElse(settings.secondaries()).stream()
                .map(secondary -> upstream(new Key(secondary, timeouts)))
                .toList();
    }

    /** How long a catalog wants to wait. */
    Timeouts timeouts(RedirectTarget target) {
        return new Timeouts(
                target.connectTimeout().orElse(settings.timeouts().connect()),
                target.socketTimeout().orElse(settings.timeouts().socket()),
                settings.timeouts().leastTotal());
    }

    /** Notices when clients leave whose requests are at any of them. */
    ClientWatches watches() {
        return watches;
    }

    /** All of them, those of the server first. */
    synchronized List<Upstream> all() {
        return List.copyOf(upstreams.values());
    }

    /** How long a forward may take at most. */
    synchronized Duration longest() {
        return upstreams.values().stream()
                .map(upstream -> upstream.timeouts().total())
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** Ends all connections. */
    synchronized void stop() {
        upstreams.values().forEach(Upstream::stop);
        upstreams.clear();
        LifeCycle.stop(timer);
    }

    private Upstream upstream(Key key) {
        Upstream upstream = upstreams.get(key);
        if (upstream == null) {
            forgetUnused();
            upstream = new Upstream(key.secondary(), key.timeouts(), settings.breaker(), timer);
            upstreams.put(key, upstream);
        }
        upstream.use();
        return upstream;
    }

    private void forgetUnused() {
        upstreams.entrySet().removeIf(entry -> {
            boolean forgotten =
                    !isOfTheServer(entry.getKey()) && entry.getValue().isUnused(FORGOTTEN);
            if (forgotten) {
                entry.getValue().stop();
            }
            return forgotten;
        });
    }

    private boolean isOfTheServer(Key key) {
        return key.timeouts().equals(settings.timeouts())
                && settings.secondaries().contains(key.secondary());
    }
}

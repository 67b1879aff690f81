package dev.understudy.redirect.upstream;

import dev.understudy.catalog.Secondary;
import dev.understudy.redirect.settings.RedirectSettings;
import dev.understudy.redirect.settings.Timeouts;
import dev.understudy.serve.RedirectTarget;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * The secondary servers: those configured for all catalogs from the start, and those of single catalogs from their first request
 * until they have not been asked for a while. Catalogs with different timeouts for the same server share nothing of it, so that
 * the short ones do not open the breaker for the others.
 */
public final class Upstreams {

    /** Longer than any forward takes. */
    private static final Duration MAX_UNUSED = Duration.ofHours(1);

    private record Key(Secondary secondary, Timeouts timeouts) {}

    private final RedirectSettings settings;
    private final Map<Key, Upstream> upstreams = new LinkedHashMap<>();
    private final Scheduler timer;

    /**
     * Opens the servers that are configured for all catalogs.
     *
     * @param timer started, and not stopped before these
     */
    public Upstreams(RedirectSettings settings, Scheduler timer) {
        this.settings = settings;
        this.timer = timer;
        forTarget(RedirectTarget.OF_THE_SERVER);
    }

    /** Returns the servers for the requests of a catalog, in the order in which they are to be asked. */
    public synchronized List<Upstream> forTarget(RedirectTarget target) {
        Timeouts timeouts = timeouts(target);
        return target.secondaries().orElse(settings.secondaries()).stream()
                .map(secondary -> upstream(new Key(secondary, timeouts)))
                .toList();
    }

    /** Returns the timeouts for the requests of a catalog. */
    public Timeouts timeouts(RedirectTarget target) {
        return new Timeouts(
                target.connectTimeout().orElse(settings.timeouts().connect()),
                target.socketTimeout().orElse(settings.timeouts().socket()),
                settings.timeouts().grace());
    }

    /** Returns all open servers, those for all catalogs first. */
    public synchronized List<Upstream> all() {
        return List.copyOf(upstreams.values());
    }

    /** Returns how long a forward may take at most. */
    public synchronized Duration longest() {
        return upstreams.values().stream()
                .map(upstream -> upstream.timeouts().longest())
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** Ends all connections. */
    public synchronized void stop() {
        upstreams.values().forEach(Upstream::stop);
        upstreams.clear();
    }

    private Upstream upstream(Key key) {
        Upstream upstream = upstreams.get(key);
        if (upstream == null) {
            stopUnused();
            upstream = new Upstream(key.secondary(), key.timeouts(), settings.breaker(), timer);
            upstreams.put(key, upstream);
        }
        upstream.touch();
        return upstream;
    }

    private void stopUnused() {
        upstreams.entrySet().removeIf(entry -> {
            boolean unused =
                    !isForAllCatalogs(entry.getKey()) && entry.getValue().isUnused(MAX_UNUSED);
            if (unused) {
                entry.getValue().stop();
            }
            return unused;
        });
    }

    private boolean isForAllCatalogs(Key key) {
        return key.timeouts().equals(settings.timeouts())
                && settings.secondaries().contains(key.secondary());
    }
}

package dev.understudy.iiif.serve;

import dev.understudy.catalog.Catalogs;
import dev.understudy.iiif.request.ImageFacts;
import dev.understudy.observe.Recency;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the images that were asked for last. It is relied on for a second, as the response cache does with files; when an image
 * cannot be looked at any more, what was known of it tells which image of it may be kept. Safe for many threads.
 */
final class KnownFacts {

    private static final int MAX = 2_000;
    private static final Duration RELIABLE = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final Map<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

    /** Clients differ in what they may see; catalogs that nothing else needs are not to be kept by this. */
    private record Entry(ImageFacts facts, WeakReference<Catalogs> catalogs, InetAddress client, Instant time) {}

    KnownFacts(InstantSource clock) {
        this.clock = clock;
    }

    /** The facts of an object that a client asked for a moment ago; null for none. */
    @Nullable
    ImageFacts fresh(String object, Catalogs catalogs, InetAddress client) {
        Entry entry = entry(object);
        if (entry == null
                || !entry.catalogs().refersTo(catalogs)
                || !entry.client().equals(client)
                || !Recency.isRecent(entry.time(), RELIABLE, clock.instant())) {
            return null;
        }
        return entry.facts();
    }

    /** The facts of an object as they were when it could be looked at; null for none. */
    @Nullable
    ImageFacts last(String object) {
        Entry entry = entry(object);
        return entry == null ? null : entry.facts();
    }

    synchronized void put(String object, Catalogs catalogs, InetAddress client, ImageFacts facts) {
        entries.put(object, new Entry(facts, new WeakReference<>(catalogs), client, clock.instant()));
        if (entries.size() > MAX) {
            entries.remove(entries.keySet().iterator().next());
        }
    }

    private synchronized @Nullable Entry entry(String object) {
        return entries.get(object);
    }
}

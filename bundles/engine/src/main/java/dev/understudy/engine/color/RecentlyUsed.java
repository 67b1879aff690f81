package dev.understudy.engine.color;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Remembers what was made for the keys that were asked for last.
 *
 * @param <K> the keys
 * @param <V> what is made for them
 */
final class RecentlyUsed<K, V> {

    private final Map<K, V> values;

    /** An empty memory. */
    RecentlyUsed(int max) {
        values = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > max;
            }
        };
    }

    /** What there is for a key, else what is made now; of two callers at the same time, both may make it. */
    V get(K key, Function<K, V> maker) {
        synchronized (values) {
            V known = values.get(key);
            if (known != null) {
                return known;
            }
        }
        V made = maker.apply(key);
        synchronized (values) {
            values.put(key, made);
        }
        return made;
    }
}

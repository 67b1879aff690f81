package dev.understudy.engine.caching;

import dev.understudy.catalog.Catalogs;
import dev.understudy.serve.Call;
import dev.understudy.serve.ClientHints;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the last calls, under the catalogs as they are: with other catalogs all is forgotten. Each call has one place, and keeps
 * it until another call takes it. Safe for many threads.
 */
public final class CallTable<T> {

    /** Longer targets, which are rarely asked for again, would fill the memory. */
    private static final int MAX_TARGET = 1024;

    private final int slots;
    private volatile @Nullable Snapshot<T> present;

    private record Snapshot<T>(Catalogs catalogs, AtomicReferenceArray<@Nullable Entry<T>> entries) {}

    /**
     * A call.
     *
     * @param hints null for those of any client
     */
    private record Entry<T>(
            String path, @Nullable String query, @Nullable ClientHints hints, T value) {

        boolean isOf(Call call) {
            return path.equals(call.path())
                    && Objects.equals(query, call.query())
                    && (hints == null || hints.equals(call.hints()));
        }
    }

    /**
     * Creates an empty table.
     *
     * @param slots the number of calls at most
     */
    public CallTable(int slots) {
        this.slots = slots;
    }

    /** What is known of a call: the same target and, where they matter, the same hints; null for nothing. */
    public @Nullable T find(Call call) {
        Snapshot<T> snapshot = present;
        if (snapshot == null || snapshot.catalogs() != call.catalogs()) {
            return null;
        }
        Entry<T> forAll = snapshot.entries().get(place(call, null));
        if (forAll != null && forAll.isOf(call)) {
            return forAll.value();
        }
        Entry<T> forSome = snapshot.entries().get(place(call, call.hints()));
        return forSome != null && forSome.isOf(call) ? forSome.value() : null;
    }

    /**
     * Remembers what is known of a call.
     *
     * @param varying whether it is known of clients alone that say the same of themselves
     */
    public void put(Call call, boolean varying, T value) {
        String query = call.query();
        if (call.path().length() + (query == null ? 0 : query.length()) > MAX_TARGET) {
            return;
        }
        Snapshot<T> snapshot = present;
        if (snapshot == null || snapshot.catalogs() != call.catalogs()) {
            snapshot = new Snapshot<>(call.catalogs(), new AtomicReferenceArray<>(slots));
            present = snapshot;
        }
        ClientHints hints = varying ? call.hints() : null;
        snapshot.entries().set(place(call, hints), new Entry<>(call.path(), query, hints, value));
    }

    private int place(Call call, @Nullable ClientHints hints) {
        int target = 31 * call.path().hashCode() + Objects.hashCode(call.query());
        return Math.floorMod(31 * target + Objects.hashCode(hints), slots);
    }
}

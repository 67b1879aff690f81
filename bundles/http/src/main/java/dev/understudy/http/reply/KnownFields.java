package dev.understudy.http.reply;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpField;
import org.jspecify.annotations.Nullable;

/** The fields of one name that were sent last, written out: most answers have the same few. Safe for many threads. */
final class KnownFields<V> {

    private static final int SLOTS = 64;

    private final Function<V, HttpField> writing;
    private final AtomicReferenceArray<@Nullable KnownField<V>> last = new AtomicReferenceArray<>(SLOTS);

    private record KnownField<V>(V value, HttpField field) {}

    /**
     * Creates an empty table.
     *
     * @param writing writes a value out
     */
    KnownFields(Function<V, HttpField> writing) {
        this.writing = writing;
    }

    /** Returns the field with a value. */
    HttpField of(V value) {
        int slot = Math.floorMod(Objects.hashCode(value), SLOTS);
        KnownField<V> known = last.get(slot);
        if (known != null && known.value().equals(value)) {
            return known.field();
        }
        HttpField field = writing.apply(value);
        last.set(slot, new KnownField<>(value, field));
        return field;
    }
}

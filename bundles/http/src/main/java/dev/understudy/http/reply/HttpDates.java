package dev.understudy.http.reply;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.eclipse.jetty.http.DateGenerator;
import org.jspecify.annotations.Nullable;

/** Dates as headers have them. Those that were written out last are remembered: most answers of a second have the same. */
final class HttpDates {

    private static final int SLOTS = 64;

    private final AtomicReferenceArray<@Nullable HttpDate> last = new AtomicReferenceArray<>(SLOTS);

    private record HttpDate(long second, String text) {}

    /** Returns a time, to the second. */
    String text(Instant time) {
        long second = time.getEpochSecond();
        int slot = Math.floorMod(second, SLOTS);
        HttpDate known = last.get(slot);
        if (known != null && known.second() == second) {
            return known.text();
        }
        String text = DateGenerator.formatDate(time);
        last.set(slot, new HttpDate(second, text));
        return text;
    }
}

package dev.understudy.metrics.alert;

import dev.understudy.metrics.request.RequestTotals;
import dev.understudy.metrics.settings.AlertSettings;
import dev.understudy.observe.RequestLoad.RequestFigures;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Watches the figures of the server, and raises alerts at the end of each interval; one about the heap as soon as it is seen. Belongs to
 * one thread.
 */
public final class AlertMonitor {

    private final AlertSettings settings;
    private final Supplier<RequestTotals> totals;
    private final Supplier<RequestFigures> load;
    private final Supplier<OptionalLong> freeHeap;
    private final AlertLog log = new AlertLog();
    private RequestTotals before;
    private @Nullable Duration begun;
    private @Nullable Duration heapRaised;
    private long looks;
    private long active;

    /**
     * Creates a monitor whose first interval begins with its first look.
     *
     * @param totals the requests that have ended since the start
     * @param load the requests at work
     * @param freeHeap bytes of the heap that were free after the last collection; empty before the first
     */
    public AlertMonitor(
            AlertSettings settings,
            Supplier<RequestTotals> totals,
            Supplier<RequestFigures> load,
            Supplier<OptionalLong> freeHeap) {
        this.settings = settings;
        this.totals = totals;
        this.load = load;
        this.freeHeap = freeHeap;
        before = totals.get();
    }

    /**
     * Looks at the figures; to be called every second.
     *
     * @param now the time by a clock that never goes back
     */
    public void look(Duration now) {
        Duration start = begun == null ? now : begun;
        begun = start;
        RequestFigures figures = load.get();
        looks++;
        active += figures.active();
        heap(now);
        Duration length = now.minus(start);
        if (length.compareTo(settings.interval()) >= 0) {
            RequestTotals ended = totals.get();
            IntervalFigures interval =
                    new IntervalFigures(length, ended.since(before), (double) active / looks, figures.oldest());
            tell(AlertRules.reasons(settings, interval));
            before = ended;
            begun = now;
            looks = 0;
            active = 0;
        }
    }

    private void tell(Map<AlertKind, String> reasons) {
        for (AlertKind kind : AlertKind.values()) {
            if (kind != AlertKind.HEAP_SPACE) {
                log.update(kind, reasons.get(kind));
            }
        }
    }

    private void heap(Duration now) {
        OptionalLong free = freeHeap.get();
        if (free.isEmpty() || free.getAsLong() >= settings.minFreeHeap()) {
            log.update(AlertKind.HEAP_SPACE, null);
        } else if (!log.isRaised(AlertKind.HEAP_SPACE) && isDue(now)) {
            heapRaised = now;
            log.update(
                    AlertKind.HEAP_SPACE,
                    free.getAsLong() + " bytes were free after garbage was collected; minFreeHeapSpace is "
                            + settings.minFreeHeap());
        }
    }

    private boolean isDue(Duration now) {
        Duration last = heapRaised;
        return last == null || now.minus(last).compareTo(settings.heapInterval()) >= 0;
    }
}

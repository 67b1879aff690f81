package dev.understudy.metrics.alert;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log of alerts: a line when one is raised, and a line when it is cleared. Belongs to one thread. */
final class AlertLog {

    private static final Logger LOG = LoggerFactory.getLogger(AlertLog.class);

    private final Set<AlertKind> raised = EnumSet.noneOf(AlertKind.class);

    /** Returns whether an alert is raised. */
    boolean isRaised(AlertKind kind) {
        return raised.contains(kind);
    }

    /**
     * Raises or clears an alert, unless it is so already.
     *
     * @param reason why there is an alert; null for none
     */
    void update(AlertKind kind, @Nullable String reason) {
        if (reason != null && raised.add(kind)) {
            LOG.warn("Alert raised: {}: {}", kind, reason);
        } else if (reason == null && raised.remove(kind)) {
            LOG.info("Alert cleared: {}", kind);
        }
    }
}

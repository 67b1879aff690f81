package dev.understudy.http.tls;

import dev.understudy.observe.Recency;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Warns of certificates that end within two weeks or have ended: when they come into use, and then once a day. Belongs to one thread at a time. */
final class CertificateAlarm {

    private static final Duration PAUSE = Duration.ofDays(1);

    private final InstantSource clock;
    private final Consumer<String> log;
    private @Nullable Instant last;

    /**
     * Creates an alarm that has not warned yet.
     *
     * @param log takes the warnings
     */
    CertificateAlarm(InstantSource clock, Consumer<String> log) {
        this.clock = clock;
        this.log = log;
    }

    /** Has the next look warn whenever the last one was, since there are other certificates. */
    void reset() {
        last = null;
    }

    /** Warns if it is time; to be called often. */
    void look(List<CertificateEntry> certificates) {
        Instant now = clock.instant();
        Instant before = last;
        if (before != null && Recency.isRecent(before, PAUSE, now)) {
            return;
        }
        last = now;
        for (CertificateEntry entry : certificates) {
            String warning = warning(entry, now);
            if (warning != null) {
                log.accept("TLS: the certificate for " + entry.names() + " " + warning);
            }
        }
    }

    private static @Nullable String warning(CertificateEntry entry, Instant now) {
        return switch (entry.validity(now)) {
            case VALID -> null;
            case ENDS_SOON ->
                "is valid until " + entry.until() + " only, in "
                        + Duration.between(now, entry.until()).toDays() + " days";
            case ENDED -> "has ended at " + entry.until() + ": clients refuse it";
            case NOT_YET -> "is not valid before " + entry.from() + ": clients refuse it";
        };
    }
}

package dev.understudy.http.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.http.tls.CertificateEntry.Validity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When certificates are warned of. */
class CertificateAlarmTest {

    private static final Instant END = Instant.parse("2026-06-30T12:00:00Z");
    private static final CertificateEntry ENTRY = new CertificateEntry(
            "one", "EC", List.of("images.example.com"), Instant.parse("2026-01-01T00:00:00Z"), END);

    private final List<String> warnings = new ArrayList<>();
    private Instant now = END.minus(Duration.ofDays(15)).plus(Duration.ofHours(1));
    private final CertificateAlarm alarm = new CertificateAlarm(() -> now, warnings::add);

    /** Looks each minute for some days. */
    private List<String> lookFor(int days) {
        warnings.clear();
        for (int minute = 0; minute < days * 24 * 60; minute++) {
            alarm.look(List.of(ENTRY));
            now = now.plusSeconds(60);
        }
        return List.copyOf(warnings);
    }

    @Test
    void nearItsEndAndAfterwardsThereIsALineEachDay() {
        assertEquals(List.of(), lookFor(1));
        List<String> lines = lookFor(14);
        assertEquals(14, lines.size());
        assertEquals(
                "TLS: the certificate for [images.example.com] is valid until 2026-06-30T12:00:00Z only, in 13 days",
                lines.get(0));
        assertEquals(
                List.of(
                        "TLS: the certificate for [images.example.com] has ended at 2026-06-30T12:00:00Z: clients refuse it",
                        "TLS: the certificate for [images.example.com] has ended at 2026-06-30T12:00:00Z: clients refuse it"),
                lookFor(2));
    }

    @Test
    void otherCertificatesAreWarnedOfAtOnce() {
        now = END.minus(Duration.ofDays(3));
        assertEquals(1, lookFor(1).size());
        now = now.minus(Duration.ofHours(12));
        alarm.reset();
        assertEquals(1, lookFor(1).size());
    }

    @Test
    void clientsTakeACertificateFromItsBeginningToItsEnd() {
        assertEquals(Validity.NOT_YET, ENTRY.validity(Instant.parse("2025-12-31T23:59:59Z")));
        assertEquals(Validity.VALID, ENTRY.validity(Instant.parse("2026-01-01T00:00:00Z")));
        assertEquals(Validity.VALID, ENTRY.validity(END.minus(Duration.ofDays(14))));
        assertEquals(
                Validity.ENDS_SOON,
                ENTRY.validity(END.minus(Duration.ofDays(14)).plusSeconds(1)));
        assertEquals(Validity.ENDS_SOON, ENTRY.validity(END));
        assertEquals(Validity.ENDED, ENTRY.validity(END.plusSeconds(1)));
        warnings.clear();
        now = Instant.parse("2025-12-31T23:59:59Z");
        alarm.look(List.of(ENTRY));
        assertEquals(
                List.of(
                        "TLS: the certificate for [images.example.com] is not valid before 2026-01-01T00:00:00Z: clients refuse it"),
                warnings);
    }
}

package dev.understudy.http.health;

import dev.understudy.http.tls.CertificateEntry;
import dev.understudy.http.tls.TlsStatus;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The state of HTTPS as JSON. */
final class TlsJson {

    private TlsJson() {}

    /** Returns the state at a time. */
    static Map<String, @Nullable Object> of(TlsStatus tls, Instant now) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("port", tls.port());
        json.put(
                "certificates",
                tls.certificates().stream()
                        .map(entry -> certificate(entry, now))
                        .toList());
        json.put("problem", tls.problem());
        return json;
    }

    private static Map<String, Object> certificate(CertificateEntry entry, Instant now) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("names", entry.names());
        json.put("algorithm", entry.algorithm());
        json.put("from", entry.from().toString());
        json.put("until", entry.until().toString());
        json.put("state", entry.validity(now).name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return json;
    }
}

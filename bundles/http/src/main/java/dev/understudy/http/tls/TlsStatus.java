package dev.understudy.http.tls;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of TLS, for reports.
 *
 * @param port the port that the server listens on
 * @param certificates those in use
 * @param problem why files that have changed are not in use, without folders; null when all are
 */
public record TlsStatus(
        int port,
        List<CertificateEntry> certificates,
        @Nullable String problem) {}

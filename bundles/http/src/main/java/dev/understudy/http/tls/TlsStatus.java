package dev.understudy.http.tls;

import dev.understudy.observe.ServerCertificates.ServerCertificate;
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
        @Nullable String problem) {

    /** Returns the certificates as they are told to those who observe the server. */
    public List<ServerCertificate> told() {
        return certificates.stream()
                .map(entry -> new ServerCertificate(entry.names(), entry.from(), entry.until()))
                .toList();
    }
}

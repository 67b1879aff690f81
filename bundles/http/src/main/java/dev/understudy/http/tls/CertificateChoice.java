package dev.understudy.http.tls;

import java.security.Principal;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLSession;
import org.eclipse.jetty.util.ssl.SniX509ExtendedKeyManager;
import org.eclipse.jetty.util.ssl.X509;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the certificate for the host that a client names. A host that no certificate is for, and none at all, gets the first one, so
 * that health checks by address get an answer.
 *
 * @param entries all certificates, at least one
 */
record CertificateChoice(List<CertificateEntry> entries) implements SniX509ExtendedKeyManager.SniSelector {

    /** Returns null where the certificate for the host has a key of another type; Java asks again with that type. */
    @Override
    public @Nullable String sniSelect(
            String keyType,
            Principal @Nullable [] issuers,
            @Nullable SSLSession session,
            @Nullable String host,
            @Nullable Collection<X509> ofKeyType) {
        List<String> possible = ofKeyType == null
                ? List.of()
                : ofKeyType.stream().map(X509::getAlias).toList();
        return candidates(host).stream()
                .map(CertificateEntry::alias)
                .filter(possible::contains)
                .findFirst()
                .orElse(null);
    }

    private List<CertificateEntry> candidates(@Nullable String host) {
        List<CertificateEntry> ofHost = host == null
                ? List.of()
                : entries.stream().filter(entry -> entry.isFor(host)).toList();
        // One host may have certificates of several algorithms.
        List<String> first = entries.get(0).names();
        return ofHost.isEmpty()
                ? entries.stream().filter(entry -> entry.names().equals(first)).toList()
                : ofHost;
    }
}

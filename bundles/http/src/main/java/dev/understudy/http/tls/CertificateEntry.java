package dev.understudy.http.tls;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * A certificate of the server.
 *
 * @param alias its name in the key store
 * @param algorithm the algorithm of its key
 * @param names the hosts that it is for, in lower case; {@code *.} at the beginning stands for one label
 * @param from when it begins to be valid
 * @param until when it ends to be valid
 */
public record CertificateEntry(String alias, String algorithm, List<String> names, Instant from, Instant until) {

    /** A certificate that ends within this time wants to be replaced. */
    private static final Duration SOON = Duration.ofDays(14);

    private static final int DNS = 2;
    private static final int ADDRESS = 7;
    private static final String ANY_LABEL = "*.";

    /** Whether clients take a certificate. */
    public enum Validity {
        /** Clients take it. */
        VALID,
        /** Clients take it, for two weeks at most. */
        ENDS_SOON,
        /** Clients refuse it, since it has ended. */
        ENDED,
        /** Clients refuse it, since it has not begun. */
        NOT_YET
    }

    public CertificateEntry {
        names = List.copyOf(names);
    }

    /** Returns whether clients take the certificate at a time. */
    public Validity validity(Instant now) {
        if (now.isBefore(from)) {
            return Validity.NOT_YET;
        } else if (now.isAfter(until)) {
            return Validity.ENDED;
        }
        return until.isBefore(now.plus(SOON)) ? Validity.ENDS_SOON : Validity.VALID;
    }

    static CertificateEntry of(String alias, X509Certificate certificate) {
        return new CertificateEntry(
                alias,
                certificate.getPublicKey().getAlgorithm(),
                names(certificate),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }

    /** Returns whether the certificate is for a host. */
    boolean isFor(String host) {
        String wanted = host.toLowerCase(Locale.ROOT);
        int dot = wanted.indexOf('.');
        String anyLabel = dot > 0 ? ANY_LABEL + wanted.substring(dot + 1) : wanted;
        return names.contains(wanted) || names.contains(anyLabel);
    }

    /** Names the subject where there are no alternative names, which browsers no longer do. */
    private static List<String> names(X509Certificate certificate) {
        List<String> names = new ArrayList<>();
        try {
            Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
            if (alternatives != null) {
                for (List<?> alternative : alternatives) {
                    if (alternative.get(0).equals(DNS) || alternative.get(0).equals(ADDRESS)) {
                        names.add(alternative.get(1).toString().toLowerCase(Locale.ROOT));
                    }
                }
            }
        } catch (CertificateParsingException e) {
            names.clear();
        }
        return names.isEmpty() ? commonName(certificate) : names;
    }

    private static List<String> commonName(X509Certificate certificate) {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(Rdn::getValue)
                            .map(value -> value.toString().toLowerCase(Locale.ROOT))
                            .toList();
        } catch (InvalidNameException e) {
            return List.of();
        }
    }
}

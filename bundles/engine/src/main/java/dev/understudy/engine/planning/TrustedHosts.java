package dev.understudy.engine.planning;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.source.ForeignUrl;
import java.util.List;
import java.util.Locale;

/**
 * The hosts that absolute URLs may name, {@code attribute::TrustedDomains}: {@code example.com} for that host alone,
 * {@code *.example.com} for those below it, {@code *} for any. Without a port, the usual one of the scheme is meant; {@code :*} is
 * for any port.
 *
 * @param entries as above
 */
record TrustedHosts(List<String> entries) {

    private static final String ANY = "*";

    static TrustedHosts of(Catalog catalog) {
        return new TrustedHosts(catalog.get(Attributes.TRUSTED_DOMAINS));
    }

    /** Whether the host and the port of a URL are among them. */
    boolean have(ForeignUrl url) {
        return entries.stream().anyMatch(entry -> matches(entry.strip().toLowerCase(Locale.ROOT), url));
    }

    private static boolean matches(String entry, ForeignUrl url) {
        int colon = entry.lastIndexOf(':');
        boolean ported = colon > entry.lastIndexOf(']');
        String host = ported ? entry.substring(0, colon) : entry;
        String port = ported ? entry.substring(colon + 1) : "";
        boolean portMatches = port.isEmpty() ? url.hasUsualPort() : port.equals(ANY) || port.equals("" + url.port());
        return portMatches && hostMatches(host, url.host());
    }

    private static boolean hostMatches(String allowed, String host) {
        return allowed.equals(ANY)
                || allowed.equals(host)
                || allowed.startsWith("*.") && host.endsWith(allowed.substring(1));
    }

    @Override
    public String toString() {
        return entries.isEmpty() ? "none" : String.join(",", entries);
    }
}

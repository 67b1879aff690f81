package dev.understudy.engine.request;

import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.Catalogs;
import dev.understudy.engine.codec.OutputFormats;
import dev.understudy.protocol.admission.AccessPolicy;
import dev.understudy.protocol.rule.RuleOutcome;
import dev.understudy.protocol.syntax.ObjectName;
import dev.understudy.serve.ClientHints;
import org.jspecify.annotations.Nullable;

/**
 * A request before it is read, and all that reading and planning it takes.
 *
 * @param path what follows the mount, still encoded
 * @param query what follows the question mark, neither locked nor obfuscated, still encoded; null for nothing
 * @param catalogs the catalogs that names are looked up in
 * @param formats what replies can be written as
 * @param policy what the request may use
 * @param hints what the client says of itself
 * @param rules what preprocessing rules did with it before
 */
public record RawRequest(
        String path,
        @Nullable String query,
        Catalogs catalogs,
        OutputFormats formats,
        AccessPolicy policy,
        ClientHints hints,
        RuleOutcome rules) {

    /** A request that no rules have been applied to. */
    public RawRequest(
            String path,
            @Nullable String query,
            Catalogs catalogs,
            OutputFormats formats,
            AccessPolicy policy,
            ClientHints hints) {
        this(path, query, catalogs, formats, policy, hints, RuleOutcome.NONE);
    }

    /** The same request when only records are looked at, and no file. */
    public RawRequest forRecords() {
        return new RawRequest(path, query, catalogs, formats, policy.ofRecords(), hints, rules);
    }

    /** The same request under another policy. */
    public RawRequest with(AccessPolicy newPolicy) {
        return new RawRequest(path, query, catalogs, formats, newPolicy, hints, rules);
    }

    /** The same request among other catalogs. */
    RawRequest within(Catalogs others) {
        return new RawRequest(path, query, others, formats, policy, hints, rules);
    }

    /** Whether the mount alone is requested, which asks who the server is. */
    public boolean isIdentity() {
        return (path.isEmpty() || path.equals("/")) && (query == null || query.isEmpty());
    }

    /** The catalog that the path begins with, or else the default catalog. */
    Catalog namedCatalog() {
        return ObjectName.ofPath(path).catalog(catalogs);
    }
}

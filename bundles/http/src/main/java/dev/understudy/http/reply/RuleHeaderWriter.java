package dev.understudy.http.reply;

import dev.understudy.catalog.RuleHeader;
import dev.understudy.serve.Freshness;
import dev.understudy.serve.Reply;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** Gives an answer the headers of preprocessing rules, after all of its own. */
final class RuleHeaderWriter {

    private RuleHeaderWriter() {}

    /**
     * Adds or replaces headers. What shared caches may not keep stays so, whatever a rule says. Of the server's own two headers of the
     * lifetime none is left that says something else than a rule.
     */
    static void mark(HttpFields.Mutable headers, Reply reply) {
        if (reply.headers().isEmpty()) {
            return;
        }
        Freshness freshness = reply.freshness();
        boolean open = freshness.storable() && freshness.shareable();
        if (open) {
            dropLifetime(headers, reply.headers());
        }
        for (RuleHeader header : reply.headers()) {
            if (open || !header.isOfCaches() || header.adds() && header.name().equalsIgnoreCase("Vary")) {
                mark(headers, header);
            }
        }
    }

    private static void dropLifetime(HttpFields.Mutable headers, List<RuleHeader> rules) {
        boolean control = sets(HttpHeader.CACHE_CONTROL, rules);
        boolean expires = sets(HttpHeader.EXPIRES, rules);
        if (control && !expires) {
            headers.remove(HttpHeader.EXPIRES);
        } else if (expires && !control) {
            headers.remove(HttpHeader.CACHE_CONTROL);
        }
    }

    private static boolean sets(HttpHeader header, List<RuleHeader> rules) {
        return rules.stream().anyMatch(rule -> header.is(rule.name()));
    }

    private static void mark(HttpFields.Mutable headers, RuleHeader header) {
        String before = header.adds() ? headers.get(header.name()) : null;
        headers.put(
                header.name(), before == null || before.isEmpty() ? header.value() : before + ", " + header.value());
    }
}

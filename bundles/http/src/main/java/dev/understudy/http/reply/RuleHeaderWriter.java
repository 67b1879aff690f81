package dev.understudy.http.reply;

import dev.understudy.catalog.RuleHeader;
import dev.understudy.serve.Freshness;
import dev.understudy.serve.Reply;
import org.eclipse.jetty.http.HttpFields;

/** Gives an answer the headers of preprocessing rules, after all of its own. */
final class RuleHeaderWriter {

    private RuleHeaderWriter() {}

    /** Adds or replaces headers. What shared caches may not keep stays so, whatever a rule says. */
    static void mark(HttpFields.Mutable headers, Reply reply) {
        if (reply.headers().isEmpty()) {
            return;
        }
        Freshness freshness = reply.freshness();
        boolean open = freshness.storable() && freshness.shareable();
        for (RuleHeader header : reply.headers()) {
            if (open || !header.isOfCaches() || header.adds() && header.name().equalsIgnoreCase("Vary")) {
                mark(headers, header);
            }
        }
    }

    private static void mark(HttpFields.Mutable headers, RuleHeader header) {
        String before = header.adds() ? headers.get(header.name()) : null;
        headers.put(
                header.name(), before == null || before.isEmpty() ? header.value() : before + ", " + header.value());
    }
}

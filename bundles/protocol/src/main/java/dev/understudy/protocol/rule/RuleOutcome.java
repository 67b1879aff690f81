package dev.understudy.protocol.rule;

import dev.understudy.catalog.RuleHeader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of a catalog did with a request.
 *
 * @param matched the names of the rules that matched, in their order
 * @param target path and query as the rules left them; null when they are as they were sent
 * @param headers for the answer, in their order
 */
public record RuleOutcome(List<String> matched, @Nullable String target, List<RuleHeader> headers) {

    /** No rule matched. */
    public static final RuleOutcome NONE = new RuleOutcome(List.of(), null, List.of());

    public RuleOutcome {
        matched = List.copyOf(matched);
        headers = List.copyOf(headers);
    }

    /** The same with other headers. */
    public RuleOutcome with(List<RuleHeader> newHeaders) {
        return new RuleOutcome(matched, target, newHeaders);
    }
}

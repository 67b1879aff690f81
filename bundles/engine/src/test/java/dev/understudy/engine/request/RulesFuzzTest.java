package dev.understudy.engine.request;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.understudy.catalog.AttributeOverrides;
import dev.understudy.catalog.IpAddresses;
import dev.understudy.catalog.Rule;
import dev.understudy.catalog.RuleContext;
import dev.understudy.catalog.RuleHeader;
import dev.understudy.catalog.RuleSet;
import dev.understudy.catalog.RuleSubstitution;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.rule.RuleBudget;
import dev.understudy.protocol.rule.RuleEvaluation;
import dev.understudy.protocol.rule.RuleHeaders;
import dev.understudy.protocol.rule.RuledRequest;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Expressions, substitutions and requests that somebody else has thought of: a request comes out, or it is refused in time. */
class RulesFuzzTest {

    /** Of the processor: other load does not count. */
    private static final long MOST_NANOS = 3_000_000_000L;

    static Stream<Arguments> lines() {
        return Stream.of(
                        "(?i)_hg$\n\\?&qlt=95,1\nshop/a_HG",
                        "([^/]+)/(small|large)$\n$2Template?src=shop/$1\nshop/a/small",
                        "(a+)+$\n$1$1\naaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!",
                        "(x*)*\n$0$0&\nshop/%zz?$v=%0d%0aa&wid=$v$",
                        "^\n$12\\\nshop/a?$v=b")
                .map(text -> Arguments.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    @MethodSource("lines")
    @FuzzTest
    void rules(byte[] input) {
        String[] lines = new String(input, StandardCharsets.UTF_8).split("\n", 3);
        if (lines.length < 3) {
            return;
        }
        Rule rule;
        try {
            Pattern expression = Pattern.compile(lines[0]);
            int groups = expression.matcher("").groupCount();
            rule = new Rule(
                    "fuzzed",
                    Set.of(RuleContext.IMAGE),
                    expression,
                    RuleSubstitution.parse(lines[1], groups),
                    true,
                    Rule.OnMatch.CONTINUE,
                    AttributeOverrides.NONE,
                    null,
                    List.of(new RuleHeader("X-V", "$v$", true)));
        } catch (IllegalArgumentException | StackOverflowError e) {
            return;
        }
        apply(List.of(rule, rule), lines[2]);
    }

    private static void apply(List<Rule> rules, String target) {
        TestCatalogs catalogs = new TestCatalogs();
        catalogs.defaults().rules(new RuleSet(rules, false));
        int question = target.indexOf('?');
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        try {
            RuledRequest ruled = RuleEvaluation.apply(
                    catalogs.defaultCatalog(),
                    RuleContext.IMAGE,
                    question < 0 ? target : target.substring(0, question),
                    question < 0 ? null : target.substring(question + 1),
                    IpAddresses.parse("203.0.113.9"),
                    catalogs,
                    new RuleBudget());
            assertTrue(ruled.path().length() <= 65_536);
            for (RuleHeader header : RuleHeaders.filledIn(ruled.outcome().headers(), ruled.query())) {
                assertTrue(header.value().chars().noneMatch(c -> c < ' ' && c != '\t'), header::toString);
            }
        } catch (ServeException e) {
            assertTrue(!e.failure().message().isBlank());
        }
        long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        assertTrue(nanos < MOST_NANOS, () -> nanos / 1_000_000 + " ms");
    }
}

package dev.understudy.protocol.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.AddressFilter;
import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.IpAddresses;
import dev.understudy.catalog.RecordFields;
import dev.understudy.catalog.RuleContext;
import dev.understudy.catalog.RuleHeader;
import dev.understudy.catalog.RuleSet;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.PixelSize;
import dev.understudy.testkit.catalog.TestCatalog;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What rules make of requests, with the reference's own examples. */
class RuleEvaluationTest {

    private static final InetAddress OFFICE = IpAddresses.parse("10.1.2.3");
    private static final InetAddress HOME = IpAddresses.parse("203.0.113.9");

    private final TestCatalogs catalogs = new TestCatalogs();
    private final TestCatalog shop = catalogs.tenant("shop")
            .record("a", "a.jpg")
            .record("b", "b.jpg")
            .set(Attributes.MAX_PIX, new PixelSize(3, 3));

    private RuledRequest apply(RuleContext context, String target, @Nullable InetAddress client) throws ServeException {
        int question = target.indexOf('?');
        return RuleEvaluation.apply(
                shop.catalog(),
                context,
                question < 0 ? target : target.substring(0, question),
                question < 0 ? null : target.substring(question + 1),
                client,
                catalogs,
                new RuleBudget());
    }

    private RuledRequest apply(String target) throws ServeException {
        return apply(RuleContext.IMAGE, target, HOME);
    }

    private String after(String target) throws ServeException {
        RuledRequest ruled = apply(target);
        return ruled.query() == null ? ruled.path() : ruled.path() + '?' + ruled.query();
    }

    private Failure refused(RuleContext context, String target, InetAddress client) {
        Failure failure = assertThrows(ServeException.class, () -> apply(context, target, client))
                .failure();
        assertEquals(FailureKind.REQUEST_REFUSED, failure.kind());
        return failure;
    }

    @Test
    void exampleAOfThePage() throws Exception {
        shop.ruled("<rule><expression>(?i)_hg$</expression>"
                + "<substitution>\\?&amp;qlt=95,1&amp;resmode=bicub</substitution></rule>");
        assertEquals("shop/a?&qlt=95,1&resmode=bicub", after("shop/a_HG"));
        assertEquals("shop/a_hg?wid=3", after("shop/a_hg?wid=3"));
    }

    @Test
    void exampleAInItsOtherFormBeginsTheQueryByItself() throws Exception {
        shop.ruled("<rule><expression>(?i)_hg$</expression>"
                + "<substitution><![CDATA[&qlt=95,1&resmode=bicub]]></substitution></rule>");
        assertEquals("shop/a?qlt=95,1&resmode=bicub", after("shop/a_hg"));
        assertEquals("shop/a&b?qlt=95,1&resmode=bicub", after("shop/a&b_hg"));
        assertEquals("shop/a?x=&qlt=95,1&resmode=bicub", after("shop/a?x=_hg"));
    }

    @Test
    void exampleBOfThePage() throws Exception {
        shop.ruled("<rule><expression>([^/]+)/(small|medium|large)$</expression>"
                + "<substitution>$2Template?src=shop/$1</substitution></rule>");
        assertEquals("shop/smallTemplate?src=shop/myImage", after("shop/myImage/small"));
        assertEquals("shop/myImage/tiny", after("shop/myImage/tiny"));
    }

    @Test
    void theExampleOfTheHeader() throws Exception {
        shop.ruled("<rule OnMatch=\"continue\"><expression>\\$Edge-Control=</expression>"
                + "<header Name=\"Edge-Control\">$Edge-Control$</header></rule>");
        RuledRequest ruled = apply("shop/a?$Edge-Control=no-store");
        assertNull(ruled.outcome().target());
        assertEquals(
                "no-store",
                RuleHeaders.filledIn(ruled.outcome().headers(), ruled.query())
                        .get(0)
                        .value());
        assertSame(RuleOutcome.NONE, apply("shop/a").outcome());
    }

    @Test
    void theExampleOfTheSubstitutionKeepsItsWords() throws Exception {
        shop.ruled("<rule><substitution><![CDATA[&text=<Hello, world!>]]></substitution></rule>");
        assertEquals("shop/a?wid=3&text=<Hello, world!>", after("shop/a?wid=3"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a | b | '' | shop/a/a?a | shop/b/a?a",
                "a | b | all | shop/a/a?a | shop/b/b?b",
                "a | '' | all | shop/a/a?wid=2 | shop//?wid=2",
                "wid=(\\d+) | hei=$1 | '' | shop/a?wid=20 | shop/a?hei=20",
                "wid=(\\d)(\\d) | wid=$2$1$0 | '' | shop/a?wid=20 | shop/a?wid=02wid=20",
                "(a) | $11 | '' | shop/a | shop/a1",
                "(x)?a | [$1] | '' | shop/a | shop/[]",
                "a$ | a?$preset$ | '' | shop/a | shop/a?$preset$",
                "a$ | a?\\$1 | '' | shop/a | shop/a?$1",
                "\\.jpg$ | ?fmt=jpg | '' | shop/a.jpg | shop/a?fmt=jpg",
                "^shop/ | /shop/ | '' | shop/a | /shop/a",
                "^(.*)/([^/]*)/(.*)\\.jpg$ | $1/$3?\\$$2\\$ | '' | shop/small/a.jpg | shop/a?$small$",
                "^ | x | all | shop/a | xshop/a",
            })
    void substitutions(String expression, String substitution, String replace, String before, String after)
            throws Exception {
        shop.ruled("<rule" + (replace.isEmpty() ? "" : " Replace='" + replace + "'") + "><expression><![CDATA["
                + expression + "]]></expression><substitution><![CDATA[" + substitution + "]]></substitution></rule>");
        assertEquals(after, after(before));
    }

    @Test
    void rulesAreSearchedInOrderAndTheFirstMatchIsTheLast() throws Exception {
        shop.ruled(
                "<rule Name='1'><expression>b</expression><substitution>c</substitution></rule>",
                "<rule Name='2'><expression>a</expression><substitution>b</substitution></rule>",
                "<rule Name='3'><expression>b</expression><substitution>d</substitution></rule>");
        assertEquals("shop/b", after("shop/a"));
        assertEquals(List.of("2"), apply("shop/a").outcome().matched());
    }

    @Test
    void continuingRulesSeeWhatTheOnesBeforeHaveLeft() throws Exception {
        shop.ruled(
                "<rule Name='1' OnMatch='continue'><expression>a</expression><substitution>b</substitution></rule>",
                "<rule Name='2' OnMatch='continue'><expression>a</expression><substitution>z</substitution></rule>",
                "<rule Name='3' OnMatch='continue'><expression>b</expression><substitution>c</substitution></rule>",
                "<rule Name='4'><substitution>?wid=1</substitution></rule>");
        assertEquals("shop/c?wid=1", after("shop/a"));
        assertEquals(List.of("1", "3", "4"), apply("shop/a").outcome().matched());
        assertEquals("shop/c?wid=1", apply("shop/a").outcome().target());
    }

    @Test
    void anErrorRefusesWithTheNameOfTheRule() throws Exception {
        shop.ruled("<rule Name='no blur' OnMatch='error'><expression>op_blur</expression></rule>");
        assertTrue(
                refused(RuleContext.IMAGE, "shop/a?op_blur=9", HOME).message().contains("no blur"));
        assertEquals("shop/a?wid=9", after("shop/a?wid=9"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop/secret",
                "/shop/secret",
                "//shop//secret/",
                "shop//secret",
                "shop%2Fsecret",
                "shop%2f%2fsecret",
                "%2Fshop/secret",
                "shop/./secret",
                "shop/%73ecret",
                "%73hop/se%63ret?wid=9",
            })
    void noSpellingOfAPathMissesARule(String target) throws Exception {
        shop.ruled("<rule OnMatch='error'><expression>^shop/secret(?![^?])</expression></rule>");
        refused(RuleContext.IMAGE, target, HOME);
        shop.ruled("<rule><expression>^shop/secret(?![^?])</expression><substitution>shop/b</substitution></rule>");
        String changed = after(target);
        assertEquals("shop/b", changed.replaceFirst("^/", "").replace("?wid=9", ""));
        assertEquals(target.startsWith("/"), changed.startsWith("/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/shop//a%20b?x=%41", "shop/%61", "shop%2Fa", "shop/a%26b/?", "shop/é"})
    void aRequestGoesOnAsItWasSentIfNoRuleChangesIt(String target) throws Exception {
        shop.ruled("<rule OnMatch='continue'><expression>none</expression></rule>");
        assertEquals(target, after(target));
        shop.ruled("<rule OnMatch='continue' Expiration='2'/>");
        assertEquals(target, after(target));
        assertNull(apply(target).outcome().target());
    }

    @Test
    void aRuleIsForTheContextsThatItNames() throws Exception {
        shop.ruled(
                "<rule RequestType='static' OnMatch='error'><expression>one</expression></rule>",
                "<rule RequestType='ir' OnMatch='error'/>",
                "<rule OnMatch='error'><expression>both</expression></rule>");
        assertEquals("shop/one", after("shop/one"));
        refused(RuleContext.STATIC, "shop/one", HOME);
        refused(RuleContext.STATIC, "shop/both", HOME);
        refused(RuleContext.IMAGE, "shop/both", HOME);
    }

    @Test
    void theFilterOfARuleStandsForThatOfTheCatalog() throws Exception {
        shop.set(Attributes.CLIENT_ADDRESS_FILTER, AddressFilter.parse("192.0.2.0/24"));
        shop.ruled("<rule><expression>a$</expression><addressfilter>10.0.0.0/8</addressfilter></rule>");
        Catalog ruling = apply(RuleContext.IMAGE, "shop/a", OFFICE).ruling();
        assertTrue(ruling.get(Attributes.CLIENT_ADDRESS_FILTER).allows(OFFICE));
        assertTrue(ruling.get(Attributes.CLIENT_ADDRESS_FILTER).restricts());
        assertTrue(refused(RuleContext.IMAGE, "shop/a", HOME).message().contains("203.0.113.9"));
        assertNotNull(apply(RuleContext.IMAGE, "shop/a", null));
        assertSame(shop.catalog(), apply("shop/b").ruling());
    }

    @Test
    void severalFiltersHaveAllToBePassed() throws Exception {
        shop.ruled(
                "<rule OnMatch='continue'><addressfilter>10.0.0.0/8</addressfilter></rule>",
                "<rule><addressfilter>0.0.0.0/0</addressfilter></rule>");
        refused(RuleContext.IMAGE, "shop/a", HOME);
        assertTrue(apply(RuleContext.IMAGE, "shop/a", OFFICE)
                .ruling()
                .get(Attributes.CLIENT_ADDRESS_FILTER)
                .restricts());
    }

    @Test
    void valuesOfAttributesHoldForTheCatalogOfTheRulesAndItsRecords() throws Exception {
        shop.record("b").set(RecordFields.EXPIRATION, Duration.ofHours(7));
        shop.ruled(
                "<rule OnMatch='continue' Expiration='2' MaxPix='9,9'/>",
                "<rule OnMatch='continue' Expiration='1'/>",
                "<rule OnMatch='continue' Expiration='3'><expression>none</expression></rule>");
        RuledRequest ruled = apply("shop/a");
        Catalog catalog = ruled.catalogs().catalog("shop").orElseThrow();
        assertEquals(Duration.ofHours(1), catalog.get(Attributes.EXPIRATION));
        assertEquals(9, catalog.get(Attributes.MAX_PIX).width());
        assertEquals(Duration.ofHours(1), catalog.image("a").orElseThrow().get(RecordFields.EXPIRATION));
        assertEquals(Duration.ofHours(7), catalog.image("b").orElseThrow().get(RecordFields.EXPIRATION));
        assertSame(catalog, catalog.image("a").orElseThrow().catalog());
        assertEquals("1", catalog.written(Attributes.EXPIRATION).orElseThrow().text());
        assertTrue(ruled.catalogs().all().contains(catalog));
        assertEquals(
                Attributes.EXPIRATION.fallback(),
                ruled.catalogs().defaultCatalog().get(Attributes.EXPIRATION));
        assertEquals(Attributes.EXPIRATION.fallback(), shop.catalog().get(Attributes.EXPIRATION));
    }

    @Test
    void variantsAreFoundWithoutALookAtAllIds() throws Exception {
        shop.record("a:small", "c.jpg").ruled("<rule Expiration='2'/>");
        Catalog indexed = (Catalog) Proxy.newProxyInstance(
                Catalog.class.getClassLoader(), new Class<?>[] {Catalog.class}, (proxy, method, arguments) -> {
                    assertNotEquals("imageIds", method.getName());
                    return method.getName().equals("variants")
                            ? List.of(shop.catalog().image("a:small").orElseThrow())
                            : method.invoke(shop.catalog(), arguments);
                });
        Catalog ruled = RuleEvaluation.apply(
                        indexed, RuleContext.IMAGE, "shop/a", null, HOME, catalogs, new RuleBudget())
                .ruling();
        assertEquals(Duration.ofHours(2), ruled.variants("a").get(0).get(RecordFields.EXPIRATION));
    }

    /** Each is hopeless for the text: it tries out very many ways, or needs a stack that no thread has. */
    @ParameterizedTest
    @ValueSource(strings = {"(a+)+$", "(a|aa)+$", "(?:a*)*b$", "(.*,){11}P", "(a|b|c)*$x", "(x+x+)+y|(a?){40}a{40}$"})
    void anExpressionThatTakesTooLongRefusesTheRequest(String expression) throws Exception {
        shop.ruled("<rule Name='slow'><expression>" + expression + "</expression></rule>");
        String target = "shop/" + "a".repeat(5000) + "!";
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        try {
            apply(target);
        } catch (ServeException e) {
            assertEquals(new Failure.SlowRule("shop", "slow", target.length()), e.failure());
            assertEquals(
                    "The catalog 'shop' has the rule slow, which takes too long for this request",
                    e.failure().message());
        }
        long millis = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1_000_000;
        assertTrue(millis < 500, millis + " ms for " + expression);
    }

    @Test
    void theTimeIsThatOfAllRulesTogether() throws Exception {
        String slow = "<rule OnMatch='continue'><expression>^(([a-z])+.)+[A-Z]([a-z])+$</expression></rule>";
        shop.ruled(slow.repeat(500));
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        refused(RuleContext.IMAGE, "shop/" + "a".repeat(200), HOME);
        long millis = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1_000_000;
        assertTrue(millis < 500, millis + " ms");
    }

    @Test
    void aRequestThatGrowsWithoutEndIsRefused() throws Exception {
        shop.ruled("<rule OnMatch='continue'><expression>^.*$</expression><substitution>$0$0</substitution></rule>"
                .repeat(40));
        Failure failure =
                assertThrows(ServeException.class, () -> apply("shop/a")).failure();
        assertEquals(FailureKind.SIZE_LIMIT, failure.kind());
    }

    @Test
    void aClosedCatalogRefusesAll() {
        shop.rules(RuleSet.CLOSED);
        assertTrue(refused(RuleContext.IMAGE, "shop/a", HOME).message().contains("RuleSetFile"));
    }

    @Test
    void withoutRulesNothingIsMade() throws Exception {
        RuledRequest ruled = apply("shop/a?wid=2");
        assertSame(catalogs, ruled.catalogs());
        assertSame(RuleOutcome.NONE, ruled.outcome());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-A | $a$ and $A$ | $a=b%20c | X-A: b c and b c",
                "X-$n$ | v | $n=One&$n=Two | X-Two: v",
                "X-A | $none$ $ 5$ | x=1 | X-A: $none$ $ 5$",
                "X-A | $a$ | $a=$b$&$b=c | X-A: $b$",
                "X-A | name=\"$a$\"; b=$a$ | $a=x%22;%20y=%22 | X-A: name=\"x\\\"; y=\\\"\"; b=x\"; y=\"",
                "X-A | \"\\\"$a$\" | $a=x%5c%22 | X-A: \"\\\"x\\\\\\\"\"",
            })
    void headersHaveTheVariablesOfTheRequest(String name, String value, String query, String header) throws Exception {
        shop.ruled("<rule><header Name='" + name + "'>" + value + "</header></rule>");
        RuledRequest ruled = apply("shop/a?" + query);
        var filled =
                RuleHeaders.filledIn(ruled.outcome().headers(), ruled.query()).get(0);
        assertEquals(header, filled.name() + ": " + filled.value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$v=a%0d%0aSet-Cookie:%20x",
                "$v=%00",
                "$v=%e2%82%ac",
                "$n=Content-Length",
                "$n=a%20b",
                "$n=",
                "$n=Transfer-Encoding",
                "$n=Understudy-StandIn",
                "$n=x%0ay"
            })
    void noVariableMakesAHeaderThatHttpDoesNotHave(String query) throws Exception {
        shop.ruled("<rule><header Name='$n$'>$v$</header></rule>");
        String all = "$n=X&$v=y&" + query;
        List<RuleHeader> headers = apply("shop/a?" + all).outcome().headers();
        Failure failure = assertThrows(ServeException.class, () -> RuleHeaders.filledIn(headers, all))
                .failure();
        assertEquals(FailureKind.REQUEST_REFUSED, failure.kind());
    }
}

package dev.understudy.catalog.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.AddressFilter;
import dev.understudy.catalog.Attribute;
import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Rule;
import dev.understudy.catalog.RuleContext;
import dev.understudy.catalog.RuleHeader;
import dev.understudy.catalog.RuleSet;
import dev.understudy.catalog.Support;
import dev.understudy.catalog.file.Diagnostic;
import dev.understudy.catalog.file.Diagnostics;
import dev.understudy.catalog.file.MalformedFileException;
import dev.understudy.image.PixelSize;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule sets as the reference describes them, and files that are none. */
class RuleSetReaderTest {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private final Diagnostics diagnostics = new Diagnostics();

    private RuleSet read(String text) throws IOException, MalformedFileException {
        return RuleSetReader.read(new StringReader(text), diagnostics);
    }

    private Rule rule(String element) throws IOException, MalformedFileException {
        return read(HEAD + "<ruleset>" + element + "</ruleset>").rules().get(0);
    }

    @Test
    void aRuleOfAllElementsAndAttributes() throws Exception {
        Rule rule = rule("<rule Name='all of it' OnMatch='continue' Replace='all' RequestType='is, static'"
                + " DefaultImageMode='1' ErrorImage='oops' Expiration='-1' MaxPix='200,100' RequestLock='1'"
                + " RequestObfuscation='1' WaterMark='mark'>\n<header Name='X-Rule' Action='add'>one</header>"
                + "<expression><![CDATA[&fmt=(custom)]]></expression><substitution>&amp;fmt=$1</substitution>"
                + "<addressfilter>10.0.0.0/8, 192.168.2.117</addressfilter><header Name='Y'>two</header></rule>");
        assertEquals("all of it", rule.name());
        assertEquals(Rule.OnMatch.CONTINUE, rule.onMatch());
        assertTrue(rule.replacesAll());
        assertEquals(Set.of(RuleContext.IMAGE, RuleContext.STATIC), rule.contexts());
        assertNotNull(rule.expression());
        assertEquals("&fmt=(custom)", rule.expression().pattern());
        assertNotNull(rule.substitution());
        assertEquals(AddressFilter.parse("10.0.0.0/8,192.168.2.117"), rule.addressFilter());
        assertEquals(List.of(new RuleHeader("X-Rule", "one", true), new RuleHeader("Y", "two", false)), rule.headers());
        assertEquals(Optional.of(1), rule.overrides().get(Attributes.DEFAULT_IMAGE_MODE));
        assertEquals(Optional.of("oops"), rule.overrides().get(Attributes.ERROR_IMAGE));
        assertEquals(Optional.of(Duration.ofDays(3650)), rule.overrides().get(Attributes.EXPIRATION));
        assertEquals(Optional.of(new PixelSize(200, 100)), rule.overrides().get(Attributes.MAX_PIX));
        assertEquals(Optional.of(true), rule.overrides().get(Attributes.REQUEST_LOCK));
        assertEquals(Optional.of(1), rule.overrides().get(Attributes.REQUEST_OBFUSCATION));
        assertEquals(Optional.of("mark"), rule.overrides().get(Attributes.WATERMARK));
        assertEquals(List.of(), diagnostics.list());
    }

    @Test
    void whatIsLeftOutHasTheDefaultsOfThePage() throws Exception {
        Rule rule = rule("<rule/>");
        assertEquals("1 (line 2)", rule.name());
        assertEquals(Rule.OnMatch.BREAK, rule.onMatch());
        assertEquals(EnumSet.allOf(RuleContext.class), rule.contexts());
        assertNull(rule.expression());
        assertNull(rule.substitution());
        assertNull(rule.addressFilter());
        assertTrue(!rule.replacesAll()
                && rule.headers().isEmpty()
                && rule.overrides().isEmpty());
    }

    @Test
    void anEmptyExpressionMatchesAllAnEmptyFilterSaysNothingAnEmptySubstitutionRemoves() throws Exception {
        Rule rule = rule(
                "<rule replace='all'><expression/><substitution></substitution><addressfilter> </addressfilter></rule>");
        assertNull(rule.expression());
        assertNull(rule.addressFilter());
        assertNotNull(rule.substitution());
        assertTrue(rule.replacesAll());
    }

    @Test
    void noRulesAreARuleSetToo() throws Exception {
        assertEquals(RuleSet.NONE, read(HEAD + "<!-- none --><ruleset/>"));
    }

    @Test
    void theExampleOfThePageIsOne() throws Exception {
        String page = Files.readString(Path.of("../../docs/rule-sets.md"));
        String example = page.substring(page.indexOf("<?xml"), page.indexOf("```\n\nA rule"));
        assertEquals(
                List.of("drafts", "no blur", "sizes", "download"),
                read(example).rules().stream().map(Rule::name).toList());
        assertEquals(List.of(), diagnostics.list());
    }

    @Test
    void whiteSpaceCounts() throws Exception {
        Rule rule = rule("<rule><expression> a\nb </expression></rule>");
        assertNotNull(rule.expression());
        assertEquals(" a\nb ", rule.expression().pattern());
    }

    @Test
    void whateverARuleOverridesHasAnEffect() throws Exception {
        String schema = Files.readString(Path.of("src/main/resources/dev/understudy/catalog/rule/RuleSet.xsd"));
        List<String> overridden = Attributes.all().stream()
                .filter(attribute -> schema.contains("<xs:attribute name=\"" + attribute.name() + '"'))
                .filter(attribute -> attribute.support() == Support.NONE)
                .map(Attribute::name)
                .toList();
        assertEquals(List.of(), overridden, "attributes that do nothing");
        rule("<rule SavePath='a'/>");
        assertEquals(List.of(), diagnostics.list());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<rules/> | 1 | rules",
                "<ruleset><rule/><rule OnMatch='stop'/></ruleset> | 1 | [break, continue, error]",
                "<ruleset><rule onmatch='break'/></ruleset> | 1 | 'onmatch'",
                "<ruleset><rule Replace='last'/></ruleset> | 1 | [first, all]",
                "<ruleset><rule RequestType='is,iq'/></ruleset> | 1 | is,iq",
                "<ruleset><rule BkgColor='ff0000'/></ruleset> | 1 | 'BkgColor'",
                "<ruleset><rule MaxPix='big'/></ruleset> | 1 | MaxPix: 'big' is not a valid value",
                "<ruleset><rule><pathrule/></rule></ruleset> | 1 | 'pathrule'",
                "<ruleset>text</ruleset> | 1 | ruleset",
                "<ruleset><rule>text</rule></ruleset> | 1 | rule",
                "<ruleset><rule><expression>a</expression><expression>b</expression></rule></ruleset> | 1 | one <expression>",
                "<ruleset><rule><expression>(</expression></rule></ruleset> | 1 | Unclosed group at character 2",
                "<ruleset><rule><substitution>$1</substitution></rule></ruleset> | 1 | '$1' stands for no group",
                "<ruleset><rule><addressfilter>office</addressfilter></rule></ruleset> | 1 | IP addresses separated",
                "<ruleset><rule><header>x</header></rule></ruleset> | 1 | 'Name'",
                "<ruleset><rule><header Name='X' Action='put'>x</header></rule></ruleset> | 1 | [set, add]",
                "<ruleset><rule><header Name='a b'>x</header></rule></ruleset> | 1 | 'a b' is not a valid name",
                "<ruleset><rule><header Name='Transfer-Encoding'>x</header></rule></ruleset> | 1 | the server's own",
                "<ruleset><rule><header Name='CONNECTION'>x</header></rule></ruleset> | 1 | the server's own",
                "<ruleset><rule><header Name='Content-Length'>1</header></rule></ruleset> | 1 | the server's own",
                "<ruleset><rule><header Name='Understudy-StandIn'>x</header></rule></ruleset> | 1 | the server's own",
                "<ruleset><rule><header Name='Vary'>*</header></rule></ruleset> | 1 | only be added to",
                "<ruleset><rule><header Name='X'>a&#10;b</header></rule></ruleset> | 1 | characters that no header has",
                "<ruleset><rule><header Name='X'>&#x20AC;</header></rule></ruleset> | 1 | characters that no header has",
                "<ruleset><rule></ruleset> | 1 | rule",
                "<ruleset/><ruleset/> | 1 | root",
                "no file | 1 | prolog",
            })
    void aFileThatDoesNotConformIsToldWithItsLine(String text, int line, String words) {
        Diagnostic finding = refused(text);
        assertEquals(line, finding.line(), finding::message);
        assertTrue(finding.message().contains(words), finding::message);
    }

    @Test
    void aLineBreakInASubstitutionIsToldAtItsLine() {
        Diagnostic finding = refused(HEAD + "<ruleset>\n<rule>\n<substitution>a\nb</substitution>\n</rule></ruleset>");
        assertTrue(finding.message().contains("white space counts"), finding::message);
    }

    static Stream<Arguments> hostileFiles() {
        String rule = "<ruleset><rule><expression>&x;</expression></rule></ruleset>";
        return Stream.of(
                Arguments.of("a document type", "<!DOCTYPE ruleset><ruleset/>"),
                Arguments.of("a file", "<!DOCTYPE ruleset [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>" + rule),
                Arguments.of("a server", "<!DOCTYPE ruleset SYSTEM 'http://127.0.0.1:1/x.dtd'><ruleset/>"),
                Arguments.of("a parameter entity", "<!DOCTYPE r [<!ENTITY % p SYSTEM 'file:///x'>%p;]><ruleset/>"),
                Arguments.of(
                        "many laughs",
                        "<!DOCTYPE r [<!ENTITY a 'aaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY x '&b;&b;&b;&b;'>]>"
                                + rule),
                Arguments.of("an entity that nobody has made", rule),
                Arguments.of(
                        "an inclusion",
                        "<ruleset xmlns:i='http://www.w3.org/2001/XInclude'><i:include href='/etc/hostname'/></ruleset>"),
                Arguments.of("a namespace", "<ruleset xmlns='urn:x'><rule/></ruleset>"),
                Arguments.of("depth", "<ruleset><rule>" + "<expression>".repeat(5000) + "</rule></ruleset>"),
                Arguments.of(
                        "groups",
                        "<ruleset><rule><expression>" + "(".repeat(8000) + ")".repeat(100)
                                + "</expression></rule></ruleset>"),
                Arguments.of(
                        "a long expression",
                        "<ruleset><rule><expression>" + "a".repeat(9000) + "</expression></rule></ruleset>"),
                Arguments.of("many rules", "<ruleset>" + "<rule/>".repeat(1001) + "</ruleset>"),
                Arguments.of(
                        "a long header",
                        "<ruleset><rule><header Name='X'>" + "a".repeat(5000) + "</header></rule></ruleset>"),
                Arguments.of("nothing", ""),
                Arguments.of("a control character", "<ruleset>\u0000</ruleset>"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileFiles")
    void hostileFilesAreRefused(String what, String text) {
        Diagnostic finding = refused(text);
        assertTrue(finding.fatal(), what);
        assertTrue(finding.message().length() < 500, finding::message);
    }

    @Test
    void aSchemaThatAFileNamesIsNotLookedAt() throws Exception {
        assertEquals(
                RuleSet.NONE,
                read("<ruleset xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
                        + " xsi:noNamespaceSchemaLocation='http://127.0.0.1:1/RuleSet.xsd'/>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "us-ascii"})
    void anEncodingThatIsDeclaredCounts(String name, @TempDir Path folder) throws Exception {
        Path file = folder.resolve("rules.xml");
        Files.writeString(file, "<?xml version=\"1.0\" encoding='" + name + "'?><ruleset/>");
        assertEquals(Charset.forName(name), XmlEncoding.of(file));
        Files.writeString(file, "<?xml version=\"1.0\" encoding='" + name + "-99'?><ruleset/>");
        assertThrows(MalformedFileException.class, () -> XmlEncoding.of(file));
        Files.writeString(file, "<ruleset/>");
        assertEquals(StandardCharsets.UTF_8, XmlEncoding.of(file));
    }

    private Diagnostic refused(String text) {
        return assertThrows(MalformedFileException.class, () -> read(text)).finding();
    }
}

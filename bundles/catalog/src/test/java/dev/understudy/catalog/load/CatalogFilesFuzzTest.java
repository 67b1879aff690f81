package dev.understudy.catalog.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.RuleSet;
import dev.understudy.catalog.file.Diagnostic;
import dev.understudy.catalog.file.Diagnostics;
import dev.understudy.catalog.file.IniEntry;
import dev.understudy.catalog.file.MalformedFileException;
import dev.understudy.catalog.snapshot.AttributeValues;
import dev.understudy.catalog.snapshot.RecordTable;
import java.io.IOException;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of catalogs that somebody else has thought of: read as far as they make sense, and what does not is told. */
class CatalogFilesFuzzTest {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    /** Of the processor: other load does not count. */
    private static final long MOST_NANOS = 10_000_000_000L;

    static Stream<Arguments> attributeFiles() {
        return seeds(
                "# a catalog\nRootId=shop\nRootPath = shop\nDefaultPix=400,300\nBkgColor=f4f1ea\nErrorDetail=2\n",
                "CatalogFile=a.tsv,\\\nb.tsv\nDefaultImage=\"a \"\"b\"\"\"\nTimeStamp=2026-01-02T03:04:05Z\nResMode=4\n",
                "JpegQuality=80,1\nExpiration=-1\nTolerance=lenient\nErrorStatus=http\nunknown=1\nno record\n=\n");
    }

    static Stream<Arguments> tables() {
        return seeds(
                "Id\tPath\tModifier\tResolution\tUserData\n"
                        + "bridge\tbridge.jpg\twid=3\t100\ta=b??c=d\nbowl\t\"a\tb\"\t\"x\"\"y\"\t-\t\n",
                "id\t.note\tMaskPath\tPostModifier\tExpiration\tTimeStamp\tAnchor\r\na,b\tx\n\t\t\nq\tn\tm\tp\t1\t2\t3,4\tmore\r");
    }

    static Stream<Arguments> macroFiles() {
        return seeds("Name\tDefinition\nthumb\twid=120\nbox\t\"wid=$side$\n\"\n!\tx\nnone\t\n");
    }

    static Stream<Arguments> fontMaps() {
        return seeds("Name\tFontPath\tBold\tItalic\tMetricsPath\tPsName\n"
                + "Sans\tsans.ttf\t0\t0\t\tSans\nSans\tbold.ttf\t1\tx\tm\tSans\n\tnone\n");
    }

    static Stream<Arguments> profileMaps() {
        return seeds("Name\tProfilePath\nWide\ticc/wide.icc\nWide\ticc/wider.icc\na,b\tc\n\tnone\n");
    }

    static Stream<Arguments> ruleSets() {
        return seeds(
                "<?xml version='1.0'?><ruleset><rule Name='a' OnMatch='continue' Replace='all' RequestType='is,static'"
                        + " MaxPix='9,9' Expiration='-1'><expression>(a)b$</expression><substitution>$1?&amp;x</substitution>"
                        + "<addressfilter>10.0.0.0/8</addressfilter><header Name='X' Action='add'>$v$</header></rule></ruleset>",
                "<!DOCTYPE ruleset [<!ENTITY a 'b'>]><ruleset><rule><expression>&a;</expression></rule></ruleset>",
                "<ruleset><rule><expression><![CDATA[[?&]a]]></expression></rule><rule/></ruleset>");
    }

    @MethodSource("attributeFiles")
    @FuzzTest
    void attributes(byte[] file) {
        Diagnostics diagnostics = new Diagnostics();
        List<IniEntry> entries = read(FileKind.ATTRIBUTES, file, diagnostics);
        AttributeValues values = AttributeReader.read("fuzzed.ini", entries, diagnostics);
        Attributes.all().forEach(attribute -> assertNotNull(values.get(attribute)));
        check(diagnostics);
    }

    @MethodSource("tables")
    @FuzzTest
    void records(byte[] file) {
        for (FileKind<RecordTable> kind : List.of(FileKind.IMAGES, FileKind.CONTENT)) {
            Diagnostics diagnostics = new Diagnostics();
            assertNotNull(read(kind, file, diagnostics));
            check(diagnostics);
        }
    }

    @MethodSource("macroFiles")
    @FuzzTest
    void macros(byte[] file) {
        Diagnostics diagnostics = new Diagnostics();
        read(FileKind.MACROS, file, diagnostics)
                .forEach(macro -> assertFalse(macro.name().isEmpty()));
        check(diagnostics);
    }

    @MethodSource("fontMaps")
    @FuzzTest
    void fonts(byte[] file) {
        Diagnostics diagnostics = new Diagnostics();
        read(FileKind.FONTS, file, diagnostics)
                .forEach(font -> assertFalse(font.name().isEmpty()));
        check(diagnostics);
    }

    @MethodSource("profileMaps")
    @FuzzTest
    void profiles(byte[] file) {
        Diagnostics diagnostics = new Diagnostics();
        read(FileKind.PROFILES, file, diagnostics)
                .forEach(profile -> assertFalse(profile.name().isEmpty()));
        check(diagnostics);
    }

    /** Jazzer takes whoever compiles an expression of somebody else for a victim: JAZZER_DISABLED_HOOKS names its RegexInjection. */
    @MethodSource("ruleSets")
    @FuzzTest
    void rules(byte[] file) {
        Diagnostics diagnostics = new Diagnostics();
        RuleSet rules = read(FileKind.RULES, file, diagnostics);
        assertEquals(rules.closed(), diagnostics.list().stream().anyMatch(Diagnostic::fatal));
        rules.rules().forEach(rule -> assertFalse(rule.contexts().isEmpty()));
        check(diagnostics);
    }

    private static <T> T read(FileKind<T> kind, byte[] file, Diagnostics diagnostics) {
        long start = THREADS.getCurrentThreadCpuTime();
        try {
            return kind.parser().parse(new StringReader(new String(file, StandardCharsets.UTF_8)), diagnostics);
        } catch (MalformedFileException e) {
            diagnostics.add(e.finding());
            return kind.empty();
        } catch (IOException e) {
            throw new AssertionError(e);
        } finally {
            long nanos = THREADS.getCurrentThreadCpuTime() - start;
            assertTrue(nanos < MOST_NANOS, () -> "it took " + nanos / 1_000_000 + " ms");
        }
    }

    private static void check(Diagnostics diagnostics) {
        for (Diagnostic diagnostic : diagnostics.list()) {
            assertTrue(diagnostic.line() >= 0);
            assertFalse(diagnostic.message().isBlank());
            assertTrue(diagnostic.message().length() < 1000, diagnostic::message);
        }
    }

    private static Stream<Arguments> seeds(String... texts) {
        return Stream.of(texts).map(text -> Arguments.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}

package dev.understudy.catalog.watch;

import static dev.understudy.catalog.watch.CatalogFixture.catalog;
import static dev.understudy.catalog.watch.CatalogFixture.timeOfWrite;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.AttributeSource;
import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.CatalogProblem;
import dev.understudy.catalog.CatalogRecord;
import dev.understudy.catalog.RecordField;
import dev.understudy.catalog.RecordFields;
import dev.understudy.catalog.Syntaxes;
import dev.understudy.image.PixelSize;
import dev.understudy.image.ResMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What catalogs say, read from real files. */
class CatalogContentTest {

    @TempDir
    private Path folder;

    private CatalogFixture fixture;

    @BeforeEach
    void aDefaultCatalog() {
        fixture = new CatalogFixture(folder)
                .write(
                        "default.ini",
                        "DefaultImage=soon",
                        "ErrorDetail=2",
                        "ResMode=3",
                        "TimeStamp=5",
                        "Expiration=10",
                        "MacroFile=defaults.tsv",
                        "FullMatch=1",
                        "Resolution=100",
                        "ThumbType=2")
                .write("defaults.tsv", "Name\tDefinition", "thumb\twid=120", "box\twid=$side$");
    }

    @Test
    void whoSetAnAttributeIsKnown() {
        Catalog tenant = load("RootId=t", "ErrorDetail=1", "DefaultImage=");
        assertEquals(Optional.of(new AttributeSource("1", "t.ini:2")), tenant.written(Attributes.ERROR_DETAIL));
        assertEquals(Optional.of(new AttributeSource("", "t.ini:3")), tenant.written(Attributes.DEFAULT_IMAGE));
        assertEquals(Optional.of(new AttributeSource("10", "default.ini:5")), tenant.written(Attributes.EXPIRATION));
        assertEquals(Optional.empty(), tenant.written(Attributes.MAX_PIX));
        assertEquals(Optional.empty(), tenant.written(Attributes.TIME_STAMP));
    }

    @Test
    void attributesAreInheritedByTheirOwnRules() {
        Catalog absent = load("RootId=t");
        assertEquals("soon", absent.get(Attributes.DEFAULT_IMAGE));
        assertEquals(2, absent.get(Attributes.ERROR_DETAIL));
        assertEquals(ResMode.BICUB, absent.get(Attributes.RES_MODE));
        assertEquals("", absent.get(Attributes.MACRO_FILE));

        Catalog empty = load("RootId=t", "DefaultImage=", "ErrorDetail=", "ResMode=", "MacroFile=");
        assertEquals("", empty.get(Attributes.DEFAULT_IMAGE));
        assertEquals(2, empty.get(Attributes.ERROR_DETAIL));
        assertEquals(ResMode.BICUB, empty.get(Attributes.RES_MODE));

        Catalog own = load("RootId=t", "defaultimage=x", "ERRORDETAIL=1", "ResMode=4", "ErrorDetail=3");
        assertEquals("x", own.get(Attributes.DEFAULT_IMAGE));
        assertEquals(3, own.get(Attributes.ERROR_DETAIL));
        assertEquals(ResMode.SHARP2, own.get(Attributes.RES_MODE));
    }

    @Test
    void anUnknownFlagIsNoFlag() {
        CatalogStore store =
                fixture.write("t.ini", "RootId=t", "FullMatch=perhaps").open();
        assertTrue(catalog(store, "t").get(Attributes.FULL_MATCH));
        assertTrue(fixture.problems(store).get(0).startsWith("t.ini:2: FullMatch: 'perhaps'"));
        assertFalse(store.problems().get(0).isFatal());
    }

    @Test
    void aBadFolderForSavingSwitchesSavingOffAndIsTold() {
        fixture.write("default.ini", "SavePath=all");
        CatalogStore store = fixture.write("t.ini", "RootId=t", "SavePath=/srv/saved")
                .write("u.ini", "RootId=u")
                .open();
        assertEquals("", catalog(store, "t").get(Attributes.SAVE_PATH), "not that of the default catalog");
        assertEquals("all", catalog(store, "u").get(Attributes.SAVE_PATH));
        assertEquals(
                List.of(
                        "t.ini:2: SavePath: '/srv/saved' is not a valid value; allowed: a relative path such as shop/new, of names"
                                + " that every system can have; . for SaveDirectory itself; empty for saving nothing; it counts as empty"),
                fixture.problems(store));
        assertFalse(store.problems().get(0).isFatal());
    }

    @Test
    void aBadValueOfWhatIsNotUsedYetDoesNoHarm() {
        CatalogStore store =
                fixture.write("t.ini", "RootId=t", "DigimarcInfo=many").open();
        assertEquals(1, store.problems().size());
        assertFalse(store.problems().get(0).isFatal());
    }

    @Test
    void theTimeIsTheTimeStampElseThatOfTheNewestFile() {
        assertEquals(
                Instant.ofEpochMilli(5),
                fixture.open().catalogs().defaultCatalog().lastModified());
        fixture.write("t.tsv", "Id", "a");
        Catalog fromFiles = load("RootId=t", "CatalogFile=t.tsv");
        assertEquals(timeOfWrite(4), fromFiles.lastModified());
        assertEquals(CatalogFixture.NOW, fromFiles.loaded());
        assertEquals(timeOfWrite(4), fromFiles.image("a").orElseThrow().get(RecordFields.TIME_STAMP));
        fixture.write("t.tsv", "Id", "a");
        assertEquals(timeOfWrite(5), catalog(fixture.open(), "t").lastModified());
        assertEquals(Instant.ofEpochMilli(7), load("RootId=t", "TimeStamp=7").lastModified());
        assertEquals(timeOfWrite(7), load("RootId=t", "TimeStamp=yesterday").lastModified());
    }

    @Test
    void macrosComeFromTheCatalogElseFromTheDefaultCatalog() {
        fixture.write("macros.tsv", "Name\tDefinition", "thumb\t$thumb$&qlt=60", "lost\t$found$&wid=1");
        CatalogStore store =
                fixture.write("t.ini", "RootId=t", "MacroFile=macros.tsv").open();
        assertEquals("wid=120&qlt=60", catalog(store, "t").macro("Thumb").orElseThrow());
        assertEquals("wid=$side$", catalog(store, "t").macro("box").orElseThrow());
        assertEquals("wid=120", store.catalogs().defaultCatalog().macro("thumb").orElseThrow());
        assertTrue(fixture.problems(store).get(0).startsWith("macros.tsv:3: macro 'lost' invokes 'found'"));
        assertEquals("t", store.problems().get(0).catalog());

        fixture.write("defaults.tsv", "Name\tDefinition", "thumb\twid=99", "found\thei=1");
        fixture.settle(store);
        assertEquals("wid=99&qlt=60", catalog(store, "t").macro("thumb").orElseThrow());
        assertEquals("hei=1&wid=1", catalog(store, "t").macro("lost").orElseThrow());
        assertEquals(List.of(), fixture.problems(store));
    }

    @Test
    void macroFilesAreCheckedLineByLine() {
        fixture.write(
                "macros.tsv", "Name\tDefinition\tRemark", "bad name\twid=1", "empty\t", "ok\twid=2\t\textra", "short");
        CatalogStore store =
                fixture.write("t.ini", "RootId=t", "MacroFile=macros.tsv").open();
        assertEquals("wid=2", catalog(store, "t").macro("ok").orElseThrow());
        assertEquals(
                Set.of("macros.tsv:1", "macros.tsv:2", "macros.tsv:3", "macros.tsv:4", "macros.tsv:5"),
                Set.copyOf(fixture.problems(store).stream()
                        .map(problem -> problem.substring(0, problem.indexOf(": ")))
                        .toList()));
    }

    @Test
    void fieldsFallBackOnAttributes() {
        CatalogRecord record = record("Id\tExpiration\tResolution\tThumbType\tSize\tTimeStamp", "a\t48\t\t0\t20,10\t8");
        assertEquals(Duration.ofHours(48), record.get(RecordFields.EXPIRATION));
        assertEquals(100.0, record.get(RecordFields.RESOLUTION));
        assertEquals(2, record.get(RecordFields.THUMB_TYPE));
        assertEquals(new PixelSize(20, 10), record.get(RecordFields.SIZE));
        assertEquals(Instant.ofEpochMilli(8), record.get(RecordFields.TIME_STAMP));
        assertEquals("a", record.get(RecordFields.ID));
        assertEquals("", record.get(RecordFields.MODIFIER));
        assertFalse(record.has(RecordFields.THUMB_TYPE));
        assertTrue(record.has(RecordFields.SIZE));
        assertEquals(Set.of("Id", "Expiration", "Size", "TimeStamp"), record.fields());

        assertEquals(Duration.ofHours(10), record("Id\tExpiration", "a\t-2").get(RecordFields.EXPIRATION));
        assertFalse(record("Id\tExpiration", "a\t-2").has(RecordFields.EXPIRATION));
        assertEquals(Syntaxes.NEVER_EXPIRES, record("Id\tExpiration", "a\t-1").get(RecordFields.EXPIRATION));
        assertEquals(Duration.ZERO, record("Id\tExpiration", "a\t0").get(RecordFields.EXPIRATION));
    }

    @Test
    void aBadFieldIsLeftOutAndNamed() {
        fixture.write("t.tsv", "Id\tPath\tSize", "a\ta.jpg\tlarge", "b\tb.jpg\t1,1");
        CatalogStore store =
                fixture.write("t.ini", "RootId=t", "CatalogFile=t.tsv").open();
        assertEquals("a.jpg", field(store, "a", RecordFields.PATH));
        assertEquals(PixelSize.NONE, field(store, "a", RecordFields.SIZE));
        assertEquals(
                List.of("t.tsv:2: record 'a', Size: 'large' is not a valid value; allowed: width,height in pixels,"
                        + " both above 0; the field is left out"),
                fixture.problems(store));
    }

    @Test
    void aRecordWithoutAnIdIsLeftOut() {
        fixture.write("t.tsv", "Path\tId", "a.jpg", "b.jpg\tx,y", "\t", "c.jpg\tc");
        CatalogStore store =
                fixture.write("t.ini", "RootId=t", "CatalogFile=t.tsv").open();
        assertEquals(Set.of("c"), catalog(store, "t").imageIds());
        assertEquals(2, store.problems().size());
    }

    @Test
    void laterFilesAndLaterLinesWin() {
        fixture.write("1.tsv", "Id\tPath", "a\t1", "b\t1", "a\t2").write("2.tsv", "path\tID", "3\tb", "3\tc");
        CatalogStore store =
                fixture.write("t.ini", "RootId=t", "CatalogFile=1.tsv, 2.tsv").open();
        assertEquals("2", field(store, "a", RecordFields.PATH));
        assertEquals("3", field(store, "b", RecordFields.PATH));
        assertEquals(Set.of("a", "b", "c"), catalog(store, "t").imageIds());
        assertEquals(List.of(), fixture.problems(store));
    }

    @Test
    void columnsWithAPeriodAreOursToIgnoreAndUnknownOnesToName() {
        fixture.write("t.tsv", "Id\t.Note\tPath\tColor", "a\tx\ta.jpg\tred");
        CatalogStore store =
                fixture.write("t.ini", "RootId=t", "CatalogFile=t.tsv").open();
        assertEquals("a.jpg", field(store, "a", RecordFields.PATH));
        assertEquals(List.of("t.tsv:1: there is no field 'Color'; the column is ignored"), fixture.problems(store));
    }

    @Test
    void linesOfPropertyDataAreSeparatedUnlessQuoted() {
        assertEquals("A=1\r\nB=2", record("Id\tUserData", "a\tA=1??B=2").get(RecordFields.USER_DATA));
        assertEquals("A=1??B=2", record("Id\tUserData", "a\t\"A=1??B=2\"").get(RecordFields.USER_DATA));
        assertEquals("A=1\nB=2", record("Id\tUserData", "a\t\"A=1", "B=2\"").get(RecordFields.USER_DATA));
    }

    @Test
    void encodingIsToldByTheMark() {
        fixture.write("t.ini", "RootId=t", "CatalogFile=latin.tsv,utf.tsv");
        fixture.write("latin.tsv", "Id\tUserData\nlatin\tLöwe".getBytes(StandardCharsets.ISO_8859_1));
        fixture.write("utf.tsv", "\uFEFFId\tUserData\nutf\tLöwe 獅子".getBytes(StandardCharsets.UTF_8));
        CatalogStore store = fixture.open();
        assertEquals("Löwe", field(store, "latin", RecordFields.USER_DATA));
        assertEquals("Löwe 獅子", field(store, "utf", RecordFields.USER_DATA));
    }

    @Test
    void staticContentHasRecordsOfItsOwn() {
        fixture.write("c.tsv", "Id\tPath\tUserType\tVideoSize\tModifier", "a\ta.css\tstyle\t512,288\tno");
        Catalog catalog = load("RootId=t", "StaticContentCatalogFile=c.tsv");
        CatalogRecord style = catalog.content("a").orElseThrow();
        assertEquals("style", style.get(RecordFields.USER_TYPE));
        assertEquals(new PixelSize(512, 288), style.get(RecordFields.VIDEO_SIZE));
        assertEquals(Duration.ofHours(10), style.get(RecordFields.EXPIRATION));
        assertFalse(style.has(RecordFields.MODIFIER));
        assertEquals("t/a", style.toString());
        assertTrue(catalog.image("a").isEmpty());
    }

    @Test
    void imageRecordsPrevailOverThoseOfSvg() {
        fixture.write("i.tsv", "Id\tPath", "both\tboth.png", "image\timage.png");
        fixture.write("s.tsv", "Id\tPath\tExpiration", "both\tboth.svg\t3", "vector\told.svg\t3", "twice\ta.svg\t4");
        fixture.write("s2.tsv", "Id\tPath", "twice\tb.svg");
        Catalog catalog = load("RootId=t", "CatalogFile=i.tsv", "SvgCatalogFile=s.tsv,s2.tsv");
        assertEquals(Set.of("both", "image", "vector", "twice"), catalog.imageIds());
        assertEquals("both.png", catalog.image("both").orElseThrow().get(RecordFields.PATH));
        assertEquals("b.svg", catalog.image("twice").orElseThrow().get(RecordFields.PATH));
        assertEquals(Duration.ofHours(3), catalog.image("vector").orElseThrow().get(RecordFields.EXPIRATION));
    }

    @Test
    void badHeadersMakeAFileUnusable() {
        for (String header : List.of("Path", "Id\t\tPath", "Id\tPath\tPATH", "Id ", "Id,Path", "")) {
            fixture.write("t.tsv", header, "a\tb");
            CatalogStore store =
                    fixture.write("t.ini", "RootId=t", "CatalogFile=t.tsv").open();
            assertEquals(Set.of(), catalog(store, "t").imageIds(), header);
            assertTrue(store.problems().stream().anyMatch(problem -> problem.isFatal() && problem.line() > 0), header);
        }
    }

    @Test
    void garbageIsReportedAndHarmsNobodyElse() {
        byte[] garbage = new byte[300_000];
        new Random(7).nextBytes(garbage);
        fixture.write("g.bin", garbage).write("garbage.ini", garbage).write("good.ini", "RootId=good");
        fixture.write("nul.ini", "RootId=nul", "PublishInfo=a\0b");
        fixture.write(
                "huge.ini", ("RootId=huge\nPublishInfo=" + "x".repeat(10_000_000)).getBytes(StandardCharsets.US_ASCII));
        fixture.write("t.ini", "RootId=t", "CatalogFile=g.bin,.,/dev/zero", "MacroFile=g.bin");
        CatalogStore store = fixture.open();
        assertEquals(
                Set.of("good", "t"),
                store.catalogs().all().stream().map(Catalog::rootId).collect(Collectors.toSet()));
        assertEquals(
                Set.of("garbage.ini", "nul.ini", "huge.ini", "g.bin", folder.toString(), "/dev/zero"),
                store.problems().stream()
                        .filter(CatalogProblem::isFatal)
                        .map(problem -> problem.file().replace(folder + "/", ""))
                        .collect(Collectors.toSet()));
        assertTrue(fixture.problems(store).stream().allMatch(problem -> problem.length() < 400));
    }

    @Test
    void aFileWithCountlessFaultsIsReportedInBrief() {
        String[] lines = new String[1001];
        Arrays.fill(lines, "a,b\tc");
        lines[0] = "Id\tPath";
        fixture.write("t.tsv", lines);
        CatalogStore store =
                fixture.write("t.ini", "RootId=t", "CatalogFile=t.tsv").open();
        assertEquals(26, store.problems().size());
        assertTrue(fixture.problems(store).contains("t.tsv: 975 more of the kind"));
    }

    private Catalog load(String... ini) {
        return catalog(fixture.write("t.ini", ini).open(), "t");
    }

    private CatalogRecord record(String... lines) {
        return fixture.write("t.tsv", lines)
                .write("t.ini", "RootId=t", "CatalogFile=t.tsv")
                .open()
                .catalogs()
                .catalog("t")
                .orElseThrow()
                .image("a")
                .orElseThrow();
    }

    private static <T> T field(CatalogStore store, String id, RecordField<T> field) {
        return catalog(store, "t").image(id).orElseThrow().get(field);
    }
}

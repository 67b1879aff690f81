package dev.understudy.catalog.watch;

import static dev.understudy.catalog.watch.CatalogFixture.catalog;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.FontRecord;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Font maps, read from real files. */
class FontMapTest {

    private static final String HEADER = "Name\tFontPath\tBold\tItalic";

    @TempDir
    private Path folder;

    private CatalogFixture fixture;

    @BeforeEach
    void aDefaultCatalogWithFonts() {
        fixture = new CatalogFixture(folder)
                .write("default.ini", "RootPath=common", "FontMapFile=fonts.tsv")
                .write(
                        "fonts.tsv",
                        "Name\tFontPath\tBold\tItalic\tMetricsPath\tPsName\t.Comment",
                        "Serif\tserif.ttf",
                        "Serif\tserif-b.ttf\t1\t0",
                        "Old Type\told.pfb\t\t\told.afm\tOldType\tfrom the cellar");
    }

    private CatalogStore tenant(String... lines) {
        return fixture.write("t.ini", lines).open();
    }

    private static List<String> paths(Catalog catalog) {
        return catalog.fonts().stream()
                .map(font -> font.rootPath() + "/" + font.path())
                .toList();
    }

    @Test
    void anEntryHasWhatItsFileSays() {
        CatalogStore store = fixture.open();
        assertEquals(
                List.of(
                        new FontRecord("Serif", false, false, "serif.ttf", "", "", "common"),
                        new FontRecord("Serif", true, false, "serif-b.ttf", "", "", "common"),
                        new FontRecord("Old Type", false, false, "old.pfb", "old.afm", "OldType", "common")),
                store.catalogs().defaultCatalog().fonts());
        assertEquals(List.of(), store.problems());
    }

    @Test
    void ownEntriesComeFirstAndOverrideThoseOfTheDefaultCatalog() {
        fixture.write("own.tsv", HEADER, "Display\tdisplay.otf", "Serif\tmine.ttf\t1");
        Catalog own = catalog(tenant("RootId=t", "RootPath=mine", "FontMapFile=own.tsv"), "t");
        assertEquals(List.of("mine/display.otf", "mine/mine.ttf", "common/serif.ttf", "common/old.pfb"), paths(own));
    }

    @Test
    void aCatalogWithoutFontsHasThoseOfTheDefaultCatalog() {
        Catalog catalog = catalog(tenant("RootId=t", "RootPath=mine"), "t");
        assertEquals(List.of("common/serif.ttf", "common/serif-b.ttf", "common/old.pfb"), paths(catalog));
    }

    @Test
    void entriesThatCannotBeUsedAreLeftOutAndNamed() {
        fixture.write(
                "own.tsv",
                HEADER + "\tPsName\tColor",
                "\tnameless.ttf",
                "Pathless\t",
                "",
                "A\ta.ttf\tyes\t0\tPs",
                "A\tagain.ttf\t0\t0",
                "A\tbold.ttf\t1\t0\tB",
                "C\tc.ttf\t0\t0\tB");
        CatalogStore store = tenant("RootId=t", "FontMapFile=own.tsv");
        assertEquals(
                List.of("common/again.ttf", "common/bold.ttf", "common/c.ttf"),
                paths(catalog(store, "t")).subList(0, 3));
        assertEquals(
                List.of(
                        "own.tsv:1: there is no field 'Color'; the column is ignored",
                        "own.tsv:2: the font has no Name; it is left out",
                        "own.tsv:3: the font has no FontPath; it is left out",
                        "own.tsv:5: Bold: 'yes' is not a valid value; allowed: 0 or 1; it counts as 0",
                        "own.tsv:6: font 'A' is there before with the same Bold and Italic; this one counts",
                        "own.tsv:8: another font has the PsName 'B' already"),
                fixture.problems(store).stream().sorted().toList());
        assertTrue(store.problems().stream().noneMatch(problem -> problem.isFatal()));
    }

    @Test
    void anEntryThatIsOverriddenLeavesItsPsNameToOthers() {
        fixture.write(
                "own.tsv",
                HEADER + "\tPsName",
                "A\ta.ttf\t0\t0\tP",
                "B\tb.ttf\t0\t0\tQ",
                "A\tagain.ttf\t0\t0\tQ",
                "C\tc.ttf\t0\t0\tP",
                "D\td.ttf",
                "E\te.ttf");
        CatalogStore store = tenant("RootId=t", "FontMapFile=own.tsv");
        assertEquals(
                List.of("common/b.ttf", "common/again.ttf", "common/c.ttf", "common/d.ttf", "common/e.ttf"),
                paths(catalog(store, "t")).subList(0, 5));
        assertEquals(
                List.of(
                        "own.tsv:4: another font has the PsName 'Q' already",
                        "own.tsv:4: font 'A' is there before with the same Bold and Italic; this one counts"),
                fixture.problems(store).stream().sorted().toList());
    }

    @Test
    void aChangedFontMapIsLoadedAndABrokenOneIsNot() {
        fixture.write("own.tsv", HEADER, "A\ta.ttf");
        CatalogStore store = tenant("RootId=t", "FontMapFile=own.tsv");

        fixture.write("own.tsv", HEADER, "A\tb.ttf");
        fixture.settle(store);
        assertEquals("common/b.ttf", paths(catalog(store, "t")).get(0));

        fixture.write("own.tsv", HEADER, "\"A\tc.ttf");
        fixture.settle(store);
        assertEquals("common/b.ttf", paths(catalog(store, "t")).get(0));
        assertEquals(List.of("own.tsv:2: a quotation mark is opened here and never closed"), fixture.problems(store));

        fixture.delete("own.tsv");
        fixture.settle(store);
        assertEquals("common/b.ttf", paths(catalog(store, "t")).get(0));
        assertTrue(store.problems().get(0).isFatal());

        fixture.write("own.tsv", HEADER, "A\td.ttf");
        fixture.settle(store);
        assertEquals("common/d.ttf", paths(catalog(store, "t")).get(0));
        assertEquals(List.of(), store.problems());
    }

    @Test
    void aDefaultFontThatIsInNoFontMapIsToldToTheOperator() {
        CatalogStore store = tenant("RootId=t", "DefaultFont=Serif");
        assertEquals(List.of(), store.problems());
        fixture.write("t.ini", "RootId=t", "DefaultFont=serif");
        fixture.settle(store);
        assertEquals(
                List.of("t.ini: DefaultFont: the font map has no font of this name;"
                        + " text that names no font cannot be drawn"),
                fixture.problems(store));
        assertFalse(store.problems().get(0).isFatal());
    }

    @Test
    void fontsOfTheDefaultCatalogReachAllOthers() {
        CatalogStore store = tenant("RootId=t");
        fixture.write("fonts.tsv", HEADER, "New\tnew.ttf");
        fixture.settle(store);
        assertEquals(List.of("common/new.ttf"), paths(catalog(store, "t")));
        assertFalse(store.catalogs().defaultCatalog().fonts().isEmpty());
    }
}

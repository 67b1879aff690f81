package dev.understudy.catalog.watch;

import static dev.understudy.catalog.watch.CatalogFixture.catalog;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.ProfileRecord;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ICC profile maps, read from real files. */
class ProfileMapTest {

    private static final String HEADER = "Name\tProfilePath";

    @TempDir
    private Path folder;

    private CatalogFixture fixture;

    @BeforeEach
    void aDefaultCatalogWithProfiles() {
        fixture = new CatalogFixture(folder)
                .write("default.ini", "RootPath=common", "IccProfileMapFile=icc.tsv", "IccProfileSrcRgb=Wide")
                .write("icc.tsv", HEADER + "\t.Comment", "Wide\ticc/wide.icc\tfor old scans", "Ink\t/icc/ink.icc");
    }

    private CatalogStore tenant(String... lines) {
        return fixture.write("t.ini", lines).open();
    }

    private static List<String> paths(Catalog catalog) {
        return catalog.profiles().stream()
                .map(profile -> profile.rootPath() + "/" + profile.path())
                .toList();
    }

    @Test
    void anEntryHasWhatItsFileSays() {
        CatalogStore store = fixture.open();
        assertEquals(
                List.of(
                        new ProfileRecord("Wide", "icc/wide.icc", "common"),
                        new ProfileRecord("Ink", "/icc/ink.icc", "common")),
                store.catalogs().defaultCatalog().profiles());
        assertEquals(List.of(), store.problems());
    }

    @Test
    void ownEntriesComeFirstAndOverrideThoseOfTheDefaultCatalog() {
        fixture.write("own.tsv", HEADER, "Gray\tgray.icc", "Wide\twider.icc");
        Catalog own = catalog(tenant("RootId=t", "RootPath=mine", "IccProfileMapFile=own.tsv"), "t");
        assertEquals(List.of("mine/gray.icc", "mine/wider.icc", "common//icc/ink.icc"), paths(own));
        assertEquals("Wide", own.get(Attributes.ICC_PROFILE_SRC_RGB));
    }

    @Test
    void aCatalogWithoutProfilesHasThoseOfTheDefaultCatalog() {
        Catalog catalog = catalog(tenant("RootId=t", "RootPath=mine"), "t");
        assertEquals(List.of("common/icc/wide.icc", "common//icc/ink.icc"), paths(catalog));
    }

    @Test
    void entriesThatCannotBeUsedAreLeftOutAndNamed() {
        fixture.write(
                "own.tsv",
                HEADER + "\tIntent",
                "\tnameless.icc",
                "Pathless\t",
                "",
                "A,B\tab.icc",
                "A\ta.icc",
                "A\tb.icc");
        CatalogStore store = tenant("RootId=t", "IccProfileMapFile=own.tsv");
        assertEquals("common/b.icc", paths(catalog(store, "t")).get(0));
        assertEquals(3, paths(catalog(store, "t")).size());
        assertEquals(
                List.of(
                        "own.tsv:1: there is no field 'Intent'; the column is ignored",
                        "own.tsv:2: the profile has no Name; it is left out",
                        "own.tsv:3: the profile has no ProfilePath; it is left out",
                        "own.tsv:5: profile 'A,B': a name has no comma; it is left out",
                        "own.tsv:7: profile 'A' is there before; this one counts"),
                fixture.problems(store).stream().sorted().toList());
        assertTrue(store.problems().stream().noneMatch(problem -> problem.isFatal()));
    }

    @Test
    void aChangedProfileMapIsLoadedAndABrokenOneIsNot() {
        fixture.write("own.tsv", HEADER, "A\ta.icc");
        CatalogStore store = tenant("RootId=t", "IccProfileMapFile=own.tsv");

        fixture.write("own.tsv", HEADER, "A\tb.icc");
        fixture.settle(store);
        assertEquals("common/b.icc", paths(catalog(store, "t")).get(0));

        fixture.write("own.tsv", "Name;ProfilePath", "A;c.icc");
        fixture.settle(store);
        assertEquals("common/b.icc", paths(catalog(store, "t")).get(0));
        assertTrue(fixture.problems(store).toString().contains("own.tsv:1: there is no column 'Name'"));
        assertTrue(store.problems().stream().anyMatch(problem -> problem.isFatal()));
    }
}

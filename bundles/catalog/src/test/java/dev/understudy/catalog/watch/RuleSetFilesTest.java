package dev.understudy.catalog.watch;

import static dev.understudy.catalog.watch.CatalogFixture.catalog;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.CatalogStatus;
import dev.understudy.catalog.CatalogStatus.State;
import dev.understudy.catalog.Rule;
import dev.understudy.catalog.RuleSet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file that {@code attribute::RuleSetFile} names, on its way into the catalogs. */
class RuleSetFilesTest {

    @TempDir
    private Path folder;

    private CatalogFixture fixture;

    @BeforeEach
    void aCatalog() {
        fixture = new CatalogFixture(folder)
                .write("default.ini", "DefaultExt=.jpg")
                .write("shop.ini", "RootId=shop", "RuleSetFile=rules.xml");
    }

    private static List<String> names(CatalogStore store) {
        return catalog(store, "shop").rules().rules().stream().map(Rule::name).toList();
    }

    private static State state(CatalogStore store) {
        return CatalogStatus.of(store).stream()
                .filter(status -> status.name().equals("shop"))
                .findAny()
                .orElseThrow()
                .state();
    }

    @Test
    void rulesAreReadWithTheirCatalogAndAgainWhenTheyChange() {
        CatalogStore store = fixture.write("rules.xml", "<ruleset><rule Name='one'/></ruleset>")
                .open();
        assertEquals(List.of(), fixture.problems(store));
        assertEquals(List.of("one"), names(store));
        assertEquals(RuleSet.NONE, store.catalogs().defaultCatalog().rules());

        fixture.write("rules.xml", "<ruleset><rule Name='one'/><rule Name='two'/></ruleset>");
        fixture.settle(store);
        assertEquals(List.of("one", "two"), names(store));

        fixture.write("shop.ini", "RootId=shop", "RuleSetFile=");
        fixture.settle(store);
        assertEquals(RuleSet.NONE, catalog(store, "shop").rules());
    }

    @Test
    void aBadFileLeavesTheLastGoodOneInPlaceAndIsToldWithItsLine() {
        CatalogStore store = fixture.write("rules.xml", "<ruleset><rule Name='one'/></ruleset>")
                .open();
        fixture.write("rules.xml", "<ruleset>", "<rule Name='two' OnMatch='stop'/>", "</ruleset>");
        fixture.settle(store);
        assertEquals(List.of("one"), names(store));
        assertEquals(State.STALE, state(store));
        String problem = fixture.problems(store).get(0);
        assertTrue(problem.startsWith("rules.xml:2: this is no rule set: "), problem);

        fixture.write("rules.xml", "<ruleset><rule Name='two'/></ruleset>");
        fixture.settle(store);
        assertEquals(List.of("two"), names(store));
        assertEquals(State.OK, state(store));
    }

    @Test
    void whereThereWasNeverAGoodOneTheCatalogIsClosed() {
        CatalogStore store = fixture.write("rules.xml", "<ruleset>").open();
        assertTrue(catalog(store, "shop").rules().closed());
        assertEquals(State.FAILED, state(store));

        fixture.write("rules.xml", "<ruleset/>");
        fixture.settle(store);
        assertEquals(RuleSet.NONE, catalog(store, "shop").rules());
    }

    @Test
    void aFileThatIsNotThereClosesTheCatalogToo() {
        CatalogStore store = fixture.open();
        assertTrue(catalog(store, "shop").rules().closed());
        assertEquals(
                List.of("rules.xml: the file does not exist; RuleSetFile in shop.ini:2 names it"),
                fixture.problems(store));
    }

    @Test
    void theRulesOfTheDefaultCatalogAreItsOwn() {
        CatalogStore store = fixture.write("default.ini", "RuleSetFile=rules.xml")
                .write("shop.ini", "RootId=shop")
                .write("rules.xml", "<ruleset><rule/></ruleset>")
                .open();
        assertEquals(1, store.catalogs().defaultCatalog().rules().rules().size());
        assertEquals(RuleSet.NONE, catalog(store, "shop").rules());
    }

    @Test
    void aFileIsReadAsItsDeclarationSays() {
        String file = "<ruleset><rule Name='b\u00fccher'/></ruleset>";
        CatalogStore store = fixture.write("rules.xml", file.getBytes(StandardCharsets.UTF_8))
                .open();
        assertEquals(List.of("b\u00fccher"), names(store));

        fixture.write("rules.xml", "<?xml version='1.0' encoding='ISO-8859-1'?>" + file);
        fixture.settle(store);
        assertEquals(List.of(), fixture.problems(store));
        assertEquals(List.of("b\u00fccher"), names(store));

        fixture.write("rules.xml", file.getBytes(StandardCharsets.ISO_8859_1));
        fixture.settle(store);
        assertEquals(State.STALE, state(store));
    }
}

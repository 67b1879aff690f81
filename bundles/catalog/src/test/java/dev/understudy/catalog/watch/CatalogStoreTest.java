package dev.understudy.catalog.watch;

import static dev.understudy.catalog.watch.CatalogFixture.catalog;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalogs;
import dev.understudy.catalog.RecordFields;
import dev.understudy.image.PixelSize;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogStoreTest {

    @TempDir
    private Path folder;

    private CatalogFixture fixture;

    @BeforeEach
    void aShop() {
        fixture = new CatalogFixture(folder)
                .write("default.ini", "MaxPix=3000,3000", "DefaultImage=none-yet", "DefaultExt=.jpg")
                .write("shop.ini", "RootId=shop", "CatalogFile=shop.tsv", "MacroFile=macros.tsv")
                .write("shop.tsv", "Id\tPath\tModifier", "bowl\tbowl.jpg\twid=10", "drum\tdrum.jpg\t")
                .write("macros.tsv", "Name\tDefinition", "small\twid=100");
    }

    @Test
    void everythingIsThereFromTheFirst() {
        CatalogStore store = fixture.open();
        assertEquals(List.of(), fixture.problems(store));
        assertEquals(Set.of("bowl", "drum"), catalog(store, "shop").imageIds());
        assertEquals("wid=100", catalog(store, "shop").macro("SMALL").orElseThrow());
        assertEquals(new PixelSize(3000, 3000), catalog(store, "shop").get(Attributes.MAX_PIX));
        assertEquals("", store.catalogs().defaultCatalog().rootId());
        assertEquals(1, store.catalogs().all().size());
        assertTrue(store.catalogs().catalog("").isEmpty());
        assertTrue(store.catalogs().catalog("Shop").isEmpty());
        assertTrue(store.summary().contains("shop (2 images)"), store.summary());
    }

    @Test
    void nothingChangesWhileNothingChanges() {
        CatalogStore store = fixture.open();
        Catalogs before = store.catalogs();
        fixture.settle(store);
        assertSame(before, store.catalogs());
    }

    @Test
    void aChangedDataFileIsServedOnceItHasRestedAndOldSnapshotsStay() {
        CatalogStore store = fixture.open();
        Catalogs before = store.catalogs();
        fixture.write("shop.tsv", "Id\tPath", "bowl\tnew.jpg", "lamp\tlamp.tif");

        assertTrue(fixture.glance(store, 0));
        assertSame(before, store.catalogs());
        assertTrue(fixture.glance(store, 299));
        assertSame(before, store.catalogs());
        assertFalse(fixture.glance(store, 1));
        assertEquals(Set.of("bowl", "lamp"), catalog(store, "shop").imageIds());
        assertEquals(
                "bowl.jpg",
                before.catalog("shop").orElseThrow().image("bowl").orElseThrow().get(RecordFields.PATH));
    }

    @Test
    void aFileThatKeepsChangingIsWaitedFor() {
        CatalogStore store = fixture.open();
        Catalogs before = store.catalogs();
        for (int i = 0; i < 5; i++) {
            fixture.write("shop.tsv", "Id\tPath", "part\t" + i);
            assertTrue(fixture.glance(store, 200));
        }
        assertSame(before, store.catalogs());
        assertFalse(fixture.glance(store, 300));
        assertEquals(Set.of("part"), catalog(store, "shop").imageIds());
    }

    @Test
    void allChangesOfARoundComeInOneSnapshot() {
        CatalogStore store = fixture.open();
        fixture.write("shop.ini", "RootId=shop", "PublishInfo=second");
        fixture.write("gallery.ini", "RootId=gallery");
        fixture.write("default.ini", "MaxPix=10,10");
        fixture.settle(store);
        Catalogs after = store.catalogs();
        assertEquals("second", catalog(store, "shop").get(Attributes.PUBLISH_INFO));
        assertEquals(Set.of(), catalog(store, "shop").imageIds());
        assertEquals(new PixelSize(10, 10), catalog(store, "gallery").get(Attributes.MAX_PIX));
        fixture.settle(store);
        assertSame(after, store.catalogs());
    }

    @Test
    void aDeletedCatalogIsGoneButNotOneThatIsBeingReplaced() {
        CatalogStore store = fixture.open();
        fixture.delete("shop.ini");
        assertTrue(fixture.glance(store, 0));
        assertTrue(store.catalogs().catalog("shop").isPresent());
        fixture.write("shop.ini", "RootId=shop", "PublishInfo=replaced");
        fixture.settle(store);
        assertEquals("replaced", catalog(store, "shop").get(Attributes.PUBLISH_INFO));

        fixture.delete("shop.ini");
        fixture.settle(store);
        assertTrue(store.catalogs().catalog("shop").isEmpty());
        assertEquals(List.of(), fixture.problems(store));
    }

    @Test
    void aBadValueKeepsTheLastGoodStateUntilItIsMended() {
        CatalogStore store = fixture.open();
        fixture.write("shop.ini", "RootId=shop", "CatalogFile=shop.tsv", "# size", "MaxPix=huge");
        fixture.settle(store);
        assertEquals(
                List.of(
                        "shop.ini:4: MaxPix: 'huge' is not a valid value; allowed: width,height in pixels, both above 0; 0,0 for no"
                                + " limit"),
                fixture.problems(store));
        assertTrue(store.problems().get(0).isFatal());
        assertEquals("shop", store.problems().get(0).catalog());
        assertTrue(catalog(store, "shop").macro("small").isPresent());

        fixture.write("shop.ini", "RootId=shop", "MaxPix=1,1");
        fixture.settle(store);
        assertEquals(List.of(), fixture.problems(store));
        assertEquals(new PixelSize(1, 1), catalog(store, "shop").get(Attributes.MAX_PIX));
    }

    @Test
    void aBrokenDataFileKeepsTheLastGoodCatalog() {
        CatalogStore store = fixture.open();
        fixture.write("shop.tsv", "Id\tPath", "bowl\t\"never closed", "");
        fixture.settle(store);
        assertEquals(List.of("shop.tsv:2: a quotation mark is opened here and never closed"), fixture.problems(store));
        assertEquals(Set.of("bowl", "drum"), catalog(store, "shop").imageIds());

        fixture.delete("shop.tsv");
        fixture.settle(store);
        assertEquals(
                List.of("shop.tsv: the file does not exist; CatalogFile in shop.ini:2 names it"),
                fixture.problems(store));
        assertEquals(Set.of("bowl", "drum"), catalog(store, "shop").imageIds());
    }

    @Test
    void anEmptyIniIsTakenForOneThatIsStillToBeWritten() {
        CatalogStore store = fixture.open();
        fixture.write("shop.ini", new byte[0]);
        fixture.settle(store);
        assertTrue(store.catalogs().catalog("shop").isPresent());
        assertEquals(
                List.of("shop.ini: RootId: there is none; every catalog but default.ini has one of its own"),
                fixture.problems(store));
    }

    @Test
    void whatIsBrokenFromTheFirstIsServedAsFarAsItCanBeRead() {
        fixture.write("shop.ini", "RootId=shop", "MaxPix=huge", "CatalogFile=lost.tsv,shop.tsv", "PublishInfo=here");
        fixture.write("nameless.ini", "PublishInfo=nowhere");
        CatalogStore store = fixture.open();
        assertEquals(new PixelSize(3000, 3000), catalog(store, "shop").get(Attributes.MAX_PIX));
        assertEquals("here", catalog(store, "shop").get(Attributes.PUBLISH_INFO));
        assertEquals(Set.of("bowl", "drum"), catalog(store, "shop").imageIds());
        assertEquals(1, store.catalogs().all().size());
        assertEquals(3, store.problems().size());

        fixture.write("shop.ini", "RootId=shop", "MaxPix=huge", "CatalogFile=shop.tsv", "PublishInfo=better");
        fixture.settle(store);
        assertEquals("better", catalog(store, "shop").get(Attributes.PUBLISH_INFO));
    }

    @Test
    void withoutADefaultCatalogThereAreTheFallbacks() {
        fixture.delete("default.ini");
        CatalogStore store = fixture.open();
        assertEquals(List.of("default.ini: the file does not exist"), fixture.problems(store));
        assertEquals(PixelSize.NONE, catalog(store, "shop").get(Attributes.MAX_PIX));

        fixture.write("default.ini", "MaxPix=7,7");
        fixture.settle(store);
        assertEquals(new PixelSize(7, 7), catalog(store, "shop").get(Attributes.MAX_PIX));
        fixture.delete("default.ini");
        fixture.settle(store);
        assertEquals(new PixelSize(7, 7), catalog(store, "shop").get(Attributes.MAX_PIX));
        assertTrue(store.problems().get(0).isFatal());
    }

    @Test
    void theDefaultCatalogHasNoRootId() {
        fixture.write("default.ini", "RootId=all", "MaxPix=7,7");
        CatalogStore store = fixture.open();
        assertEquals("", store.catalogs().defaultCatalog().rootId());
        assertEquals(
                List.of("default.ini: RootId: the default catalog has none; it is ignored"), fixture.problems(store));
        assertEquals(new PixelSize(7, 7), catalog(store, "shop").get(Attributes.MAX_PIX));
    }

    @Test
    void withoutAFolderTheServerRuns() {
        CatalogStore store = new CatalogFixture(folder.resolve("nowhere")).open();
        assertEquals(1, store.problems().size());
        assertEquals(
                "catalog.rootPath: the folder does not exist",
                store.problems().get(0).message());
        assertTrue(store.catalogs().all().isEmpty());
        assertEquals("", store.catalogs().defaultCatalog().get(Attributes.DEFAULT_IMAGE));
    }

    @Test
    void aFolderThatGoesAwayTakesNothingWithIt() throws Exception {
        CatalogStore store = fixture.open();
        Path elsewhere = folder.resolveSibling(folder.getFileName() + "-elsewhere");
        Files.move(folder, elsewhere);
        fixture.settle(store);
        assertTrue(store.catalogs().catalog("shop").isPresent());
        assertEquals(1, store.problems().size());
        Files.move(elsewhere, folder);
        fixture.settle(store);
        assertEquals(List.of(), store.problems());
    }

    @Test
    void aRootIdBelongsToWhoHasItAlready() {
        fixture.write("shop-2.ini", "RootId=two", "PublishInfo=two");
        CatalogStore store = fixture.open();
        fixture.write("a-copy.ini", "RootId=shop", "PublishInfo=copy");
        fixture.write("shop-2.ini", "RootId=shop", "PublishInfo=changed");
        fixture.settle(store);
        assertEquals("", catalog(store, "shop").get(Attributes.PUBLISH_INFO));
        assertEquals("two", catalog(store, "two").get(Attributes.PUBLISH_INFO));
        assertEquals(2, store.problems().size());
        assertTrue(
                fixture.problems(store).get(0).endsWith("shop.ini, which was there first"),
                fixture.problems(store).get(0));

        fixture.delete("shop.ini");
        fixture.settle(store);
        assertEquals("copy", catalog(store, "shop").get(Attributes.PUBLISH_INFO));
        assertEquals(1, store.problems().size());
    }

    @Test
    void problemsKeepTheirTimeAndTheNewestComeFirst() {
        fixture.write("shop.ini", "RootId=shop", "Nonsense=1", "CatalogFile=shop.tsv");
        CatalogStore store = fixture.open();
        var first = store.problems().get(0);
        assertEquals(
                "shop.ini:2: there is no attribute 'Nonsense'; it is ignored",
                fixture.problems(store).get(0));
        assertFalse(first.isFatal());
        fixture.write("shop.tsv", "Id\tPath\tPah", "bowl\tb.jpg\t");
        fixture.settle(store);
        assertEquals(2, store.problems().size());
        assertTrue(store.problems().contains(first));
    }

    @Test
    void aSharedDataFileIsReadOnce() {
        fixture.write("twin.ini", "RootId=twin", "CatalogFile=./shop.tsv");
        CatalogStore store = fixture.open();
        var one = catalog(store, "shop").image("bowl").orElseThrow();
        var other = catalog(store, "twin").image("bowl").orElseThrow();
        assertSame(one.get(RecordFields.PATH), other.get(RecordFields.PATH));
        assertNotSame(one.catalog(), other.catalog());

        fixture.write("shop.ini", "RootId=shop", "CatalogFile=shop.tsv", "PublishInfo=touched");
        fixture.settle(store);
        assertSame(
                one.get(RecordFields.PATH),
                catalog(store, "shop").image("bowl").orElseThrow().get(RecordFields.PATH));
    }
}

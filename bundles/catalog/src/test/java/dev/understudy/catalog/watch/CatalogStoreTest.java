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

    private CatalogFixture bench;

    @BeforeEach
    void aShop() {
        bench = new CatalogFixture(folder)
                .write("default.ini", "MaxPix=3000,3000", "DefaultImage=none-yet", "DefaultExt=.jpg")
                .write("shop.ini", "RootId=shop", "CatalogFile=shop.tsv", "MacroFile=macros.tsv")
                .write("shop.tsv", "Id\tPath\tModifier", "bowl\tbowl.jpg\twid=10", "drum\tdrum.jpg\t")
                .write("macros.tsv", "Name\tDefinition", "small\twid=100");
    }

    @Test
    void everythingIsThereFromTheFirst() {
        CatalogStore store = bench.open();
        assertEquals(List.of(), bench.problems(store));
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
        CatalogStore store = bench.open();
        Catalogs before = store.catalogs();
        bench.settle(store);
        assertSame(before, store.catalogs());
    }

    @Test
    void aChangedDataFileIsServedOnceItHasRestedAndOldSnapshotsStay() {
        CatalogStore store = bench.open();
        Catalogs before = store.catalogs();
        bench.write("shop.tsv", "Id\tPath", "bowl\tnew.jpg", "lamp\tlamp.tif");

        assertTrue(bench.glance(store, 0));
        assertSame(before, store.catalogs());
        assertTrue(bench.glance(store, 299));
        assertSame(before, store.catalogs());
        assertFalse(bench.glance(store, 1));
        assertEquals(Set.of("bowl", "lamp"), catalog(store, "shop").imageIds());
        assertEquals(
                "bowl.jpg",
                before.catalog("shop").orElseThrow().image("bowl").orElseThrow().get(RecordFields.PATH));
    }

    @Test
    void aFileThatKeepsChangingIsWaitedFor() {
        CatalogStore store = bench.open();
        Catalogs before = store.catalogs();
        for (int i = 0; i < 5; i++) {
            bench.write("shop.tsv", "Id\tPath", "part\t" + i);
            assertTrue(bench.glance(store, 200));
        }
        assertSame(before, store.catalogs());
        assertFalse(bench.glance(store, 300));
        assertEquals(Set.of("part"), catalog(store, "shop").imageIds());
    }

    @Test
    void allChangesOfARoundComeInOneSnapshot() {
        CatalogStore store = bench.open();
        bench.write("shop.ini", "RootId=shop", "PublishInfo=second");
        bench.write("gallery.ini", "RootId=gallery");
        bench.write("default.ini", "MaxPix=10,10");
        bench.settle(store);
        Catalogs after = store.catalogs();
        assertEquals("second", catalog(store, "shop").get(Attributes.PUBLISH_INFO));
        assertEquals(Set.of(), catalog(store, "shop").imageIds());
        assertEquals(new PixelSize(10, 10), catalog(store, "gallery").get(Attributes.MAX_PIX));
        bench.settle(store);
        assertSame(after, store.catalogs());
    }

    @Test
    void aDeletedCatalogIsGoneButNotOneThatIsBeingReplaced() {
        CatalogStore store = bench.open();
        bench.delete("shop.ini");
        assertTrue(bench.glance(store, 0));
        assertTrue(store.catalogs().catalog("shop").isPresent());
        bench.write("shop.ini", "RootId=shop", "PublishInfo=replaced");
        bench.settle(store);
        assertEquals("replaced", catalog(store, "shop").get(Attributes.PUBLISH_INFO));

        bench.delete("shop.ini");
        bench.settle(store);
        assertTrue(store.catalogs().catalog("shop").isEmpty());
        assertEquals(List.of(), bench.problems(store));
    }

    @Test
    void aBadValueKeepsTheLastGoodStateUntilItIsMended() {
        CatalogStore store = bench.open();
        bench.write("shop.ini", "RootId=shop", "CatalogFile=shop.tsv", "# size", "MaxPix=huge");
        bench.settle(store);
        assertEquals(
                List.of(
                        "shop.ini:4: MaxPix: 'huge' is not a valid value; allowed: width,height in pixels, both above 0; 0,0 for no"
                                + " limit"),
                bench.problems(store));
        assertTrue(store.problems().get(0).fatal());
        assertEquals("shop", store.problems().get(0).rootId());
        assertTrue(catalog(store, "shop").macro("small").isPresent());

        bench.write("shop.ini", "RootId=shop", "MaxPix=1,1");
        bench.settle(store);
        assertEquals(List.of(), bench.problems(store));
        assertEquals(new PixelSize(1, 1), catalog(store, "shop").get(Attributes.MAX_PIX));
    }

    @Test
    void aBrokenDataFileKeepsTheLastGoodCatalog() {
        CatalogStore store = bench.open();
        bench.write("shop.tsv", "Id\tPath", "bowl\t\"never closed", "");
        bench.settle(store);
        assertEquals(List.of("shop.tsv:2: a quotation mark is opened here and never closed"), bench.problems(store));
        assertEquals(Set.of("bowl", "drum"), catalog(store, "shop").imageIds());

        bench.delete("shop.tsv");
        bench.settle(store);
        assertEquals(
                List.of("shop.tsv: the file does not exist; CatalogFile in shop.ini:2 names it"),
                bench.problems(store));
        assertEquals(Set.of("bowl", "drum"), catalog(store, "shop").imageIds());
    }

    @Test
    void anEmptyIniIsTakenForOneThatIsStillToBeWritten() {
        CatalogStore store = bench.open();
        bench.write("shop.ini", new byte[0]);
        bench.settle(store);
        assertTrue(store.catalogs().catalog("shop").isPresent());
        assertEquals(
                List.of("shop.ini: RootId: there is none; every catalog but default.ini has one of its own"),
                bench.problems(store));
    }

    @Test
    void whatIsBrokenFromTheFirstIsServedAsFarAsItCanBeRead() {
        bench.write("shop.ini", "RootId=shop", "MaxPix=huge", "CatalogFile=lost.tsv,shop.tsv", "PublishInfo=here");
        bench.write("nameless.ini", "PublishInfo=nowhere");
        CatalogStore store = bench.open();
        assertEquals(new PixelSize(3000, 3000), catalog(store, "shop").get(Attributes.MAX_PIX));
        assertEquals("here", catalog(store, "shop").get(Attributes.PUBLISH_INFO));
        assertEquals(Set.of("bowl", "drum"), catalog(store, "shop").imageIds());
        assertEquals(1, store.catalogs().all().size());
        assertEquals(3, store.problems().size());

        bench.write("shop.ini", "RootId=shop", "MaxPix=huge", "CatalogFile=shop.tsv", "PublishInfo=better");
        bench.settle(store);
        assertEquals("better", catalog(store, "shop").get(Attributes.PUBLISH_INFO));
    }

    @Test
    void withoutADefaultCatalogThereAreTheFallbacks() {
        bench.delete("default.ini");
        CatalogStore store = bench.open();
        assertEquals(List.of("default.ini: the file does not exist"), bench.problems(store));
        assertEquals(PixelSize.NONE, catalog(store, "shop").get(Attributes.MAX_PIX));

        bench.write("default.ini", "MaxPix=7,7");
        bench.settle(store);
        assertEquals(new PixelSize(7, 7), catalog(store, "shop").get(Attributes.MAX_PIX));
        bench.delete("default.ini");
        bench.settle(store);
        assertEquals(new PixelSize(7, 7), catalog(store, "shop").get(Attributes.MAX_PIX));
        assertTrue(store.problems().get(0).fatal());
    }

    @Test
    void theDefaultCatalogHasNoRootId() {
        bench.write("default.ini", "RootId=all", "MaxPix=7,7");
        CatalogStore store = bench.open();
        assertEquals("", store.catalogs().defaultCatalog().rootId());
        assertEquals(
                List.of("default.ini: RootId: the default catalog has none; it is ignored"), bench.problems(store));
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
        CatalogStore store = bench.open();
        Path elsewhere = folder.resolveSibling(folder.getFileName() + "-elsewhere");
        Files.move(folder, elsewhere);
        bench.settle(store);
        assertTrue(store.catalogs().catalog("shop").isPresent());
        assertEquals(1, store.problems().size());
        Files.move(elsewhere, folder);
        bench.settle(store);
        assertEquals(List.of(), store.problems());
    }

    @Test
    void aRootIdBelongsToWhoHasItAlready() {
        bench.write("shop-2.ini", "RootId=two", "PublishInfo=two");
        CatalogStore store = bench.open();
        bench.write("a-copy.ini", "RootId=shop", "PublishInfo=copy");
        bench.write("shop-2.ini", "RootId=shop", "PublishInfo=changed");
        bench.settle(store);
        assertEquals("", catalog(store, "shop").get(Attributes.PUBLISH_INFO));
        assertEquals("two", catalog(store, "two").get(Attributes.PUBLISH_INFO));
        assertEquals(2, store.problems().size());
        assertTrue(
                bench.problems(store).get(0).endsWith("shop.ini, which was there first"),
                bench.problems(store).get(0));

        bench.delete("shop.ini");
        bench.settle(store);
        assertEquals("copy", catalog(store, "shop").get(Attributes.PUBLISH_INFO));
        assertEquals(1, store.problems().size());
    }

    @Test
    void problemsKeepTheirTimeAndTheNewestComeFirst() {
        bench.write("shop.ini", "RootId=shop", "Nonsense=1", "CatalogFile=shop.tsv");
        CatalogStore store = bench.open();
        var first = store.problems().get(0);
        assertEquals(
                "shop.ini:2: there is no attribute 'Nonsense'; it is ignored",
                bench.problems(store).get(0));
        assertFalse(first.fatal());
        bench.write("shop.tsv", "Id\tPath\tPah", "bowl\tb.jpg\t");
        bench.settle(store);
        assertEquals(2, store.problems().size());
        assertTrue(store.problems().contains(first));
    }

    @Test
    void aSharedDataFileIsReadOnce() {
        bench.write("twin.ini", "RootId=twin", "CatalogFile=./shop.tsv");
        CatalogStore store = bench.open();
        var one = catalog(store, "shop").image("bowl").orElseThrow();
        var other = catalog(store, "twin").image("bowl").orElseThrow();
        assertSame(one.get(RecordFields.PATH), other.get(RecordFields.PATH));
        assertNotSame(one.catalog(), other.catalog());

        bench.write("shop.ini", "RootId=shop", "CatalogFile=shop.tsv", "PublishInfo=touched");
        bench.settle(store);
        assertSame(
                one.get(RecordFields.PATH),
                catalog(store, "shop").image("bowl").orElseThrow().get(RecordFields.PATH));
    }
}

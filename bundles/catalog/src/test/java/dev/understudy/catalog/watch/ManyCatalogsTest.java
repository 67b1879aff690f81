package dev.understudy.catalog.watch;

import static dev.understudy.catalog.watch.CatalogFixture.catalog;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.Catalogs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With more catalogs than are looked at each round. */
class ManyCatalogsTest {

    private static final int COUNT = 1200;
    private static final int ROUNDS = (COUNT + CatalogStore.IN_A_ROUND) / CatalogStore.IN_A_ROUND;

    @TempDir
    private Path folder;

    private CatalogFixture fixture;
    private CatalogStore store;

    @BeforeEach
    void manyCatalogs() {
        fixture = new CatalogFixture(folder).write("default.ini", "DefaultExt=.jpg");
        for (int i = 0; i < COUNT; i++) {
            fixture.write("t" + i + ".ini", "RootId=t" + i);
        }
        store = fixture.open();
        for (int i = 0; i < 4; i++) {
            fixture.settle(store);
        }
    }

    private String info(String rootId) {
        return catalog(store, rootId).get(Attributes.PUBLISH_INFO);
    }

    @Test
    void aFileThatIsEditedHasItsTurn() {
        Catalogs before = store.catalogs();
        for (String rootId : List.of("t0", "t700", "t1199")) {
            fixture.write(rootId + ".ini", "RootId=" + rootId, "PublishInfo=edited");
        }
        for (int i = 0; i < ROUNDS; i++) {
            fixture.settle(store);
        }
        assertNotSame(before, store.catalogs());
        for (String rootId : List.of("t0", "t700", "t1199")) {
            assertEquals("edited", info(rootId));
        }
    }

    @Test
    void theDefaultCatalogIsLookedAtEachRound() {
        fixture.write("default.ini", "DefaultExt=.png");
        fixture.settle(store);
        assertEquals(".png", catalog(store, "t1100").get(Attributes.DEFAULT_EXT));
    }

    @Test
    void whatComesGoesOrIsReplacedIsSeenAtOnce() throws Exception {
        fixture.write("new.ini", "RootId=new");
        fixture.delete("t1100.ini");
        fixture.write("t900.tmp", "RootId=t900", "PublishInfo=replaced");
        Files.move(fixture.path("t900.tmp"), fixture.path("t900.ini"), StandardCopyOption.REPLACE_EXISTING);
        fixture.settle(store);
        assertTrue(store.catalogs().catalog("new").isPresent());
        assertTrue(store.catalogs().catalog("t1100").isEmpty());
        assertEquals("replaced", info("t900"));
    }

    @Test
    void configurationsAreSeenAtOnce() {
        fixture.configure("dev.understudy.tenant~c", "RootId", "c", "PublishInfo", "first");
        fixture.settle(store);
        assertEquals("first", info("c"));
        fixture.configure("dev.understudy.tenant~c", "RootId", "c", "PublishInfo", "second");
        fixture.settle(store);
        assertEquals("second", info("c"));
        fixture.unconfigure("dev.understudy.tenant~c");
        fixture.settle(store);
        assertTrue(store.catalogs().catalog("c").isEmpty());
        assertFalse(store.catalogs().catalog("t3").isEmpty());
    }

    /** A data file that all share is written to in place, and shows in those that have been looked at. */
    @Test
    void manyConfigurationsBesideFewFilesHaveTheirTurnsToo(@TempDir Path few) {
        CatalogFixture configured = new CatalogFixture(few).write("default.ini", "DefaultExt=.jpg");
        configured.write("late.tsv", "Id", "a");
        for (int i = 0; i < COUNT; i++) {
            configured.configure("dev.understudy.tenant~c" + i, "RootId", "c" + i, "CatalogFile", "late.tsv");
        }
        CatalogStore many = configured.open();
        for (int i = 0; i < 4; i++) {
            configured.settle(many);
        }
        configured.write("late.tsv", "Id", "a", "b");
        configured.settle(many);
        long seen = many.catalogs().all().stream()
                .filter(catalog -> catalog.image("b").isPresent())
                .count();
        assertTrue(seen <= 2 * CatalogStore.IN_A_ROUND, seen + " catalogs were looked at in one round");
        for (int i = 0; i < ROUNDS; i++) {
            configured.settle(many);
        }
        assertTrue(many.catalogs().all().stream()
                .allMatch(catalog -> catalog.image("b").isPresent()));
    }

    @Test
    void catalogsThatHaveNotChangedAreTakenOver() {
        Catalog before = catalog(store, "t1");
        fixture.write("new.ini", "RootId=new");
        fixture.settle(store);
        assertSame(before, catalog(store, "t1"));
        fixture.write("default.ini", "DefaultExt=.png");
        fixture.settle(store);
        assertNotSame(before, catalog(store, "t1"));
        assertEquals(".jpg", before.get(Attributes.DEFAULT_EXT));
    }

    @Test
    void theSummaryIsShort() {
        assertTrue(store.summary().endsWith(" and " + (COUNT - 50) + " more"), store.summary());
    }
}

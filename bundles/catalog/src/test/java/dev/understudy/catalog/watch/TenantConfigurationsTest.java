package dev.understudy.catalog.watch;

import static dev.understudy.catalog.watch.CatalogFixture.catalog;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.AttributeSource;
import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.load.TenantConfiguration;
import dev.understudy.image.PixelSize;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenantConfigurationsTest {

    private static final String ACME = "dev.understudy.tenant~acme";

    @TempDir
    private Path folder;

    private CatalogFixture bench;

    @BeforeEach
    void aDefaultCatalog() {
        bench = new CatalogFixture(folder)
                .write("default.ini", "MaxPix=3000,3000", "DefaultImage=soon")
                .write("acme.tsv", "Id\tPath", "bowl\tbowl.jpg");
    }

    @Test
    void aConfiguredTenantComesChangesAndGoes() {
        CatalogStore store = bench.open();
        bench.configure(ACME, "rootid", "acme", "CatalogFile", " acme.tsv ", "DefaultImage", "");
        bench.settle(store);
        assertEquals(Set.of("bowl"), catalog(store, "acme").imageIds());
        assertEquals("", catalog(store, "acme").get(Attributes.DEFAULT_IMAGE));
        assertEquals(
                Optional.of(new AttributeSource("", ACME)),
                catalog(store, "acme").written(Attributes.DEFAULT_IMAGE));
        assertEquals(new PixelSize(3000, 3000), catalog(store, "acme").get(Attributes.MAX_PIX));

        bench.configure(ACME, "RootId", "acme2", "MaxPix", "10,10");
        bench.settle(store);
        assertTrue(store.catalogs().catalog("acme").isEmpty());
        assertEquals(new PixelSize(10, 10), catalog(store, "acme2").get(Attributes.MAX_PIX));

        bench.unconfigure(ACME);
        bench.settle(store);
        assertTrue(store.catalogs().all().isEmpty());
        assertEquals(List.of(), bench.problems(store));
    }

    @Test
    void itsFilesAreWatched() {
        bench.configure(
                ACME, "RootId", "acme", "CatalogFile", bench.path("acme.tsv").toString());
        CatalogStore store = bench.open();
        bench.write("acme.tsv", "Id\tPath", "drum\tdrum.jpg");
        bench.settle(store);
        assertEquals(Set.of("drum"), catalog(store, "acme").imageIds());
    }

    @Test
    void aBadValueKeepsTheLastGoodState() {
        bench.configure(ACME, "RootId", "acme", "MaxPix", "10,10");
        CatalogStore store = bench.open();
        bench.configure(ACME, "RootId", "acme", "MaxPix", "10 by 10");
        bench.settle(store);
        assertEquals(new PixelSize(10, 10), catalog(store, "acme").get(Attributes.MAX_PIX));
        assertTrue(bench.problems(store).get(0).startsWith(ACME + ": MaxPix: '10 by 10' is not a valid value"));

        bench.unconfigure(ACME);
        bench.settle(store);
        assertTrue(store.catalogs().all().isEmpty());
        assertEquals(List.of(), bench.problems(store));
    }

    @Test
    void aConfigurationOverrulesAFile() {
        bench.write("acme.ini", "RootId=acme", "PublishInfo=file");
        CatalogStore store = bench.open();
        bench.configure(ACME, "RootId", "acme", "PublishInfo", "configuration");
        bench.settle(store);
        assertEquals("configuration", catalog(store, "acme").get(Attributes.PUBLISH_INFO));
        assertEquals(
                List.of("acme.ini: RootId: 'acme' is also that of " + ACME + ", a configuration, which counts"),
                bench.problems(store));
        assertFalse(store.problems().get(0).fatal());

        bench.unconfigure(ACME);
        bench.settle(store);
        assertEquals("file", catalog(store, "acme").get(Attributes.PUBLISH_INFO));
        assertEquals(List.of(), bench.problems(store));
    }

    @Test
    void withoutARootIdItIsNoTenant() {
        bench.configure(ACME, "MaxPix", "10,10").configure(ACME + "2", "RootId", "a/b");
        CatalogStore store = bench.open();
        assertTrue(store.catalogs().all().isEmpty());
        assertEquals(2, store.problems().size());
        assertTrue(store.problems().get(0).fatal());
    }

    @Test
    void tenantsNeedNoFolder() {
        TenantConfiguration acme = new TenantConfiguration(ACME, Map.of("RootId", "acme"), CatalogFixture.NOW);
        CatalogStore store = new CatalogStore(
                CatalogSettings.of(CatalogSettingTable.TABLE.defaults()),
                () -> List.of(acme),
                () -> CatalogFixture.NOW);
        assertEquals(List.of(), store.problems());
        assertEquals("acme", catalog(store, "acme").rootId());
        assertEquals(CatalogFixture.NOW, catalog(store, "acme").lastModified());
    }
}

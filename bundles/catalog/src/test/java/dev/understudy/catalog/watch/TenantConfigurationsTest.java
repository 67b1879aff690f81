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

    private CatalogFixture fixture;

    @BeforeEach
    void aDefaultCatalog() {
        fixture = new CatalogFixture(folder)
                .write("default.ini", "MaxPix=3000,3000", "DefaultImage=soon")
                .write("acme.tsv", "Id\tPath", "bowl\tbowl.jpg");
    }

    @Test
    void aConfiguredTenantComesChangesAndGoes() {
        CatalogStore store = fixture.open();
        fixture.configure(ACME, "rootid", "acme", "CatalogFile", " acme.tsv ", "DefaultImage", "");
        fixture.settle(store);
        assertEquals(Set.of("bowl"), catalog(store, "acme").imageIds());
        assertEquals("", catalog(store, "acme").get(Attributes.DEFAULT_IMAGE));
        assertEquals(
                Optional.of(new AttributeSource("", ACME)),
                catalog(store, "acme").written(Attributes.DEFAULT_IMAGE));
        assertEquals(new PixelSize(3000, 3000), catalog(store, "acme").get(Attributes.MAX_PIX));

        fixture.configure(ACME, "RootId", "acme2", "MaxPix", "10,10");
        fixture.settle(store);
        assertTrue(store.catalogs().catalog("acme").isEmpty());
        assertEquals(new PixelSize(10, 10), catalog(store, "acme2").get(Attributes.MAX_PIX));

        fixture.unconfigure(ACME);
        fixture.settle(store);
        assertTrue(store.catalogs().all().isEmpty());
        assertEquals(List.of(), fixture.problems(store));
    }

    @Test
    void itsFilesAreWatched() {
        fixture.configure(
                ACME, "RootId", "acme", "CatalogFile", fixture.path("acme.tsv").toString());
        CatalogStore store = fixture.open();
        fixture.write("acme.tsv", "Id\tPath", "drum\tdrum.jpg");
        fixture.settle(store);
        assertEquals(Set.of("drum"), catalog(store, "acme").imageIds());
    }

    @Test
    void aBadValueKeepsTheLastGoodState() {
        fixture.configure(ACME, "RootId", "acme", "MaxPix", "10,10");
        CatalogStore store = fixture.open();
        fixture.configure(ACME, "RootId", "acme", "MaxPix", "10 by 10");
        fixture.settle(store);
        assertEquals(new PixelSize(10, 10), catalog(store, "acme").get(Attributes.MAX_PIX));
        assertTrue(fixture.problems(store).get(0).startsWith(ACME + ": MaxPix: '10 by 10' is not a valid value"));

        fixture.unconfigure(ACME);
        fixture.settle(store);
        assertTrue(store.catalogs().all().isEmpty());
        assertEquals(List.of(), fixture.problems(store));
    }

    @Test
    void aConfigurationOverrulesAFile() {
        fixture.write("acme.ini", "RootId=acme", "PublishInfo=file");
        CatalogStore store = fixture.open();
        fixture.configure(ACME, "RootId", "acme", "PublishInfo", "configuration");
        fixture.settle(store);
        assertEquals("configuration", catalog(store, "acme").get(Attributes.PUBLISH_INFO));
        assertEquals(
                List.of("acme.ini: RootId: 'acme' is also that of " + ACME + ", a configuration, which counts"),
                fixture.problems(store));
        assertFalse(store.problems().get(0).isFatal());

        fixture.unconfigure(ACME);
        fixture.settle(store);
        assertEquals("file", catalog(store, "acme").get(Attributes.PUBLISH_INFO));
        assertEquals(List.of(), fixture.problems(store));
    }

    @Test
    void withoutARootIdItIsNoTenant() {
        fixture.configure(ACME, "MaxPix", "10,10").configure(ACME + "2", "RootId", "a/b");
        CatalogStore store = fixture.open();
        assertTrue(store.catalogs().all().isEmpty());
        assertEquals(2, store.problems().size());
        assertTrue(store.problems().get(0).isFatal());
    }

    @Test
    void tenantsNeedNoFolder() {
        TenantConfiguration acme = new TenantConfiguration(ACME, Map.of("RootId", "acme"), CatalogFixture.NOW);
        CatalogStore store = new CatalogStore(
                CatalogSettings.of(CatalogSettingTable.TABLE.defaults()),
                () -> List.of(acme),
                Optional::empty,
                () -> CatalogFixture.NOW);
        assertEquals(List.of(), store.problems());
        assertEquals("acme", catalog(store, "acme").rootId());
        assertEquals(CatalogFixture.NOW, catalog(store, "acme").lastModified());
    }
}

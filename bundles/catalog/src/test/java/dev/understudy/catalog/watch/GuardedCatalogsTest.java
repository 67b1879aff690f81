package dev.understudy.catalog.watch;

import static dev.understudy.catalog.watch.CatalogFixture.catalog;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.AddressFilter;
import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.DirectAccess;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A slip in an attribute that guards a catalog never opens it. */
class GuardedCatalogsTest {

    private static final AddressFilter OFFICE = AddressFilter.parse("10.0.0.0/8");

    @TempDir
    private Path folder;

    private CatalogFixture bench;

    @BeforeEach
    void folder() {
        bench = new CatalogFixture(folder).write("default.ini", "DefaultExt=.jpg");
    }

    @Test
    void guardsAreInheritedOneByOne() {
        bench.write("default.ini", "ClientAddressFilter=10.0.0.0/8", "RequestLock=1", "AllowDirectAccess=IS");
        bench.write("office.ini", "RootId=office", "ClientAddressFilter=", "RequestLock=", "AllowDirectAccess=");
        bench.write("public.ini", "RootId=public", "ClientAddressFilter=0.0.0.0/0", "RequestLock=0");
        CatalogStore store = bench.open();
        assertEquals(List.of(), bench.problems(store));
        assertEquals(OFFICE, catalog(store, "office").get(Attributes.CLIENT_ADDRESS_FILTER));
        assertTrue(catalog(store, "office").get(Attributes.REQUEST_LOCK));
        assertEquals(DirectAccess.NONE, catalog(store, "office").get(Attributes.ALLOW_DIRECT_ACCESS));
        assertEquals(AddressFilter.ANYONE, catalog(store, "public").get(Attributes.CLIENT_ADDRESS_FILTER));
        assertFalse(catalog(store, "public").get(Attributes.REQUEST_LOCK));
        assertTrue(catalog(store, "public").get(Attributes.ALLOW_DIRECT_ACCESS).allows(DirectAccess.Kind.IS));
        assertFalse(catalog(store, "public").get(Attributes.ALLOW_DIRECT_ACCESS).allows(DirectAccess.Kind.STATIC));
    }

    @Test
    void aMalformedGuardIsAProblemWithFileAndLineAndTheLastGoodOneStays() {
        bench.write("office.ini", "RootId=office", "ClientAddressFilter=10.0.0.0/8");
        CatalogStore store = bench.open();
        bench.write("office.ini", "RootId=office", "# wider", "ClientAddressFilter=10.0.0.0/8,192.168.0.0/255.255.0.0");
        bench.settle(store);
        assertEquals(OFFICE, catalog(store, "office").get(Attributes.CLIENT_ADDRESS_FILTER));
        String problem = bench.problems(store).get(0);
        assertTrue(problem.startsWith("office.ini:3: ClientAddressFilter: '10.0.0.0/8,192.168.0.0/255"), problem);
        assertTrue(problem.contains("allowed: IP addresses separated by commas"), problem);
    }

    @Test
    void aMalformedGuardThatNothingGoodCameBeforeLetsNothingPass() {
        bench.write(
                "office.ini",
                "RootId=office",
                "ClientAddressFilter=office",
                "RequestLock=yes",
                "RequestObfuscation=base64",
                "AllowDirectAccess=exclude:images");
        CatalogStore store = bench.open();
        assertClosed(catalog(store, "office"));
        assertEquals(4, bench.problems(store).size());

        bench.write("office.ini", "RootId=office", "ClientAddressFilter=10.0.0.0/8");
        bench.settle(store);
        assertEquals(OFFICE, catalog(store, "office").get(Attributes.CLIENT_ADDRESS_FILTER));
        assertFalse(catalog(store, "office").get(Attributes.REQUEST_LOCK));
    }

    @Test
    void aTenantsConfigurationIsNoDifferent() {
        bench.configure("dev.understudy.tenant~office", "RootId", "office", "ClientAddressFilter", "10.0.0.0/8,");
        CatalogStore store = bench.open();
        assertEquals(AddressFilter.NOBODY, catalog(store, "office").get(Attributes.CLIENT_ADDRESS_FILTER));
        assertTrue(bench.problems(store).get(0).contains("ClientAddressFilter"));
    }

    /** What it held nobody knows, and every catalog inherits from it. */
    @Test
    void aDefaultCatalogThatCannotBeReadFromTheFirstLetsNothingPass() {
        bench.write("default.ini", "ClientAddressFilter=10.0.0.0/8\0");
        bench.write("shop.ini", "RootId=shop");
        CatalogStore store = bench.open();
        assertClosed(catalog(store, "shop"));
        bench.write("default.ini", "MaxPix=10,10");
        bench.settle(store);
        assertEquals(AddressFilter.ANYONE, catalog(store, "shop").get(Attributes.CLIENT_ADDRESS_FILTER));
    }

    @Test
    void aDefaultCatalogThatIsNotThereHoldsNoGuards() {
        bench.delete("default.ini");
        bench.write("shop.ini", "RootId=shop");
        assertEquals(AddressFilter.ANYONE, catalog(bench.open(), "shop").get(Attributes.CLIENT_ADDRESS_FILTER));
    }

    @Test
    void whetherACatalogMustBeNamedIsAskedOfTheSnapshot() {
        assertTrue(bench.open(true).catalogs().allowsDefaultCatalogRequests());
        assertFalse(bench.open(false).catalogs().allowsDefaultCatalogRequests());
    }

    private static void assertClosed(Catalog catalog) {
        assertEquals(AddressFilter.NOBODY, catalog.get(Attributes.CLIENT_ADDRESS_FILTER));
        assertEquals(DirectAccess.NONE, catalog.get(Attributes.ALLOW_DIRECT_ACCESS));
        assertTrue(catalog.get(Attributes.REQUEST_LOCK));
        assertEquals(1, catalog.get(Attributes.REQUEST_OBFUSCATION));
    }
}

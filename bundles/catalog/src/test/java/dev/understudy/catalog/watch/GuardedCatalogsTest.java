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

    private CatalogFixture fixture;

    @BeforeEach
    void folder() {
        fixture = new CatalogFixture(folder).write("default.ini", "DefaultExt=.jpg");
    }

    @Test
    void guardsAreInheritedOneByOne() {
        fixture.write("default.ini", "ClientAddressFilter=10.0.0.0/8", "RequestLock=1", "AllowDirectAccess=IS");
        fixture.write("office.ini", "RootId=office", "ClientAddressFilter=", "RequestLock=", "AllowDirectAccess=");
        fixture.write("public.ini", "RootId=public", "ClientAddressFilter=0.0.0.0/0", "RequestLock=0");
        CatalogStore store = fixture.open();
        assertEquals(List.of(), fixture.problems(store));
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
        fixture.write("office.ini", "RootId=office", "ClientAddressFilter=10.0.0.0/8");
        CatalogStore store = fixture.open();
        fixture.write(
                "office.ini", "RootId=office", "# wider", "ClientAddressFilter=10.0.0.0/8,192.168.0.0/255.255.0.0");
        fixture.settle(store);
        assertEquals(OFFICE, catalog(store, "office").get(Attributes.CLIENT_ADDRESS_FILTER));
        String problem = fixture.problems(store).get(0);
        assertTrue(problem.startsWith("office.ini:3: ClientAddressFilter: '10.0.0.0/8,192.168.0.0/255"), problem);
        assertTrue(problem.contains("allowed: IP addresses separated by commas"), problem);
    }

    @Test
    void aMalformedGuardThatNothingGoodCameBeforeLetsNothingPass() {
        fixture.write(
                "office.ini",
                "RootId=office",
                "ClientAddressFilter=office",
                "RequestLock=yes",
                "RequestObfuscation=base64",
                "AllowDirectAccess=exclude:images");
        CatalogStore store = fixture.open();
        assertClosed(catalog(store, "office"));
        assertEquals(4, fixture.problems(store).size());

        fixture.write("office.ini", "RootId=office", "ClientAddressFilter=10.0.0.0/8");
        fixture.settle(store);
        assertEquals(OFFICE, catalog(store, "office").get(Attributes.CLIENT_ADDRESS_FILTER));
        assertFalse(catalog(store, "office").get(Attributes.REQUEST_LOCK));
    }

    @Test
    void aTenantsConfigurationIsNoDifferent() {
        fixture.configure("dev.understudy.tenant~office", "RootId", "office", "ClientAddressFilter", "10.0.0.0/8,");
        CatalogStore store = fixture.open();
        assertEquals(AddressFilter.NOBODY, catalog(store, "office").get(Attributes.CLIENT_ADDRESS_FILTER));
        assertTrue(fixture.problems(store).get(0).contains("ClientAddressFilter"));
    }

    /** What it held nobody knows, and every catalog inherits from it. */
    @Test
    void aDefaultCatalogThatCannotBeReadFromTheFirstLetsNothingPass() {
        fixture.write("default.ini", "ClientAddressFilter=10.0.0.0/8\0");
        fixture.write("shop.ini", "RootId=shop");
        CatalogStore store = fixture.open();
        assertClosed(catalog(store, "shop"));
        fixture.write("default.ini", "MaxPix=10,10");
        fixture.settle(store);
        assertEquals(AddressFilter.ANYONE, catalog(store, "shop").get(Attributes.CLIENT_ADDRESS_FILTER));
    }

    @Test
    void aDefaultCatalogThatIsNotThereHoldsNoGuards() {
        fixture.delete("default.ini");
        fixture.write("shop.ini", "RootId=shop");
        assertEquals(AddressFilter.ANYONE, catalog(fixture.open(), "shop").get(Attributes.CLIENT_ADDRESS_FILTER));
    }

    @Test
    void whetherACatalogMustBeNamedIsAskedOfTheSnapshot() {
        assertTrue(fixture.open(true).catalogs().allowsDefaultCatalogRequests());
        assertFalse(fixture.open(false).catalogs().allowsDefaultCatalogRequests());
    }

    private static void assertClosed(Catalog catalog) {
        assertEquals(AddressFilter.NOBODY, catalog.get(Attributes.CLIENT_ADDRESS_FILTER));
        assertEquals(DirectAccess.NONE, catalog.get(Attributes.ALLOW_DIRECT_ACCESS));
        assertTrue(catalog.get(Attributes.REQUEST_LOCK));
        assertEquals(1, catalog.get(Attributes.REQUEST_OBFUSCATION));
    }
}

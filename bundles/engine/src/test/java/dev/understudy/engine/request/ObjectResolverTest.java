package dev.understudy.engine.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.RecordFields;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.admission.AccessPolicy;
import dev.understudy.protocol.syntax.ObjectName;
import dev.understudy.testkit.catalog.TestCatalogs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectResolverTest {

    private final TestCatalogs catalogs = TestCatalogs.sample();
    private final ObjectResolver resolver = new ObjectResolver(catalogs, AccessPolicy.unrestricted());

    /** object, main catalog, record id or '' for a file, file. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "gallery/bridge,       gallery, bridge, gallery/bridge.jpg",
        "gallery/folder/deep,  gallery, folder/deep, gallery/deep.jpg",
        "gallery/logo,         gallery, logo, common/logo.png",
        "gallery/a/b.tif,      gallery, '', gallery/a/b.tif",
        "gallery/a/b,          gallery, '', gallery/a/b.jpg",
        "gallery/a.b/c,        gallery, '', gallery/a.b/c.jpg",
        "gallery/a.,           gallery, '', gallery/a..jpg",
        "/gallery/bridge,      gallery, bridge, gallery/bridge.jpg",
        "/logo,                '', logo, common/logo.png",
        "logo,                 '', logo, common/logo.png",
        "some/file.png,        '', '', some/file.png",
        "Gallery/bridge,       '', '', Gallery/bridge.jpg",
        "bridge,               '', '', bridge.jpg",
        "strict/known,         strict, known, known.jpg",
        "strict/logo,          strict, logo, common/logo.png",
        "strict/unknown,       '', '', strict/unknown.jpg",
    })
    void inPaths(String object, String main, String id, String file) throws ServeException {
        check(resolver.inPath(new ObjectName(object), catalogs.defaultCatalog()), main, id, file);
    }

    /** object in src= of a request to the gallery, catalog, record id, file. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "bridge,               gallery, bridge, gallery/bridge.jpg",
        "folder/deep,          gallery, folder/deep, gallery/deep.jpg",
        "shop/bowl,            shop, bowl, shop/bowl.jpg",
        "/shop/bowl,           shop, bowl, shop/bowl.jpg",
        "gallery/bridge,       gallery, bridge, gallery/bridge.jpg",
        "shop/other.png,       shop, '', shop/other.png",
        "other/file.png,       gallery, '', gallery/other/file.png",
        "/other/file.png,      '', '', other/file.png",
        "/bridge,              '', '', bridge.jpg",
        "logo,                 gallery, logo, common/logo.png",
        "strict/unknown,       '', '', strict/unknown.jpg",
        "my$image$file.tif,    gallery, '', gallery/my$image$file.tif",
    })
    void inCommands(String object, String catalog, String id, String file) throws ServeException {
        check(
                resolver.inCommand(
                        new ObjectName(object), catalogs.tenant("gallery").catalog(), false),
                catalog,
                id,
                file);
    }

    @Test
    void anIdOfTheMainCatalogComesBeforeAnotherCatalog() throws ServeException {
        catalogs.tenant("gallery").record("shop/bowl", "mine.jpg");
        check(
                resolver.inCommand(
                        new ObjectName("shop/bowl"), catalogs.tenant("gallery").catalog(), false),
                "gallery",
                "shop/bowl",
                "gallery/mine.jpg");
    }

    @Test
    void aStrictMainCatalogLeavesPathsToTheDefaultCatalog() throws ServeException {
        catalogs.defaults().set(Attributes.ROOT_PATH, "root");
        check(
                resolver.inCommand(
                        new ObjectName("a/b.png"), catalogs.tenant("strict").catalog(), false),
                "",
                "",
                "root/a/b.png");
    }

    @Test
    void aCatalogAloneIsNoObject() throws ServeException {
        ResolvedObject object = resolver.inPath(new ObjectName("gallery"), catalogs.defaultCatalog());
        assertTrue(object.isEmpty());
        assertNull(object.source());
        assertEquals("gallery", object.catalog().rootId());
    }

    @Test
    void filesThatAttributesNameMayBeAbsolute() throws ServeException {
        ResolvedObject object = resolver.inCommand(
                new ObjectName("/data/error.png"), catalogs.tenant("gallery").catalog(), true);
        assertEquals("/data/error.png", object.source().path());
        assertTrue(object.source().fromCatalog());
        check(
                resolver.inCommand(
                        new ObjectName("/logo"), catalogs.tenant("gallery").catalog(), true),
                "",
                "logo",
                "common/logo.png");
        check(
                resolver.inCommand(
                        new ObjectName("x.png"), catalogs.tenant("gallery").catalog(), true),
                "gallery",
                "",
                "gallery/x.png");
    }

    @Test
    void recordsKeepTheirOwnCatalogsRoot() throws ServeException {
        catalogs.defaults().set(Attributes.ROOT_PATH, "shared");
        ResolvedObject object = resolver.inPath(new ObjectName("gallery/logo"), catalogs.defaultCatalog());
        assertEquals("shared/common/logo.png", object.source().toString());
        assertTrue(object.source().fromCatalog());
    }

    @Test
    void masksOfRecords() throws ServeException {
        catalogs.tenant("gallery").record("bridge").set(RecordFields.MASK_PATH, "masks/bridge");
        ResolvedObject object = resolver.inPath(new ObjectName("gallery/bridge"), catalogs.defaultCatalog());
        assertEquals("gallery/masks/bridge.jpg", object.ownMask().toString());
        assertEquals(object.ownMask(), object.asMask());
        ResolvedObject without = resolver.inPath(new ObjectName("gallery/framed"), catalogs.defaultCatalog());
        assertNull(without.ownMask());
        assertEquals(without.source(), without.asMask());
    }

    private static void check(ResolvedObject object, String catalog, String id, String file) {
        assertEquals(catalog, object.catalog().rootId());
        assertEquals(id, object.record() == null ? "" : object.record().id());
        assertEquals(file, object.source().toString());
        assertEquals(
                object.record() != null || object.configured(), object.source().fromCatalog());
    }
}

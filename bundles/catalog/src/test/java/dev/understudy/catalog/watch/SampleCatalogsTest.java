package dev.understudy.catalog.watch;

import static dev.understudy.catalog.watch.CatalogFixture.catalog;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.CatalogRecord;
import dev.understudy.catalog.FontRecord;
import dev.understudy.catalog.RecordFields;
import dev.understudy.catalog.Syntaxes;
import dev.understudy.image.Color;
import dev.understudy.image.PixelSize;
import dev.understudy.image.ResMode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The catalogs that are shipped to try the server on. */
class SampleCatalogsTest {

    private final CatalogStore store = new CatalogStore(
            new CatalogSettings(
                    Optional.of(Path.of("../../features/samples/catalogs")
                            .toAbsolutePath()
                            .normalize()),
                    Duration.ofSeconds(1),
                    Duration.ofMillis(300),
                    true),
            List::of,
            Optional::empty,
            () -> CatalogFixture.NOW);
    private final Catalog gallery = catalog(store, "gallery");
    private final Catalog shop = catalog(store, "shop");

    @Test
    void nothingIsWrongWithThem() {
        assertEquals(List.of(), store.problems());
        assertEquals(3, store.catalogs().all().size());
        assertEquals(28, gallery.imageIds().size());
        assertEquals(15, shop.imageIds().size());
    }

    @Test
    void attributes() {
        assertEquals("", gallery.get(Attributes.DEFAULT_IMAGE));
        assertEquals("gallery/on-error", gallery.get(Attributes.ERROR_IMAGE));
        assertEquals(new Color(0xf4, 0xf1, 0xea, 255), gallery.get(Attributes.BKG_COLOR));
        assertEquals(ResMode.BICUB, gallery.get(Attributes.RES_MODE));
        assertEquals(ResMode.SHARP2, shop.get(Attributes.RES_MODE));
        assertEquals(new PixelSize(2000, 2000), shop.get(Attributes.MAX_PIX));
        assertEquals(new PixelSize(400, 400), shop.get(Attributes.DEFAULT_PIX));
        assertEquals(Duration.ofMinutes(6), shop.get(Attributes.EXPIRATION));
        assertEquals(".jpg", shop.get(Attributes.DEFAULT_EXT));
    }

    @Test
    void records() {
        CatalogRecord bridge = gallery.image("bridge").orElseThrow();
        assertEquals(Instant.parse("2018-06-21T12:00:00Z"), bridge.get(RecordFields.TIME_STAMP));
        assertEquals(new PixelSize(2000, 1125), bridge.get(RecordFields.SIZE));
        assertEquals(150.0, bridge.get(RecordFields.PRINT_RESOLUTION));
        CatalogRecord mountains = gallery.image("mountains").orElseThrow();
        assertEquals("Title=Picos de Europa\r\nNote=the \"high\" path", mountains.get(RecordFields.USER_DATA));
        assertEquals(Syntaxes.NEVER_EXPIRES, mountains.get(RecordFields.EXPIRATION));
        assertEquals(
                Duration.ofHours(10),
                gallery.image("hills-mirror").orElseThrow().get(RecordFields.EXPIRATION));
        assertEquals("dandelion.jpg", gallery.image("featured").orElseThrow().get(RecordFields.PATH));
        assertEquals("720,430", gallery.image("dandelion").orElseThrow().get(RecordFields.ANCHOR));
        assertEquals(
                "Title=Löwenzahn (dandelion)\r\nColor=green and gold",
                gallery.image("dandelion").orElseThrow().get(RecordFields.USER_DATA));
        assertTrue(shop.image("bowl").orElseThrow().get(RecordFields.USER_DATA).contains("Price=£48"));
        assertEquals("style.css", gallery.content("style").orElseThrow().get(RecordFields.PATH));
    }

    @Test
    void fonts() {
        assertEquals(
                List.of(new FontRecord("Lobster", false, false, "fonts/lobster.otf", "", "", "gallery")),
                gallery.fonts());
        assertEquals(List.of(), shop.fonts());
    }

    @Test
    void macros() {
        assertEquals("wid=160&hei=160&fit=crop&qlt=80", gallery.macro("thumb").orElseThrow());
        assertEquals(
                "wid=120&hei=120&fit=fit&bgc=ffffff&qlt=70&qlt=60",
                shop.macro("cart").orElseThrow());
        assertEquals(
                "resMode=sharp2&qlt=90,1&wid=800&hei=800&fit=constrain",
                shop.macro("PDP").orElseThrow());
        assertEquals(
                "wid=$side$&hei=$side$&fit=fit&bgc=ffffff", shop.macro("box").orElseThrow());
    }
}

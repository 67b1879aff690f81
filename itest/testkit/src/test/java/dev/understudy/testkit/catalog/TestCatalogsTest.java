package dev.understudy.testkit.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.Attribute;
import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.RecordFields;
import dev.understudy.image.Color;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TestCatalogsTest {

    private final TestCatalogs catalogs = new TestCatalogs();
    private final TestCatalog shop = catalogs.tenant("shop");

    @Test
    void anAbsentValueComesFromTheDefaultCatalog() {
        catalogs.defaults().set(Attributes.BKG_COLOR, Color.TRANSPARENT).set(Attributes.DEFAULT_IMAGE, "to-come");
        assertEquals(Color.TRANSPARENT, get(Attributes.BKG_COLOR));
        assertEquals("to-come", get(Attributes.DEFAULT_IMAGE));
    }

    @Test
    void anEmptyValueSwitchesOffWhereTheAttributeIsInheritedIfAbsent() {
        catalogs.defaults().set(Attributes.DEFAULT_IMAGE, "to-come");
        shop.set(Attributes.DEFAULT_IMAGE, "");
        assertEquals("", get(Attributes.DEFAULT_IMAGE));
    }

    @Test
    void anEmptyValueIsNoneWhereTheAttributeIsInheritedIfAbsentOrEmpty() {
        catalogs.defaults().set(Attributes.DEFAULT_FONT, "Arial");
        shop.set(Attributes.DEFAULT_FONT, "");
        assertEquals("Arial", get(Attributes.DEFAULT_FONT));
    }

    @Test
    void someValuesAreNeverInherited() {
        catalogs.defaults().set(Attributes.MACRO_FILE, "macros.txt");
        assertEquals("", get(Attributes.MACRO_FILE));
        assertEquals("shop", shop.catalog().rootId());
        assertEquals("", catalogs.defaultCatalog().rootId());
    }

    @Test
    void recordsFallBackOnTheirCatalog() {
        catalogs.defaults().set(Attributes.EXPIRATION, Duration.ofHours(3));
        shop.record("bowl", "bowl.jpg");
        shop.content("terms", "terms.html").set(RecordFields.EXPIRATION, Duration.ofHours(1));
        Catalog catalog = shop.catalog();
        assertEquals(Duration.ofHours(3), catalog.image("bowl").orElseThrow().get(RecordFields.EXPIRATION));
        assertEquals(Duration.ofHours(1), catalog.content("terms").orElseThrow().get(RecordFields.EXPIRATION));
        assertTrue(catalog.image("terms").isEmpty());
    }

    @Test
    void aChangeIsSeenByWhoAsksAfterIt() {
        Catalog before = shop.catalog();
        shop.set(Attributes.DEFAULT_EXT, ".png");
        assertEquals("", before.get(Attributes.DEFAULT_EXT));
        assertEquals(".png", get(Attributes.DEFAULT_EXT));
    }

    private <T> T get(Attribute<T> attribute) {
        return shop.catalog().get(attribute);
    }
}

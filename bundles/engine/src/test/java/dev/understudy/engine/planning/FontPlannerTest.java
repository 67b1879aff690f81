package dev.understudy.engine.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.FontRecord;
import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.plan.PlanKey;
import dev.understudy.engine.plan.TextFonts;
import dev.understudy.engine.request.TestRequests;
import dev.understudy.failure.ServeException;
import dev.understudy.testkit.catalog.TestCatalog;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What plans carry about fonts. */
class FontPlannerTest {

    private static final String TEXT = "{\\fonttbl{\\f0 Named;}{\\f1 Unused;}}\\f0 words";

    private final TestCatalogs catalogs = new TestCatalogs();
    private final TestCatalog catalog = catalogs.tenant("shop");

    private List<String> names(String text) {
        return FontPlanner.fonts(text, catalog.catalog()).faces().stream()
                .map(FontRecord::name)
                .toList();
    }

    private String key() throws ServeException {
        return PlanKey.of(
                RequestPlanner.plan(TestRequests.read("shop", "size=10,10&text=" + TEXT.replace(" ", "%20"), catalogs))
                        .plan(),
                "1");
    }

    @Test
    void aCatalogWithoutFontsHasTheBuiltInOnes() {
        assertEquals(TextFonts.BUILT_IN, FontPlanner.fonts("words", catalog.catalog()));
    }

    @Test
    void attributesAreCarried() {
        catalog.set(Attributes.DEFAULT_FONT, "Default").set(Attributes.SYNTHESIZE_FONT_STYLES, false);
        TextFonts fonts = FontPlanner.fonts("words", catalog.catalog());
        assertEquals("Default", fonts.defaultFont());
        assertFalse(fonts.synthesized());
        assertTrue(fonts.required());
    }

    @Test
    void namedAndDefaultFontsAreCarriedWithAllStylesAndSomeOthers() {
        for (int i = 0; i < 30; i++) {
            catalog.font("Other " + i, false, false, i + ".ttf");
        }
        catalog.font("Named", false, false, "n.ttf").font("Named", true, false, "b.ttf");
        catalog.font("Default", false, false, "d.ttf").font("Unused", false, false, "u.ttf");
        catalog.set(Attributes.DEFAULT_FONT, "Default");
        List<String> names = names(TEXT);
        assertEquals(2, names.stream().filter("Named"::equals).count());
        assertTrue(names.contains("Default"));
        assertFalse(names.contains("Unused"));
        assertTrue(names.contains("Other 15"));
        assertFalse(names.contains("Other 16"));
    }

    @Test
    void anotherFontMapMakesAnotherImage() throws Exception {
        String none = key();
        catalog.font("Named", false, false, "n.ttf");
        String named = key();
        assertNotEquals(none, named);
        catalog.set(Attributes.DEFAULT_FONT, "Named");
        String byDefault = key();
        assertNotEquals(named, byDefault);
        catalog.set(Attributes.SYNTHESIZE_FONT_STYLES, false);
        assertNotEquals(byDefault, key());
    }

    @Test
    void theErrorImageIsDrawnWhateverItsFontsAre() throws Exception {
        catalog.font("Named", false, false, "n.ttf")
                .set(Attributes.DEFAULT_FONT, "Named")
                .set(Attributes.ERROR_IMAGE, "error")
                .record("error", "", "size=10,10&text=" + TEXT, "");
        LayerContent.Text text = (LayerContent.Text) StandInPlanner.errorImage(
                        TestRequests.summary("shop/x", null, catalogs), TestRequests.raw("", null, catalogs), Map.of())
                .plan()
                .layers()
                .get(0)
                .content();
        assertEquals(FontPlanner.fonts(TEXT, catalog.catalog()).tolerant(), text.fonts());
    }
}

package dev.understudy.engine.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.understudy.catalog.Attributes;
import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.plan.LayerPlan;
import dev.understudy.engine.plan.NamedProfiles;
import dev.understudy.engine.plan.PlanKey;
import dev.understudy.engine.request.TestRequests;
import dev.understudy.failure.ServeException;
import dev.understudy.source.SourceKey;
import dev.understudy.testkit.catalog.TestCatalog;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What plans carry about color profiles. */
class ProfilePlannerTest {

    private final TestCatalogs catalogs = TestCatalogs.sample();
    private final TestCatalog shop = catalogs.tenant("shop");

    private static SourceKey profile(String rootPath, String path) {
        return new SourceKey(SourceKey.Kind.PROFILE, rootPath, path, true);
    }

    private PlannedRequest planned(String query) throws ServeException {
        return RequestPlanner.plan(TestRequests.read("shop/bowl", query, catalogs));
    }

    private static LayerContent.Image image(PlannedRequest request, int layer) {
        return (LayerContent.Image) request.plan().layers().get(layer).content();
    }

    private String key() throws ServeException {
        return PlanKey.of(planned("wid=10").plan(), "1");
    }

    @Test
    void aCatalogThatNamesNoneHasNone() {
        shop.profile("Wide", "wide.icc");
        assertEquals(NamedProfiles.NONE, ProfilePlanner.sources(shop.catalog()));
    }

    @Test
    void aProfileIsNamedByTheMapOrElseByItsFile() {
        shop.profile("Wide", "icc/wide.icc")
                .set(Attributes.ICC_PROFILE_SRC_RGB, "Wide")
                .set(Attributes.ICC_PROFILE_SRC_CMYK, "inks/coated.icc");
        NamedProfiles profiles = ProfilePlanner.sources(shop.catalog());
        assertEquals(List.of(profile("shop", "icc/wide.icc")), profiles.rgb());
        assertEquals(List.of(), profiles.gray());
        assertEquals(List.of(profile("shop", "inks/coated.icc")), profiles.cmyk());
    }

    @Test
    void anImageHasThoseOfItsOwnCatalog() throws Exception {
        catalogs.tenant("gallery").set(Attributes.ICC_PROFILE_SRC_RGB, "old.icc");
        PlannedRequest request = planned("layer=1&src=gallery/bridge&mask=gallery/bridge");
        assertEquals(NamedProfiles.NONE, image(request, 0).source().profiles());
        LayerContent.Image masked = image(request, 1);
        assertEquals(
                List.of(profile("gallery", "old.icc")),
                masked.source().profiles().rgb());
        LayerPlan layer = request.image().layers().get(1);
        assertEquals(
                NamedProfiles.NONE,
                ((LayerContent.Image) layer.mask().source()).source().profiles());
        assertEquals(List.of(profile("gallery", "old.icc")), request.profiles());
        assertEquals(
                List.of("shop/bowl.jpg", "gallery/bridge.jpg"),
                request.files().stream().map(file -> file.key().toString()).toList());
    }

    @Test
    void anotherProfileMakesAnotherImage() throws Exception {
        String none = key();
        shop.set(Attributes.ICC_PROFILE_SRC_GRAY, "gray.icc");
        String gray = key();
        assertNotEquals(none, gray);
        shop.profile("gray.icc", "elsewhere.icc");
        assertNotEquals(gray, key());
    }

    @Test
    void theErrorImageIsDrawnWhateverItsProfilesAre() throws Exception {
        shop.set(Attributes.ICC_PROFILE_SRC_RGB, "wide.icc")
                .set(Attributes.ERROR_IMAGE, "error")
                .record("error", "", "layer=0&src=bowl&layer=1&src=is{shop/bowl?wid=9}", "");
        PlannedRequest planned = StandInPlanner.errorImage(
                TestRequests.summary("shop/x", null, catalogs), TestRequests.raw("", null, catalogs), Map.of());
        NamedProfiles tolerant = ProfilePlanner.sources(shop.catalog()).tolerant();
        assertNotEquals(ProfilePlanner.sources(shop.catalog()), tolerant);
        assertEquals(tolerant, image(planned, 0).source().profiles());
        LayerContent.Nested nested =
                (LayerContent.Nested) planned.plan().layers().get(1).content();
        LayerContent.Image inner =
                (LayerContent.Image) nested.plan().layers().get(0).content();
        assertEquals(tolerant, inner.source().profiles());
    }
}

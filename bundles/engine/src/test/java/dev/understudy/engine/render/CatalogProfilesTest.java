package dev.understudy.engine.render;

import static dev.understudy.engine.render.Fixtures.pixels;
import static dev.understudy.engine.render.Fixtures.plane;
import static dev.understudy.engine.render.Fixtures.solid;
import static dev.understudy.engine.render.RenderPlans.JPEG;
import static dev.understudy.engine.render.RenderPlans.PNG;
import static dev.understudy.engine.render.RenderPlans.plan;
import static dev.understudy.engine.render.RenderPlans.view;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.engine.plan.ImageFile;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.plan.NamedProfiles;
import dev.understudy.engine.plan.OutputPlan;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import dev.understudy.image.Tolerance;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Images whose colors mean what their catalog says. */
class CatalogProfilesTest {

    private static final byte[] LINEAR = profile(ColorSpace.CS_LINEAR_RGB);
    private static final byte[] GRAY = profile(ColorSpace.CS_GRAY);

    /** What becomes of 55 in linear light. */
    private static final int LIGHT = 128;

    private final Fixtures fixtures = new Fixtures();
    private final Fixtures.Unbounded renderer = fixtures.renderer();
    private final SourceKey image = fixtures.add("a", solid(8, 8, 55, 55, 55));
    private final SourceKey linear = fixtures.addProfile("linear.icc", LINEAR);

    private static byte[] profile(int space) {
        return ICC_Profile.getInstance(space).getData();
    }

    private static NamedProfiles rgb(SourceKey key) {
        return new NamedProfiles(List.of(key), List.of(), List.of(), true);
    }

    private static ImagePlan drawing(SourceKey image, NamedProfiles profiles, OutputPlan output) {
        ImageFile file = new ImageFile(image, Tolerance.STRICT, profiles);
        return plan(
                view().build(),
                output,
                RenderPlans.layer(0, new LayerContent.Image(file)).build());
    }

    private Renderer.Rendered render(SourceKey drawn, NamedProfiles profiles) throws ServeException {
        return renderer.render(drawing(drawn, profiles, PNG));
    }

    private Failure failure(NamedProfiles profiles) {
        return assertThrows(ServeException.class, () -> render(image, profiles)).failure();
    }

    private int drawn() {
        return fixtures.last().plane(0).at(3, 3);
    }

    private void assertLight() {
        assertEquals(LIGHT, drawn(), 2);
    }

    @Test
    void anImageThatEmbedsNoneHasTheProfileOfItsCatalog() throws Exception {
        Renderer.Rendered rendered = render(image, rgb(linear));
        assertLight();
        assertEquals(List.of(fixtures.stamp(image), fixtures.stamp(linear)), rendered.stamps());
        render(image, NamedProfiles.NONE);
        assertEquals(55, drawn());
    }

    @Test
    void soHasOneOfLumaAndChroma() throws Exception {
        SourceKey jpeg = fixtures.add(
                "jpeg",
                pixels(
                        Samples.YCC,
                        null,
                        plane(8, 8, (x, y) -> 55),
                        plane(4, 4, (x, y) -> 128),
                        plane(4, 4, (x, y) -> 128)));
        renderer.render(drawing(jpeg, rgb(linear), JPEG));
        assertEquals(Samples.RGB, fixtures.last().samples());
        assertLight();
    }

    @Test
    void grayImagesHaveTheirOwn() throws Exception {
        SourceKey gray = fixtures.add("gray", solid(8, 8, 55));
        NamedProfiles both =
                new NamedProfiles(List.of(linear), List.of(fixtures.addProfile("gray.icc", GRAY)), List.of(), true);
        render(gray, both);
        assertTrue(drawn() > 100, "the JDK's gray is linear");
        render(gray, rgb(linear));
        assertEquals(55, drawn());
    }

    @Test
    void whatAnImageEmbedsCountsFirst() throws Exception {
        ColorProfile srgb = new ColorProfile(profile(ColorSpace.CS_sRGB));
        SourceKey tagged = fixtures.add(
                "tagged",
                pixels(
                        Samples.RGB,
                        srgb,
                        plane(8, 8, (x, y) -> 55),
                        plane(8, 8, (x, y) -> 55),
                        plane(8, 8, (x, y) -> 55)));
        Renderer.Rendered rendered = render(tagged, rgb(linear));
        assertEquals(55, drawn());
        assertEquals(List.of(fixtures.stamp(tagged)), rendered.stamps());
        assertEquals(List.of("tagged"), fixtures.opened);
    }

    @Test
    void aMaskIsNoColor() throws Exception {
        SourceKey mask = fixtures.add("mask", solid(8, 8, 55));
        NamedProfiles gray =
                new NamedProfiles(List.of(), List.of(fixtures.addProfile("gray.icc", GRAY)), List.of(), true);
        LayerContent grayImage = new LayerContent.Image(new ImageFile(image, Tolerance.STRICT, gray));
        renderer.render(plan(
                view().build(),
                RenderPlans.PNG_ALPHA,
                RenderPlans.layer(0, grayImage).mask(mask).build()));
        assertEquals(55, fixtures.last().alpha().at(3, 3));
    }

    @Test
    void aProfileIsReadOnceUntilItIsAnother() throws Exception {
        render(image, rgb(linear));
        render(image, rgb(linear));
        assertEquals(List.of("a", "linear.icc", "a"), fixtures.opened);
        fixtures.addProfile("linear.icc", profile(ColorSpace.CS_sRGB));
        render(image, rgb(linear));
        assertEquals(55, drawn());
        assertEquals(fixtures.opened.size(), fixtures.closed);
    }

    @Test
    void aDamagedProfileIsAFailureOfItsOwnAndNotTriedAgain() throws Exception {
        for (byte[] damaged : List.of(
                new byte[0],
                new byte[200],
                "no profile".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                Arrays.copyOf(LINEAR, LINEAR.length / 2),
                new byte[(1 << 24) + 1])) {
            fixtures.addProfile("linear.icc", damaged);
            Failure failure = failure(rgb(linear));
            assertEquals(FailureKind.PROFILE_CORRUPT, failure.kind());
            assertTrue(failure.message().startsWith("'linear.icc': the "), failure.message());
            int opened = fixtures.opened.size();
            assertInstanceOf(Failure.Known.class, failure(rgb(linear)));
            assertEquals(opened + 2, fixtures.opened.size());
            assertEquals(
                    List.of("linear.icc"),
                    fixtures.failed.entries().stream()
                            .map(entry -> entry.file())
                            .toList());
        }
        fixtures.addProfile("linear.icc", LINEAR);
        render(image, rgb(linear));
        assertLight();
    }

    @Test
    void aProfileForOtherImagesIsGoodForThose() throws Exception {
        SourceKey gray = fixtures.add("gray", solid(8, 8, 55));
        SourceKey grays = fixtures.addProfile("gray.icc", GRAY);
        NamedProfiles mistaken = new NamedProfiles(List.of(grays), List.of(grays), List.of(), true);
        render(image, mistaken);
        assertEquals(55, drawn());
        render(gray, mistaken);
        assertTrue(drawn() > 100, "the JDK's gray is linear");
        render(image, rgb(fixtures.addProfile("xyz.icc", profile(ColorSpace.CS_CIEXYZ))));
        assertEquals(55, drawn());
        assertEquals(0, fixtures.failed.entries().size());
    }

    /** Programs leave the old one in an image that they turn into gray. */
    @Test
    void anEmbeddedProfileForOtherImagesCountsAsNone() throws Exception {
        NamedProfiles both =
                new NamedProfiles(List.of(linear), List.of(fixtures.addProfile("gray.icc", GRAY)), List.of(), true);
        for (byte[] other :
                List.of(LINEAR, profile(ColorSpace.CS_CIEXYZ), changed(GRAY, 16, "Lab "), changed(GRAY, 16, "CMYK"))) {
            SourceKey gray = fixtures.add("gray", tagged(Samples.GRAY, other, 1));
            render(gray, NamedProfiles.NONE);
            assertEquals(55, drawn());
            render(gray, both);
            assertTrue(drawn() > 100, "the catalog's is taken");
        }
        for (byte[] other : List.of(
                GRAY,
                changed(LINEAR, 16, "CMYK"),
                changed(LINEAR, 12, "link"),
                changed(LINEAR, 12, "abst"),
                changed(LINEAR, 12, "nmcl"))) {
            SourceKey color = fixtures.add("color", tagged(Samples.RGB, other, 3));
            render(color, NamedProfiles.NONE);
            assertEquals(55, drawn());
            render(color, both);
            assertLight();
        }
        assertEquals(0, fixtures.failed.entries().size());
    }

    @Test
    void aMaskWithAProfileForOtherImagesIsTakenAsItIs() throws Exception {
        SourceKey mask = fixtures.add("mask", tagged(Samples.GRAY, LINEAR, 1));
        renderer.render(plan(
                view().build(),
                RenderPlans.PNG_ALPHA,
                RenderPlans.image(0, image).mask(mask).build()));
        assertEquals(55, fixtures.last().alpha().at(3, 3));
    }

    @Test
    void anEmbeddedProfileThatCannotBeReadIsAFailure() throws Exception {
        SourceKey damaged = fixtures.add("damaged", tagged(Samples.GRAY, new byte[200], 1));
        ServeException thrown = assertThrows(ServeException.class, () -> render(damaged, rgb(linear)));
        assertEquals(FailureKind.PROFILE_CORRUPT, thrown.failure().kind());
    }

    private static Pixels tagged(Samples samples, byte[] profile, int planes) {
        Plane[] all = new Plane[planes];
        Arrays.setAll(all, i -> plane(8, 8, (x, y) -> 55));
        return pixels(samples, new ColorProfile(profile), all);
    }

    /** The same with another word in its head. */
    private static byte[] changed(byte[] profile, int position, String word) {
        byte[] changed = profile.clone();
        System.arraycopy(word.getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, changed, position, 4);
        return changed;
    }

    @Test
    void withoutItsFileAProfileIsNotUsedUntilItIsThere() throws Exception {
        render(image, rgb(linear));
        assertLight();
        fixtures.remove("linear.icc");
        Renderer.Rendered rendered = render(image, rgb(linear));
        assertEquals(55, drawn());
        assertEquals(List.of(fixtures.stamp(image), Stamp.absent(linear)), rendered.stamps());
        assertEquals(0, fixtures.failed.entries().size());
        fixtures.addProfile("linear.icc", LINEAR);
        render(image, rgb(linear));
        assertLight();
    }

    @Test
    void whatNeedsNoProfileIsDrawnWithout() throws Exception {
        fixtures.addProfile("linear.icc", new byte[200]);
        Renderer.Rendered rendered = render(image, rgb(linear).tolerant());
        assertEquals(55, drawn());
        assertEquals(List.of(fixtures.stamp(image)), rendered.stamps());
    }
}

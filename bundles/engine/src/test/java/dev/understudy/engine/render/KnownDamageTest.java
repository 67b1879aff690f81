package dev.understudy.engine.render;

import static dev.understudy.engine.render.Fixtures.plane;
import static dev.understudy.engine.render.Fixtures.solid;
import static dev.understudy.engine.render.RenderPlans.PNG;
import static dev.understudy.engine.render.RenderPlans.image;
import static dev.understudy.engine.render.RenderPlans.plan;
import static dev.understudy.engine.render.RenderPlans.view;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.understudy.engine.plan.ImageFile;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.Samples;
import dev.understudy.image.Tolerance;
import dev.understudy.source.SourceKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A damaged image is decoded once, not with every request. */
class KnownDamageTest {

    private static final Failure CUT_SHORT = new Failure.Corrupt(FailureKind.SOURCE_CORRUPT, "a", "cut short", null);

    private final Fixtures fixtures = new Fixtures();
    private final SourceKey key = fixtures.add("a", solid(40, 30, 1, 2, 3));

    private Failure failure(ImagePlan plan) {
        return assertThrows(ServeException.class, () -> fixtures.renderer().render(plan))
                .failure();
    }

    private ImagePlan whole() {
        return plan(view().build(), PNG, image(0, key).build());
    }

    private ImagePlan part() {
        return plan(view().rgn(0, 0, 5, 5).build(), PNG, image(0, key).build());
    }

    @Test
    void whateverPartIsAskedFor() {
        fixtures.damage.put("a", CUT_SHORT);
        assertEquals(CUT_SHORT, failure(whole()));
        Failure.Known again = assertInstanceOf(Failure.Known.class, failure(part()));
        assertEquals(CUT_SHORT, again.first());
        assertEquals(1, fixtures.decoded.size());
        assertEquals(fixtures.opened.size(), fixtures.closed);
    }

    @Test
    void itsPropertiesFailAsTheImageDoes() {
        fixtures.damage.put("a", CUT_SHORT);
        ImageFile file = new ImageFile(key, Tolerance.STRICT);
        assertEquals(
                40,
                assertDoesNotThrow(() -> fixtures.renderer().inspect(file))
                        .info()
                        .width(),
                "as long as nobody knows");
        assertDoesNotThrow(() -> fixtures.renderer().measure(whole()));
        failure(whole());
        for (Executable properties : List.<Executable>of(
                () -> fixtures.renderer().inspect(file),
                () -> fixtures.renderer().measure(whole()))) {
            Failure failure = assertThrows(ServeException.class, properties).failure();
            assertEquals(
                    CUT_SHORT, assertInstanceOf(Failure.Known.class, failure).first());
        }
    }

    @Test
    void aReleasedImageIsTriedAgain() {
        fixtures.damage.put("a", CUT_SHORT);
        failure(whole());
        fixtures.damage.clear();
        failure(whole());
        fixtures.failed.release("a");
        assertDoesNotThrow(() -> fixtures.renderer().render(whole()));
    }

    @Test
    void aTemporaryTroubleIsForgottenAtOnce() {
        fixtures.damage.put("a", new Failure.Unreadable("a", null));
        assertEquals(FailureKind.SOURCE_UNREADABLE, failure(whole()).kind());
        fixtures.damage.clear();
        assertDoesNotThrow(() -> fixtures.renderer().render(whole()));
    }

    @Test
    void aProfileThatCannotBeUsedIsNotTriedAgainEither() {
        var broken = new ColorProfile(new byte[200]);
        fixtures.add("a", Fixtures.pixels(Samples.GRAY, broken, plane(4, 4, (x, y) -> 9)));
        assertEquals(FailureKind.PROFILE_CORRUPT, failure(whole()).kind());
        assertInstanceOf(Failure.Known.class, failure(whole()));
        assertEquals(1, fixtures.decoded.size());
    }

    @Test
    void aFileThatHasGoneIsForgotten() throws Exception {
        fixtures.damage.put("a", CUT_SHORT);
        failure(whole());
        fixtures.remove("a");
        assertEquals(FailureKind.SOURCE_MISSING, failure(whole()).kind());
        assertEquals(0, fixtures.failed.entries().size());
    }
}

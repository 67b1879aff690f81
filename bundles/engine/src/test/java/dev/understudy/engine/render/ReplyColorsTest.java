package dev.understudy.engine.render;

import static dev.understudy.engine.render.Fixtures.pixels;
import static dev.understudy.engine.render.Fixtures.plane;
import static dev.understudy.engine.render.Fixtures.solid;
import static dev.understudy.engine.render.RenderPlans.image;
import static dev.understudy.engine.render.RenderPlans.plan;
import static dev.understudy.engine.render.RenderPlans.view;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.engine.color.ConversionOptions;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.NamedProfiles;
import dev.understudy.engine.plan.OutputColors;
import dev.understudy.engine.plan.OutputPlan;
import dev.understudy.engine.plan.RequestedProfile;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.Samples;
import dev.understudy.source.SourceKey;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The spaces that replies are in. */
class ReplyColorsTest {

    private static final byte[] LINEAR =
            ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();

    /** What becomes of 128 in linear light. */
    private static final int DARK = 55;

    private final Fixtures fixtures = new Fixtures();
    private final Fixtures.Unbounded renderer = fixtures.renderer();
    private final SourceKey plain = fixtures.add("a", solid(8, 8, 128, 128, 128));
    private final SourceKey linear = fixtures.addProfile("linear.icc", LINEAR);

    private static NamedProfiles rgb(SourceKey key) {
        return new NamedProfiles(List.of(key), List.of(), List.of(), true);
    }

    private static OutputPlan png(Samples samples, SourceKey profile, NamedProfiles defaults, boolean embed) {
        return RenderPlans.PNG.with(new OutputColors(
                samples,
                profile == null ? null : new RequestedProfile("given", profile),
                defaults,
                NamedProfiles.NONE,
                embed,
                ConversionOptions.DEFAULT));
    }

    private int drawn(SourceKey drawn, OutputPlan output) throws ServeException {
        renderer.render(plan(view().build(), output, image(0, drawn).build()));
        return fixtures.last().plane(0).at(3, 3);
    }

    private ServeException failure(OutputPlan output) {
        return assertThrows(ServeException.class, () -> drawn(plain, output));
    }

    @Test
    void aReplyIsInTheProfileThatIsNamed() throws Exception {
        assertEquals(DARK, drawn(plain, png(null, linear, NamedProfiles.NONE, false)), 1);
        assertEquals(DARK, drawn(plain, png(Samples.RGB, null, rgb(linear), false)), 1);
        assertEquals(128, drawn(plain, png(Samples.RGB, null, NamedProfiles.NONE, true)));
    }

    @Test
    void anEmbeddedProfileIsKeptWhereItGoesIntoTheReply() throws Exception {
        SourceKey tagged = tagged();
        assertEquals(55, drawn(tagged, png(Samples.RGB, null, NamedProfiles.NONE, true)));
        assertEquals(128, drawn(tagged, png(Samples.RGB, null, NamedProfiles.NONE, false)), 1);
    }

    /** Some decoders decode a whole image to tell its profile. */
    @Test
    void memoryIsAskedForBeforeAnImageIsLookedIntoForItsProfile() {
        OutputPlan embedding = png(Samples.RGB, null, NamedProfiles.NONE, true);
        ImagePlan plan = plan(view().build(), embedding, image(0, tagged()).build());
        AtomicInteger asked = new AtomicInteger();
        MemoryBudget none = bytes -> {
            asked.incrementAndGet();
            throw new MemoryUnavailableException();
        };
        assertThrows(MemoryUnavailableException.class, () -> renderer.renderer().measure(plan, none));
        assertThrows(MemoryUnavailableException.class, () -> renderer.renderer().render(plan, none));
        assertEquals(2, asked.get());
        assertEquals(List.of(), fixtures.decoded);
    }

    private SourceKey tagged() {
        return fixtures.add(
                "tagged",
                pixels(
                        Samples.RGB,
                        new ColorProfile(LINEAR),
                        plane(8, 8, (x, y) -> 55),
                        plane(8, 8, (x, y) -> 55),
                        plane(8, 8, (x, y) -> 55)));
    }

    @Test
    void aProfileThatIsNotForTheReplyIsRefused() {
        SourceKey gray = fixtures.addProfile(
                "gray.icc", ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData());
        ServeException mismatch = failure(png(Samples.RGB, gray, NamedProfiles.NONE, false));
        assertEquals(FailureKind.PARAMETER_INVALID, mismatch.failure().kind());
        assertTrue(mismatch.getMessage().contains("'given'"), mismatch.getMessage());
        SourceKey path = SourceKey.profile("", "nothing.icc", false);
        assertEquals(
                FailureKind.PARAMETER_INVALID,
                failure(png(null, path, NamedProfiles.NONE, false)).failure().kind());
        SourceKey record = SourceKey.profile("", "nothing.icc", true);
        assertEquals(
                FailureKind.PROFILE_CORRUPT,
                failure(png(null, record, NamedProfiles.NONE, false)).failure().kind());
    }
}

package dev.understudy.engine.render;

import static dev.understudy.engine.render.Fixtures.solid;
import static dev.understudy.engine.render.RenderPlans.PNG;
import static dev.understudy.engine.render.RenderPlans.image;
import static dev.understudy.engine.render.RenderPlans.layer;
import static dev.understudy.engine.render.RenderPlans.plan;
import static dev.understudy.engine.render.RenderPlans.view;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.engine.plan.EmbeddedImage;
import dev.understudy.engine.plan.FilledVariable;
import dev.understudy.engine.plan.ImageFile;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.LayerContent;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Tolerance;
import dev.understudy.source.SourceKey;
import dev.understudy.testkit.codec.BytesSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the images that vector images take from requests may take. */
class EmbeddedFilesTest {

    /** What filling the vector image takes: its few bytes six times. */
    private static final long TEXT = 6L * "MEM a.svg".length();

    private final Fixtures fixtures = new Fixtures();
    private final SourceKey vector = fixtures.add("a.svg", solid(8, 6, 1, 2, 3));
    private final SourceKey photo = fixtures.add("photo", solid(40, 30, 1, 2, 3));

    private ImagePlan embedded(int width, int height) {
        return plan(view().wid(width).hei(height).build(), PNG, image(0, photo).build());
    }

    private ImageFile file(ImagePlan... images) {
        return new ImageFile(vector, Tolerance.STRICT)
                .with(IntStream.range(0, images.length)
                        .mapToObj(i -> new EmbeddedImage("x" + i, images[i]))
                        .toList());
    }

    private static ImagePlan whole(ImageFile file) {
        return plan(
                view().wid(8).hei(6).build(),
                PNG,
                layer(0, new LayerContent.Image(file)).build());
    }

    @Test
    void oneOfMoreThanAMegapixelIsRefusedBeforeItIsDrawn() throws Exception {
        fixtures.renderer().render(whole(file(embedded(1024, 1024))));
        int drawn = fixtures.decoded.size();
        ServeException refused =
                assertThrows(ServeException.class, () -> fixtures.renderer().render(whole(file(embedded(1025, 1024)))));
        assertEquals(FailureKind.SVG_UNSUPPORTED, refused.failure().kind());
        assertTrue(refused.failure().message().contains("1025 x 1024"), refused.getMessage());
        assertEquals(drawn, fixtures.decoded.size());
    }

    @Test
    void theirBytesAreHeldWhileTheRestIsDrawn() throws Exception {
        long alone = lastReserved(whole(file()));
        int bytes = fixtures.renderer().render(embedded(9, 9)).bytes().length;
        assertEquals(alone + TEXT + 6L * bytes, lastReserved(whole(file(embedded(9, 9)))));
    }

    /** The text of a vector image into which something is put. */
    @Test
    void theTextIsAskedForBeforeItIsReadAndIsHeld() throws Exception {
        ImageFile filled = new ImageFile(vector, Tolerance.STRICT).filled(List.of(new FilledVariable("a", "b")));
        List<Long> reserved = reserved(whole(filled));
        assertEquals(TEXT, reserved.get(0));
        assertEquals(lastReserved(whole(file())) + TEXT, reserved.get(reserved.size() - 1));
        ImageFile other = filled.filled(List.of(new FilledVariable("a", "c")));
        assertEquals(TEXT * 2, reserved(twice(filled, other)).get(0));
        assertTrue(reserved(whole(file())).get(0) > 1000);
    }

    /** Heads are read without the values, and still the text is. */
    @Test
    void whoReadsHeadsAsksToo() {
        MemoryBudget none = bytes -> {
            throw new MemoryUnavailableException();
        };
        PlanRenderer renderer = fixtures.renderer().renderer();
        int opened = fixtures.opened.size();
        assertThrows(MemoryUnavailableException.class, () -> renderer.inspect(file(), none));
        assertThrows(MemoryUnavailableException.class, () -> renderer.describe(file(), none));
        assertThrows(MemoryUnavailableException.class, () -> renderer.tell(file(), none));
        assertThrows(MemoryUnavailableException.class, () -> renderer.measure(whole(file()), none));
        assertThrows(MemoryUnavailableException.class, () -> renderer.locate(whole(file()), none));
        assertEquals(opened + 5, fixtures.opened.size());
    }

    private static ImagePlan twice(ImageFile one, ImageFile other) {
        return plan(
                view().wid(8).hei(6).build(),
                PNG,
                layer(0, new LayerContent.Image(one)).build(),
                layer(1, new LayerContent.Image(other)).build());
    }

    private long lastReserved(ImagePlan plan) throws Exception {
        List<Long> reserved = reserved(plan);
        return reserved.get(reserved.size() - 1);
    }

    private List<Long> reserved(ImagePlan plan) throws Exception {
        List<Long> reserved = new ArrayList<>();
        fixtures.renderer().renderer().render(plan, reserved::add);
        return reserved;
    }

    @Test
    void aLongTextIsRefusedBeforeItIsMade() throws Exception {
        ImagePlan image = embedded(9, 9);
        Renderer.Rendered large = new Renderer.Rendered("image/png", new byte[1 << 20], new PixelSize(9, 9), List.of());
        EmbeddedFiles images = new EmbeddedFiles(Map.of(image, large), true);
        assertTrue(length(images, image, 40) > 40 << 20);
        ServeException refused = assertThrows(ServeException.class, () -> length(images, image, 60));
        assertEquals(FailureKind.SVG_UNSUPPORTED, refused.failure().kind());
        assertTrue(refused.failure().message().contains("tests/image"), refused.getMessage());
    }

    private long length(EmbeddedFiles images, ImagePlan image, int times) throws Exception {
        String text = "<image href='/is/image/x0'/>".repeat(times);
        try (BytesSource source = new BytesSource(text.getBytes(StandardCharsets.UTF_8))) {
            return FilledSource.of(source, file(image), images).stamp().length();
        }
    }
}

package dev.understudy.engine.render;

import dev.understudy.engine.plan.EmbeddedImage;
import dev.understudy.engine.plan.ImageFile;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.PixelSize;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The images that the vector images of a plan take from requests.
 *
 * @param drawn those that have been drawn, by their plans
 * @param needed whether those that have not are needed; heads are read without them
 */
record EmbeddedFiles(Map<ImagePlan, Renderer.Rendered> drawn, boolean needed) {

    /** Pixels of an image, as many as the painter of vector images takes. */
    private static final long MOST_PIXELS = 1 << 20;

    /** Bytes of all images, which take a third more in a file. */
    private static final int MOST_BYTES = 48 << 20;

    /** What an image takes, for each of its bytes: the image, its URL, and the text of the file, which is made twice, and its bytes. */
    private static final int COPIES = 6;

    /** No images, for whoever reads heads alone. */
    static final EmbeddedFiles NOT_NEEDED = new EmbeddedFiles(Map.of(), false);

    /**
     * Draws the images of a plan, none for most.
     *
     * @throws ServeException as {@link Renderer#render}
     */
    static EmbeddedFiles draw(ImagePlan plan, Renderer renderer, MemoryBudget memory)
            throws ServeException, MemoryUnavailableException {
        EmbeddedFiles all = new EmbeddedFiles(new HashMap<>(), true);
        for (ImageFile file : VectorTexts.files(plan)) {
            for (EmbeddedImage image : file.images()) {
                all.draw(file.key(), image.plan(), renderer, memory);
            }
        }
        return all;
    }

    private void draw(SourceKey file, ImagePlan plan, Renderer renderer, MemoryBudget memory)
            throws ServeException, MemoryUnavailableException {
        if (drawn.containsKey(plan)) {
            return;
        }
        MemoryBudget rest = beside(memory);
        PixelSize size = renderer.measure(plan, rest).size();
        if (size.area() > MOST_PIXELS) {
            throw new ServeException(new Failure.UnsupportedSource(
                    FailureKind.SVG_UNSUPPORTED,
                    file.toString(),
                    "the image of a request of " + size.width() + " x " + size.height()
                            + " pixels, of which there may be a megapixel"));
        }
        drawn.put(plan, renderer.render(plan, rest));
        if (bytes() > MOST_BYTES) {
            throw tooLarge(file, "for its images of requests alone", MOST_BYTES);
        }
        memory.reserve(held());
    }

    /** The failure of a vector image that would be too large with its images. */
    static ServeException tooLarge(SourceKey file, String with, int mostBytes) {
        return new ServeException(new Failure.UnsupportedSource(
                FailureKind.SVG_UNSUPPORTED,
                file.toString(),
                "a file of more than " + (mostBytes >> 10) + " kB " + with
                        + "; svgProvider.SVGFileSizeLimit allows less"));
    }

    /** The same budget for work that is done while the images are held. */
    MemoryBudget beside(MemoryBudget memory) {
        return bytes -> memory.reserve(bytes + held());
    }

    private long bytes() {
        return drawn.values().stream().mapToLong(image -> image.bytes().length).sum();
    }

    private long held() {
        return COPIES * bytes();
    }

    /** The states of the files that they were drawn from. */
    List<Stamp> stamps() {
        List<Stamp> stamps = new ArrayList<>();
        drawn.values().forEach(image -> stamps.addAll(image.stamps()));
        return stamps;
    }

    /**
     * What stands for a request in a file that is read.
     *
     * @param request what follows the mount
     * @return a {@code data:} URL, or nothing where it is not needed; null for a request that has not been planned
     */
    @Nullable
    String url(ImageFile file, String request) {
        if (!needed) {
            return "";
        }
        for (EmbeddedImage image : file.images()) {
            Renderer.Rendered rendered = image.reference().equals(request) ? drawn.get(image.plan()) : null;
            if (rendered != null) {
                return "data:" + rendered.mediaType() + ";base64,"
                        + Base64.getEncoder().encodeToString(rendered.bytes());
            }
        }
        return null;
    }
}

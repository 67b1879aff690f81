package dev.understudy.engine.render;

import dev.understudy.engine.plan.EmbeddedImage;
import dev.understudy.engine.plan.ImageFile;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.plan.PlanContents;
import dev.understudy.failure.ServeException;
import dev.understudy.source.Stamp;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The images that the vector images of a plan take from requests.
 *
 * @param drawn those that have been drawn, by their plans
 * @param needed whether those that have not are needed; heads are read without them
 */
record EmbeddedFiles(Map<ImagePlan, Renderer.Rendered> drawn, boolean needed) {

    /** No images, for whoever reads heads alone. */
    static final EmbeddedFiles NOT_NEEDED = new EmbeddedFiles(Map.of(), false);

    /**
     * Draws the images of a plan, none for most.
     *
     * @throws ServeException as {@link Renderer#render}
     */
    static EmbeddedFiles draw(ImagePlan plan, Renderer renderer, MemoryBudget memory)
            throws ServeException, MemoryUnavailableException {
        Set<EmbeddedImage> images = new LinkedHashSet<>();
        PlanContents.visit(plan, content -> {
            if (content instanceof LayerContent.Image image) {
                images.addAll(image.source().images());
            }
        });
        Map<ImagePlan, Renderer.Rendered> drawn = new HashMap<>();
        for (EmbeddedImage image : images) {
            if (!drawn.containsKey(image.plan())) {
                drawn.put(image.plan(), renderer.render(image.plan(), memory));
            }
        }
        return new EmbeddedFiles(drawn, true);
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

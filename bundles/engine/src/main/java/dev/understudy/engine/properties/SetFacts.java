package dev.understudy.engine.properties;

import dev.understudy.engine.mediaset.MediaSet;
import dev.understudy.engine.plan.ImageFile;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.render.MemoryBudget;
import dev.understudy.engine.render.MemoryUnavailableException;
import dev.understudy.engine.render.Renderer;
import dev.understudy.engine.request.ResolvedObject;
import dev.understudy.failure.ServeException;
import dev.understudy.image.PixelSize;
import dev.understudy.source.SourceKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the files of a set say of its images, each file looked at once. */
final class SetFacts {

    /**
     * What is known of an image.
     *
     * @param size its full size
     * @param version as {@code req=props} has it
     */
    record Fact(PixelSize size, String version) {}

    private final Map<String, Fact> facts = new HashMap<>();

    private SetFacts() {}

    /**
     * Looks at the files of a set.
     *
     * @param templates the images of records without a file, by name
     */
    static SetFacts of(MediaSet set, Map<String, ImagePlan> templates, Renderer renderer, MemoryBudget memory)
            throws ServeException, MemoryUnavailableException {
        SetFacts known = new SetFacts();
        Map<SourceKey, Fact> files = new HashMap<>();
        for (ResolvedObject image : set.images()) {
            String name = image.qualifiedName();
            SourceKey file = image.source();
            ImagePlan template = templates.get(name);
            if (file != null) {
                Fact fact = files.get(file);
                if (fact == null) {
                    fact = of(renderer.inspect(new ImageFile(file, image.tolerance()), memory));
                    files.put(file, fact);
                }
                known.facts.put(name, fact);
            } else if (template != null && !known.facts.containsKey(name)) {
                Renderer.Measured measured = renderer.measure(template, memory);
                known.facts.put(name, new Fact(measured.size(), VersionIds.ofImage(measured.stamps())));
            }
        }
        return known;
    }

    private static Fact of(Renderer.Inspected file) {
        PixelSize size = new PixelSize(file.info().uprightWidth(), file.info().uprightHeight());
        return new Fact(size, VersionIds.ofImage(List.of(file.stamp())));
    }

    /** What is known of an image of the set; null for what is none. */
    @Nullable
    Fact of(ResolvedObject image) {
        return facts.get(image.qualifiedName());
    }
}

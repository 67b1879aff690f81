package dev.understudy.engine.planning;

import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.request.ResolvedObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of a layer, and its origin.
 *
 * @param content what is drawn
 * @param object the record or file that is drawn, null for colors, text and nested requests
 * @param others what else went into it
 */
record LayerInput(LayerContent content, @Nullable ResolvedObject object, List<ResolvedObject> others) {

    static LayerInput of(LayerContent content) {
        return new LayerInput(content, null, List.of());
    }
}

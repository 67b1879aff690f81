package dev.understudy.engine.planning;

import dev.understudy.engine.plan.ImageFile;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.plan.LayerMask;
import dev.understudy.engine.plan.LayerPlan;
import dev.understudy.engine.plan.Point;
import dev.understudy.engine.plan.TextAttributes;
import dev.understudy.engine.plan.TextAttributes.Sizing;
import dev.understudy.engine.plan.TextAttributes.Wrap;
import org.jspecify.annotations.Nullable;

/**
 * Has all text of an error image wrapped and made smaller until it fits, whatever its template says of that: who writes a
 * template does not know how long a message will be. Where a font or a color profile cannot be used, which may be the very error,
 * another one takes its place.
 */
final class ErrorTextFitting {

    private ErrorTextFitting() {}

    static ImagePlan of(ImagePlan plan) {
        return plan.withLayers(plan.layers().stream()
                        .map(layer -> layer.withContent(content(layer)).withMask(mask(layer.mask())))
                        .toList())
                .withTolerantColors();
    }

    private static LayerContent content(LayerPlan layer) {
        if (layer.content() instanceof LayerContent.Nested nested) {
            return new LayerContent.Nested(of(nested.plan()));
        }
        if (layer.content() instanceof LayerContent.Image image) {
            ImageFile source = image.source();
            return new LayerContent.Image(source.with(source.profiles().tolerant()));
        }
        return layer.content() instanceof LayerContent.Text text
                ? text.with(
                        attributes(text.attributes(), isSized(layer.transform().size())),
                        text.fonts().tolerant())
                : layer.content();
    }

    private static LayerMask mask(LayerMask mask) {
        return mask.source() instanceof LayerContent.Nested nested
                ? new LayerMask(new LayerContent.Nested(of(nested.plan())), mask.use())
                : mask;
    }

    private static TextAttributes attributes(TextAttributes given, boolean sized) {
        if (sized && given.sizing() == Sizing.AUTO) {
            return given;
        }
        boolean runsOn = given.wrap() == Wrap.NONE && (!sized || given.sizing() == Sizing.FIXED);
        return given.with(Sizing.WHOLE, runsOn ? Wrap.WRAP : given.wrap());
    }

    private static boolean isSized(@Nullable Point size) {
        return size != null && size.x() > 0 && size.y() > 0;
    }
}

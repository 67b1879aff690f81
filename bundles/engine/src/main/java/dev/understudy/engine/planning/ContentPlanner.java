package dev.understudy.engine.planning;

import dev.understudy.catalog.CatalogRecord;
import dev.understudy.engine.command.Commands;
import dev.understudy.engine.plan.ImageFile;
import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.request.CommandValues;
import dev.understudy.engine.request.ImageRequest;
import dev.understudy.engine.request.LayerSource;
import dev.understudy.engine.request.ResolvedObject;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Color;
import dev.understudy.source.SourceKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plans the content of layers.
 *
 * <p>Source: the reference's pages on layer types, src, mask, text and color.
 */
final class ContentPlanner {

    private final ImageRequest request;

    ContentPlanner(ImageRequest request) {
        this.request = request;
    }

    /**
     * The content of a layer; null for none, which layer 0 may not have.
     *
     * @throws ServeException when it names something that is not there or cannot be done
     */
    @Nullable
    LayerInput input(int number, CommandValues values) throws ServeException {
        String text = values.get(Commands.TEXT, values.get(Commands.TEXT_PS, ""));
        LayerSource source = request.sources().get(number);
        if (!text.isEmpty()) {
            return LayerInput.of(new LayerContent.Text(
                    text,
                    values.get(Commands.TEXT_ATTR, request.catalog()),
                    FontPlanner.fonts(text, request.catalog())));
        }
        if (source != null) {
            return input(source, number, values);
        }
        ResolvedObject template = request.template();
        boolean fromPath = number == 0 && template == null;
        if (fromPath && request.object().source() != null) {
            return image(request.object(), number, values);
        }
        Color color = values.get(Commands.COLOR);
        if (color != null) {
            requireNoMask(values, "a layer of solid color");
            return LayerInput.of(new LayerContent.Solid(color));
        }
        if (number > 0) {
            return null;
        }
        if (template != null) {
            throw new ServeException(new Failure.Missing(template.name(), true));
        }
        return image(request.object(), number, values);
    }

    private LayerInput input(LayerSource source, int number, CommandValues values) throws ServeException {
        if (source instanceof LayerSource.Named named) {
            return image(named.object(), number, values);
        }
        if (source instanceof LayerSource.Nested nested) {
            requireNoMask(values, "a nested request");
            ImagePlanner.Outcome inner = ImagePlanner.nested(nested.request());
            return new LayerInput(new LayerContent.Nested(inner.plan()), null, inner.objects());
        }
        throw unavailable("src", source);
    }

    private LayerInput image(ResolvedObject object, int number, CommandValues values) throws ServeException {
        ImageFile source = required(object.source(), object).with(ProfilePlanner.profiles(object.owner()));
        // the samples of a mask are opacities, not colors
        ImageFile mask = values.has(Commands.MASK) ? mask(number) : file(object.ownMask(), object);
        return new LayerInput(new LayerContent.Image(source, mask), object, List.of());
    }

    private static ImageFile required(@Nullable SourceKey key, ResolvedObject object) throws ServeException {
        return new ImageFile(key == null ? absent(object) : key, object.tolerance());
    }

    /** A record that names no file is planned like one whose file is gone, so that the same stands in for its image. */
    private static SourceKey absent(ResolvedObject object) throws ServeException {
        CatalogRecord record = object.record();
        if (record == null) {
            throw new ServeException(new Failure.Missing(object.name(), false));
        }
        return SourceKey.absent(record.catalog().rootId(), record.id());
    }

    private static @Nullable ImageFile file(@Nullable SourceKey key, ResolvedObject object) {
        return key == null ? null : new ImageFile(key, object.tolerance());
    }

    private ImageFile mask(int number) throws ServeException {
        LayerSource mask = request.masks().get(number);
        if (mask instanceof LayerSource.Named named) {
            return required(named.object().asMask(), named.object());
        }
        if (mask instanceof LayerSource.Nested) {
            throw new ServeException(new Failure.Unsupported(
                    "mask= with a nested request is not supported; a catalog" + " entry or a path is"));
        }
        throw unavailable("mask", mask);
    }

    private static void requireNoMask(CommandValues values, String what) throws ServeException {
        if (values.has(Commands.MASK)) {
            throw new ServeException(
                    new Failure.Unsupported("mask= of " + what + " is not supported; that of an image is"));
        }
    }

    private static ServeException unavailable(String command, @Nullable LayerSource source) {
        if (source instanceof LayerSource.Rendered rendered) {
            return new ServeException(new Failure.Unsupported(
                    command + "=" + rendered.kind() + "{…} is not supported; " + command + "=is{…} is"));
        }
        return new ServeException(new Failure.Foreign("Foreign images are not enabled", null));
    }
}

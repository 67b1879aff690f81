package dev.understudy.engine.planning;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.CatalogRecord;
import dev.understudy.engine.command.Commands;
import dev.understudy.engine.plan.ImageFile;
import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.plan.MaskUse;
import dev.understudy.engine.plan.TextAttributes;
import dev.understudy.engine.plan.TextDialect;
import dev.understudy.engine.request.CommandValues;
import dev.understudy.engine.request.ImageRequest;
import dev.understudy.engine.request.LayerSource;
import dev.understudy.engine.request.ResolvedObject;
import dev.understudy.engine.text.Rtf;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Color;
import dev.understudy.source.SourceKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plans the content of layers.
 *
 * <p>Source: the reference's pages on layer types, src, mask, maskUse, text and color.
 */
final class ContentPlanner {

    private final ImageRequest request;

    ContentPlanner(ImageRequest request) {
        this.request = request;
    }

    /**
     * The content of a layer with its mask; null for none, which layer 0 may not have.
     *
     * @throws ServeException when it names something that is not there or cannot be done
     */
    @Nullable
    LayerInput input(int number, CommandValues values) throws ServeException {
        LayerInput content = content(number, values);
        if (content == null) {
            return null;
        }
        LayerInput.MaskInput mask = values.has(Commands.MASK) ? mask(number) : ownMask(content);
        LayerInput masked = mask == null ? content : content.with(mask);
        return masked.with(values.get(Commands.MASK_USE, MaskUse.NORM));
    }

    private @Nullable LayerInput content(int number, CommandValues values) throws ServeException {
        boolean photoshop = values.has(Commands.TEXT_PS);
        String text = values.get(photoshop ? Commands.TEXT_PS : Commands.TEXT, "");
        LayerSource source = request.sources().get(number);
        if (!text.isEmpty()) {
            return bare(text(text, photoshop ? TextDialect.TEXT_PS : TextDialect.TEXT, values));
        }
        if (source != null) {
            return input(source);
        }
        ResolvedObject template = request.template();
        boolean fromPath = number == 0 && template == null;
        if (fromPath && request.object().source() != null) {
            return image(request.object());
        }
        Color color = values.get(Commands.COLOR);
        if (color != null) {
            return bare(new LayerContent.Solid(color));
        }
        if (number > 0) {
            return null;
        }
        if (template != null) {
            throw new ServeException(new Failure.Missing(template.name(), true));
        }
        return image(request.object());
    }

    private LayerContent text(String text, TextDialect dialect, CommandValues values) throws ServeException {
        TextAttributes attributes = values.get(Commands.TEXT_ATTR, request.catalog());
        boolean photoshop = dialect == TextDialect.TEXT_PS;
        return new LayerContent.Text(
                text,
                dialect,
                photoshop ? Rtf.colors(text) : List.of(),
                photoshop ? attributes.with(TextAttributes.Sizing.FIXED, TextAttributes.Wrap.WRAP) : attributes,
                FontPlanner.fonts(text, request.catalog()),
                TextShapePlanner.shape(values));
    }

    private static LayerInput bare(LayerContent content) {
        return LayerInput.of(content, null, List.of());
    }

    private LayerInput input(LayerSource source) throws ServeException {
        if (source instanceof LayerSource.Named named) {
            return image(named.object());
        }
        if (source instanceof LayerSource.Nested nested) {
            ImagePlanner.Outcome inner = ImagePlanner.nested(nested.request());
            return LayerInput.of(new LayerContent.Nested(inner.plan()), null, inner.objects());
        }
        if (source instanceof LayerSource.Foreign foreign) {
            ImageFile file = foreign("src", foreign).with(ProfilePlanner.sources(request.catalog()));
            return bare(new LayerContent.Image(file));
        }
        throw unavailable("src", source);
    }

    private LayerInput image(ResolvedObject object) throws ServeException {
        ImageFile source = required(object.source(), object)
                .with(ProfilePlanner.sources(object.owner()))
                .filled(request.variables());
        return LayerInput.of(new LayerContent.Image(source), object, List.of());
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

    /** The mask that the record of an image names. */
    private static LayerInput.@Nullable MaskInput ownMask(LayerInput input) {
        ResolvedObject object = input.object();
        if (object == null || object.ownMask() == null) {
            return null;
        }
        return mask(new ImageFile(object.ownMask(), object.tolerance()), object, List.of());
    }

    private LayerInput.MaskInput mask(int number) throws ServeException {
        LayerSource mask = request.masks().get(number);
        if (mask instanceof LayerSource.Named named) {
            ResolvedObject object = named.object();
            return mask(required(object.asMask(), object).filled(request.variables()), object, List.of(object));
        }
        if (mask instanceof LayerSource.Nested nested) {
            ImagePlanner.Outcome inner = ImagePlanner.nested(nested.request());
            return new LayerInput.MaskInput(new LayerContent.Nested(inner.plan()), null, inner.objects());
        }
        if (mask instanceof LayerSource.Foreign foreign) {
            return new LayerInput.MaskInput(new LayerContent.Image(foreign("mask", foreign)), null, List.of());
        }
        throw unavailable("mask", mask);
    }

    /** The samples of a mask are opacities, not colors, so the file is taken without profiles. */
    private static LayerInput.MaskInput mask(ImageFile file, ResolvedObject object, List<ResolvedObject> objects) {
        return new LayerInput.MaskInput(new LayerContent.Image(file), object, objects);
    }

    /** An image of a foreign server; its colors and damage in it are taken as the catalog says whose request it is. */
    private ImageFile foreign(String command, LayerSource.Foreign source) throws ServeException {
        SourceKey key = ForeignPlanner.source(command, source.url(), request.catalog());
        return new ImageFile(key, request.catalog().get(Attributes.TOLERANCE));
    }

    private static ServeException unavailable(String command, @Nullable LayerSource source) {
        String kind = source instanceof LayerSource.Rendered rendered ? rendered.kind() : "";
        return new ServeException(new Failure.Unsupported(
                command + "=" + kind + "{…} is not supported; " + command + "=is{…} and " + command + "={URL} are"));
    }
}

package dev.understudy.engine.render;

import dev.understudy.engine.color.ColorConverter;
import dev.understudy.engine.color.DeviceSpace;
import dev.understudy.engine.color.Rgb;
import dev.understudy.engine.plan.EffectPlan;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.plan.LayerFill;
import dev.understudy.engine.plan.LayerPlan;
import dev.understudy.engine.plan.OutputColors;
import dev.understudy.engine.plan.ViewPlan;
import dev.understudy.engine.profile.LoadedProfile;
import dev.understudy.engine.profile.OpenProfiles;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Color;
import dev.understudy.image.ColorComponents;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what the colors that a request writes are in the space in which layers are drawn. Those in other components than red,
 * green and blue, and those that are marked as colors of source images, mean what a profile says; where there is none, they are
 * converted by arithmetic alone.
 *
 * <p>Source: the reference's pages on color, bgc and color management.
 *
 * @param converter converts them
 * @param profiles the profiles of catalogs
 * @param plan the profiles that are named
 * @param reply the spaces of the reply
 */
record SolidColors(ColorConverter converter, OpenProfiles profiles, OutputColors plan, ReplyColors reply) {

    /** A plan with its colors as they are drawn. */
    ImagePlan converted(ImagePlan image) throws ServeException {
        List<LayerPlan> layers = new ArrayList<>();
        for (LayerPlan layer : image.layers()) {
            layers.add(converted(layer));
        }
        ViewPlan view = image.view().withBackground(background(image.view().background()));
        return image.with(layers, view);
    }

    private LayerPlan converted(LayerPlan layer) throws ServeException {
        LayerFill fill = layer.fill();
        return layer.withFill(new LayerFill(converted(fill.color()), converted(fill.background())))
                .withContent(converted(layer.content()))
                .withEffects(converted(layer.effects()));
    }

    private List<EffectPlan> converted(List<EffectPlan> effects) throws ServeException {
        List<EffectPlan> converted = new ArrayList<>();
        for (EffectPlan effect : effects) {
            converted.add(effect.withColor(converted(effect.color())));
        }
        return converted;
    }

    private LayerContent converted(LayerContent content) throws ServeException {
        if (content instanceof LayerContent.Nested nested) {
            return new LayerContent.Nested(converted(nested.plan()));
        }
        if (content instanceof LayerContent.Text text && !text.colors().isEmpty()) {
            List<Color> colors = new ArrayList<>();
            for (Color color : text.colors()) {
                colors.add(converted(color));
            }
            return text.withColors(colors);
        }
        return content instanceof LayerContent.Solid solid ? new LayerContent.Solid(converted(solid.color())) : content;
    }

    /** A color of the reply if it is of its kind, else converted by arithmetic alone. */
    private Color background(Color color) throws ServeException {
        ColorComponents written = color.written();
        return written != null && written.samples() == reply.output().samples()
                ? converted(color.withWritten(written.withOfSource(false)))
                : color.withWritten(null);
    }

    private Color converted(Color color) throws ServeException {
        ColorComponents written = color.written();
        if (written == null) {
            return color;
        }
        DeviceSpace space = space(written);
        if (space == null || space.equals(reply.working())) {
            return color.withWritten(null);
        }
        List<Plane> planes = IntStream.range(0, written.samples().planes())
                .mapToObj(i -> new Plane(1, 1, new byte[] {(byte) written.component(i)}))
                .toList();
        Pixels pixel = new Pixels(written.samples(), planes, null, space.profile());
        Pixels rgb =
                Rgb.of(converter.convert(pixel, reply.working(), plan.options().undithered(), "the colors"));
        return new Color(
                rgb.plane(0).at(0, 0), rgb.plane(1).at(0, 0), rgb.plane(2).at(0, 0), color.alpha());
    }

    /** What a color means; null when no profile says it. */
    private @Nullable DeviceSpace space(ColorComponents written) throws ServeException {
        Samples samples = written.samples();
        if (!written.ofSource() && samples == reply.output().samples()) {
            return reply.output().profile() == null ? null : reply.output();
        }
        LoadedProfile profile = profiles.find(written.ofSource() ? plan.sources() : plan.defaults(), samples);
        return profile == null ? null : new DeviceSpace(samples, profile.profile());
    }
}

package dev.understudy.iiif.request;

import dev.understudy.failure.ServeException;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Region;

/**
 * A request for an image in the words of the image service.
 *
 * @param path what follows its mount, still encoded
 * @param query its commands
 * @param canonical the request as the API would have it, without the identifier
 */
public record ImageQuery(String path, String query, String canonical) {

    private static final String MIRROR = "flip=lr";

    /**
     * The request for an image.
     *
     * @param root the catalog that the object belongs to; empty for the default catalog
     * @param most the largest size that is served; {@link PixelSize#NONE} for any
     * @throws ServeException {@code parameter.invalid}
     */
    public static ImageQuery of(IiifTarget.Image target, ImageFacts facts, String root, PixelSize most)
            throws ServeException {
        Region region = target.region().in(facts.size());
        PixelSize size = target.size().of(region, most);
        String canonical = canonical(target, facts, region, size, most);
        IiifRotation rotation = target.rotation();
        boolean nested = !rotation.isOfQuarters() || target.quality() == IiifQuality.BITONAL || facts.template();
        QueryCommands commands = new QueryCommands();
        if (!nested) {
            part(commands, region, facts);
            turn(commands, rotation);
            scale(commands, rotation.swapsSides() ? new PixelSize(size.height(), size.width()) : size);
            finish(commands, target, facts.transparent());
            return new ImageQuery(target.object(), commands.toString(), canonical);
        }
        QueryCommands inner = new QueryCommands();
        if (facts.template()) {
            inner.add("scl=1");
        } else {
            part(inner, region, facts);
            scale(inner, size);
        }
        if (target.quality() == IiifQuality.BITONAL) {
            inner.add("op_saturation=-100");
        }
        commands.add("src=is{" + target.object() + "?" + inner + "}");
        if (facts.template()) {
            part(commands, region, facts);
        }
        turn(commands, rotation);
        if (facts.template() && rotation.isOfQuarters()) {
            scale(commands, rotation.swapsSides() ? new PixelSize(size.height(), size.width()) : size);
        } else {
            commands.add("scl=1");
        }
        finish(commands, target, facts.transparent() || !rotation.isOfQuarters());
        return new ImageQuery(root, commands.toString(), canonical);
    }

    /** The request for an image of which nothing is known because it is missing: what stands in for it has about the size that was asked for. */
    public static ImageQuery ofMissing(IiifTarget.Image target) {
        QueryCommands commands = new QueryCommands();
        IiifSize size = target.size();
        if (size.width() > 0) {
            commands.add("wid=" + size.width());
        }
        if (size.height() > 0) {
            commands.add("hei=" + size.height());
        }
        commands.add("fmt=" + target.format().command(false, false));
        return new ImageQuery(target.object(), commands.toString(), "");
    }

    private static void part(QueryCommands commands, Region region, ImageFacts facts) {
        if (region.width() != facts.size().width()
                || region.height() != facts.size().height()) {
            commands.add("crop=" + region.x() + "," + region.y() + "," + region.width() + "," + region.height());
        }
    }

    private static void turn(QueryCommands commands, IiifRotation rotation) {
        if (rotation.mirrored()) {
            commands.add(MIRROR);
        }
        if (!rotation.isNone()) {
            commands.add("rotate=" + rotation.command());
        }
    }

    private static void scale(QueryCommands commands, PixelSize size) {
        commands.add("wid=" + size.width());
        commands.add("hei=" + size.height());
        commands.add("fit=stretch,1");
    }

    private static void finish(QueryCommands commands, IiifTarget.Image target, boolean transparency) {
        boolean colorless = target.quality() == IiifQuality.GRAY || target.quality() == IiifQuality.BITONAL;
        if (target.quality() == IiifQuality.BITONAL) {
            commands.add("op_contrast=100");
        } else if (colorless && !target.format().hasGray(transparency)) {
            commands.add("op_saturation=-100");
        }
        commands.add("fmt=" + target.format().command(transparency, colorless));
    }

    /** Section 4.7 of the API. */
    private static String canonical(
            IiifTarget.Image target, ImageFacts facts, Region region, PixelSize size, PixelSize most)
            throws ServeException {
        boolean whole = region.width() == facts.size().width()
                && region.height() == facts.size().height();
        String part = whole ? "full" : region.x() + "," + region.y() + "," + region.width() + "," + region.height();
        boolean larger = size.width() > region.width() || size.height() > region.height();
        PixelSize max = IiifSize.parse(larger ? "^max" : "max").of(region, most);
        String scaled = (larger ? "^" : "") + (size.equals(max) ? "max" : size.width() + "," + size.height());
        return part + "/" + scaled + "/" + target.rotation() + "/" + target.quality() + "." + target.format();
    }
}

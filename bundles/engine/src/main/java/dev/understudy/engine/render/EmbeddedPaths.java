package dev.understudy.engine.render;

import dev.understudy.engine.layout.Affine;
import dev.understudy.engine.layout.Box;
import dev.understudy.engine.layout.Layers;
import dev.understudy.engine.orient.OrientationTransform;
import dev.understudy.engine.path.PathArea;
import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.plan.LayerPlan;
import dev.understudy.engine.plan.Rect;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.image.EmbeddedPath;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Region;
import java.util.ArrayList;
import java.util.List;

/**
 * The paths that images carry, in pixels of the upright image.
 *
 * <p>Source: the reference's pages on clipPath and cropPathE.
 */
final class EmbeddedPaths {

    private final OpenImages images;

    EmbeddedPaths(OpenImages images) {
        this.images = images;
    }

    /**
     * The areas of the paths of these names; those that the image does not have are left out.
     *
     * @param content what carries them; anything but an image has none
     */
    List<PathArea> areas(LayerContent content, List<String> names) throws ServeException {
        if (names.isEmpty() || !(content instanceof LayerContent.Image file)) {
            return List.of();
        }
        OpenImage image = images.open(file.source());
        ImageInfo info = image.info();
        Affine upright = Affine.scaling(info.width(), info.height())
                .then(OrientationTransform.upright(info.orientation()).affine(info.width(), info.height()));
        List<PathArea> areas = new ArrayList<>();
        List<EmbeddedPath> paths = image.paths();
        for (String name : names) {
            paths.stream()
                    .filter(path -> path.name().equals(name))
                    .findFirst()
                    .ifPresent(path -> areas.add(PathArea.of(path).mapped(upright)));
        }
        return areas;
    }

    /**
     * The layer with the bounds of its {@code cropPathE=} as its crop.
     *
     * @param size of its content
     * @throws ServeException when nothing is left of it
     */
    LayerPlan cropped(LayerPlan layer, PixelSize size) throws ServeException {
        List<String> names = layer.transform().cropPaths();
        List<PathArea> areas = areas(layer.content(), names);
        if (areas.isEmpty()) {
            return layer;
        }
        Region crop = cropped(Layers.crop(layer.transform().crop(), size), areas, names);
        Rect rect = new Rect(crop.x(), crop.y(), crop.width(), crop.height(), false);
        return layer.withTransform(layer.transform().withCrop(rect));
    }

    /**
     * What a rectangle has in common with the bounds of each area.
     *
     * @throws ServeException when that is nothing
     */
    static Region cropped(Region rectangle, List<PathArea> areas, List<String> names) throws ServeException {
        Region left = rectangle;
        for (PathArea area : areas) {
            Box bounds = area.bounds();
            left = left.intersect(bounds.pixels());
        }
        if (left.isEmpty()) {
            throw new ServeException(new Failure.InvalidParameter(
                    "cropPathE", String.join(",", names), "paths that leave at least one pixel of the image"));
        }
        return left;
    }
}

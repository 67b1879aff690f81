package dev.understudy.engine.render;

import dev.understudy.engine.color.DeviceSpace;
import dev.understudy.engine.layout.Affine;
import dev.understudy.engine.layout.Box;
import dev.understudy.engine.operation.PixelOperation;
import dev.understudy.engine.operation.Raster;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.failure.ServeException;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Pixels;
import dev.understudy.image.Region;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A single opaque image that covers the whole reply, with the operations on it: there is nothing to compose, so that it is drawn
 * in the colors of the reply, and luma and chroma of a file stay what they are as long as all operations take them.
 */
final class LoneImage {

    private final SceneView view;
    private final LayerView layer;
    private final ImageLayerPainter painter;
    private final Region whole;
    private final Region ofComposite;
    private final Region ofLayer;

    private LoneImage(SceneView view, LayerView layer, ImageLayerPainter painter, Region whole) {
        this.view = view;
        this.layer = layer;
        this.painter = painter;
        this.whole = whole;
        ofComposite = view.operations().needed(whole, view.canvas(), view.pixelScale());
        ofLayer = layer.operations().needed(ofComposite, layer.foreground(), layer.pixelScale());
    }

    /**
     * The image, if a scene is no more than that.
     *
     * @param working the colors in which operations work
     * @param reply those of the reply
     */
    static @Nullable LoneImage of(Scene scene, DeviceSpace working, DeviceSpace reply) {
        ImagePlan plan = scene.plan();
        Scene.Layer layer = scene.layers().get(0);
        if (!isPlain(plan)
                || !(layer.painter() instanceof ImageLayerPainter painter)
                || !painter.isOpaque()
                || !layer.layout().keepsAxes()
                || !(working.equals(reply) || operations(plan).findAny().isEmpty())) {
            return null;
        }
        PixelSize size = scene.view().reply();
        Region whole = new Region(0, 0, size.width(), size.height());
        SceneView view =
                new SceneView(scene, scene.view().toReply(), plan.view().resMode());
        if (!view.canvas().intersect(view.edges()).intersect(whole).equals(whole)) {
            // operations need neighbors of pixels that are there
            return null;
        }
        LoneImage image = new LoneImage(view, view.layer(layer), painter, whole);
        return image.covers() ? image : null;
    }

    /** Whether nothing but operations, which leave what is opaque as it is, changes the pixels of a single layer. */
    private static boolean isPlain(ImagePlan plan) {
        return plan.isPlainButForOperations()
                && operations(plan).noneMatch(operation -> operation.stage() == PixelOperation.Stage.SHAPE);
    }

    private static Stream<PixelOperation> operations(ImagePlan plan) {
        return Stream.concat(plan.layers().get(0).operations().stream(), plan.composite().operations().stream());
    }

    private boolean covers() {
        Affine toWindow = layer.toWindow();
        Region shown = toWindow.bounds(Box.of(layer.layer().layout().clip())).pixels();
        return shown.intersect(ofComposite).equals(ofComposite);
    }

    /**
     * Draws the pixels of the reply.
     *
     * @param pairedChroma whether chroma is wanted at half the resolution, where there is any
     */
    Pixels draw(DeviceSpace space, boolean pairedChroma) throws ServeException {
        boolean takenAsItIs =
                layer.operations().takesChroma() && view.operations().takesChroma();
        Pixels drawn = painter.in(space)
                .draw(
                        layer.toWindow(),
                        layer.layer().layout().clip(),
                        ofLayer,
                        view.mode(),
                        pairedChroma && takenAsItIs);
        Region place = layer.place();
        Raster ofForeground = new Raster(drawn, Regions.from(place, ofLayer), layer.pixelScale());
        Pixels foreground = layer.operations().apply(ofForeground, Regions.from(place, ofComposite));
        Region canvas = view.canvas();
        Raster flattened = new Raster(foreground, Regions.from(canvas, ofComposite), view.pixelScale());
        return view.operations().apply(flattened, Regions.from(canvas, whole));
    }
}

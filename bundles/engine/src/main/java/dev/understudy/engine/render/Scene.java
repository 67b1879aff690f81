package dev.understudy.engine.render;

import dev.understudy.engine.layout.Affine;
import dev.understudy.engine.layout.Box;
import dev.understudy.engine.layout.LayerLayout;
import dev.understudy.engine.layout.SceneGeometry;
import dev.understudy.engine.layout.ViewLayout;
import dev.understudy.engine.path.ClipArea;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.LayerPlan;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Region;
import java.util.List;

/**
 * A plan whose sources are open and whose geometry is known.
 *
 * @param plan the plan
 * @param layers from the bottom up
 * @param canvas the rectangle that the composite is, in the coordinates of layer 0
 * @param clip what is seen of it, on the canvas
 * @param view the part that the reply shows
 */
record Scene(ImagePlan plan, List<Layer> layers, Region canvas, ClipArea clip, ViewLayout view) {

    private static final int OPAQUE = 255;

    /** Whether no pixel of the view can be transparent. */
    boolean isOpaque() {
        return plan.composite().withOperations(List.of()).isPlain()
                && layers.get(0).isOpaque()
                && covers(view.toReply().bounds(Box.of(canvas)), view.reply())
                && covers(view.toReply().bounds(view.edges()), view.reply());
    }

    /** Where everything in it lies. */
    SceneGeometry geometry() {
        return new SceneGeometry(layers.stream().map(Layer::place).toList(), canvas, view);
    }

    /** The scene of the nested request that is layer 0, as it is seen in the view. */
    Scene ofLayerZero() {
        Layer lowest = layers.get(0);
        Scene inner = ((NestedLayerPainter) lowest.painter()).scene();
        Affine toReply = inner.view().toReply().then(lowest.layout().toCanvas()).then(view.toReply());
        ViewLayout seen = new ViewLayout(view.reply(), toReply, inner.view().edges());
        return new Scene(inner.plan(), inner.layers(), inner.canvas(), inner.clip(), seen);
    }

    private static boolean covers(Box box, PixelSize size) {
        Region whole = new Region(0, 0, size.width(), size.height());
        return box.pixels().intersect(whole).equals(whole);
    }

    /** One layer: the painter of its content, its place, and what is seen of it, in pixels of its content. */
    record Layer(LayerPlan plan, LayerPainter painter, LayerLayout layout, ClipArea clip) {

        private SceneGeometry.Place place() {
            LayerPainter shown = painter instanceof MaskedLayerPainter masked ? masked.content() : painter;
            SceneGeometry nested =
                    shown instanceof NestedLayerPainter inner ? inner.scene().geometry() : null;
            return new SceneGeometry.Place(plan.number(), layout, nested);
        }

        /** Whether no pixel of its rectangle can be transparent. Operations change no opacity of an opaque foreground. */
        boolean isOpaque() {
            boolean covering = plan.withOperations(List.of())
                            .withEffects(List.of())
                            .isPlain()
                    && painter.isOpaque()
                    && layout.keepsAxes()
                    && layout.toCanvas().bounds(Box.of(layout.clip())).pixels().equals(layout.rect());
            return covering || plan.fill().background().alpha() == OPAQUE;
        }
    }
}

package dev.understudy.engine.render;

import dev.understudy.engine.compose.CompositeCanvas;
import dev.understudy.engine.layout.PixelLimit;
import dev.understudy.engine.operation.OperationChain;
import dev.understudy.engine.operation.Raster;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Pixels;
import dev.understudy.image.Region;

/**
 * Paints layers whose rows and columns are those of the window: what fills them, then the foreground with its operations, then
 * takes away what a clip does not leave.
 * Rotated layers are painted here too before they are rotated, so this is the one place where a layer is painted.
 */
final class UprightLayers {

    private final PixelLimit limit;

    UprightLayers(PixelLimit limit) {
        this.limit = limit;
    }

    /**
     * Bytes that {@link #paint} takes at a time at most, beside the canvas.
     *
     * @throws ServeException {@code size.limit} when it would be too large to paint
     */
    long memory(LayerView view, Region part) throws ServeException {
        return view.clipping().memory(part) + contentMemory(view, part);
    }

    private long contentMemory(LayerView view, Region part) throws ServeException {
        Region seen = view.foreground().intersect(part);
        if (seen.isEmpty() || !view.isVisible()) {
            return 0;
        }
        Region needed = needed(view, seen);
        long content = view.layer()
                .painter()
                .memory(view.toWindow(), view.layer().layout().clip(), needed, view.mode());
        return Math.max(content, view.operations().memory(needed.area()));
    }

    /**
     * Paints a layer, without its background.
     *
     * @param part the part of the canvas that is wanted
     * @throws ServeException as {@link #memory}, and when the content cannot be drawn
     */
    void paint(CompositeCanvas canvas, LayerView view, Region part) throws ServeException {
        Clipping clipping = view.clipping();
        if (clipping.isNothing()) {
            paintWhole(canvas, view, part);
        } else {
            CompositeCanvas whole = new CompositeCanvas(part);
            paintWhole(whole, view, part);
            canvas.draw(clipping.apply(whole.pixels(), part), part.x(), part.y(), 1);
        }
    }

    private void paintWhole(CompositeCanvas canvas, LayerView view, Region part) throws ServeException {
        canvas.fill(view.filled().intersect(part), view.layer().plan().fill().color());
        Region seen = view.foreground().intersect(part);
        if (!seen.isEmpty() && view.isVisible()) {
            canvas.draw(foreground(view, seen), seen.x(), seen.y(), view.opacity());
        }
    }

    private Pixels foreground(LayerView view, Region seen) throws ServeException {
        Region needed = needed(view, seen);
        Pixels content = view.layer()
                .painter()
                .draw(view.toWindow(), view.layer().layout().clip(), needed, view.mode());
        Region place = view.place();
        Raster raster = new Raster(content, Regions.from(place, needed), view.pixelScale());
        return view.operations().apply(raster, Regions.from(place, seen));
    }

    private Region needed(LayerView view, Region seen) throws ServeException {
        OperationChain operations = view.operations();
        Region needed = operations.needed(seen, view.foreground(), view.pixelScale());
        limit.require(
                needed, "Layer " + view.layer().plan().number() + ", with the neighbors that its operations need,");
        return needed;
    }
}

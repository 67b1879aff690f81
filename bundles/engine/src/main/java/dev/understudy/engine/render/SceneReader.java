package dev.understudy.engine.render;

import dev.understudy.engine.layout.LayerLayout;
import dev.understudy.engine.layout.Layers;
import dev.understudy.engine.layout.PixelLimit;
import dev.understudy.engine.layout.TextBoxSizing;
import dev.understudy.engine.layout.ViewLayout;
import dev.understudy.engine.layout.Views;
import dev.understudy.engine.path.ClipArea;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.plan.LayerMask;
import dev.understudy.engine.plan.LayerPlan;
import dev.understudy.engine.plan.MaskUse;
import dev.understudy.engine.plan.TextAttributes;
import dev.understudy.engine.plan.TextShape;
import dev.understudy.engine.plan.ViewPlan;
import dev.understudy.engine.text.RequestFonts;
import dev.understudy.engine.text.TypesetText;
import dev.understudy.engine.text.Typesetter;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Region;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens what a plan names, reads the heads, and lays everything out. */
final class SceneReader {

    private final OpenImages images;
    private final EmbeddedPaths paths;
    private final ClipReader clips;
    private final SourceColorConverter colors;
    private final RequestFonts fonts;
    private final ScenePainter painter;
    private final PixelLimit limit;

    SceneReader(
            OpenImages images,
            SourceColorConverter colors,
            RequestFonts fonts,
            ScenePainter painter,
            PixelLimit limit) {
        this.images = images;
        paths = new EmbeddedPaths(images);
        clips = new ClipReader(paths);
        this.colors = colors;
        this.fonts = fonts;
        this.painter = painter;
        this.limit = limit;
    }

    /** The scene of a plan whose view is the reply. */
    Scene read(ImagePlan plan) throws ServeException {
        return read(plan.withWatermarkAsLayer(), limit);
    }

    private Scene read(ImagePlan plan, PixelLimit ofView) throws ServeException {
        List<Scene.Layer> layers = new ArrayList<>();
        @Nullable LayerLayout bottom = null;
        for (LayerPlan layer : plan.layers()) {
            PixelSize canvas = bottom == null ? null : size(bottom);
            PixelSize size = Layers.size(layer, canvas);
            LayerPainter painter = painter(layer, size, bottom, plan.view());
            LayerPlan placed = TextPlaces.placed(paths.cropped(layer, painter.size()), painter);
            LayerLayout whole = bottom == null
                    ? Layers.canvas(placed, painter.size(), layer.scales())
                    : Layers.above(placed, painter.size(), layer.scales(), bottom);
            LayerLayout layout = TextPlaces.withAllInk(whole, layer, painter);
            bottom = bottom == null ? layout : bottom;
            layers.add(new Scene.Layer(layer, painter, layout, clips.clip(layer, layout)));
        }
        Region canvas = clips.cropped(plan.composite(), layers.get(0));
        ClipArea clip = clips.clip(plan.composite(), layers.get(0), canvas);
        ViewLayout view = Views.view(plan.view(), plan.composite(), canvas, ofView);
        return new Scene(plan, layers, canvas, clip, view);
    }

    private static PixelSize size(LayerLayout canvas) {
        return new PixelSize(canvas.rect().width(), canvas.rect().height());
    }

    private LayerPainter painter(LayerPlan layer, PixelSize size, @Nullable LayerLayout bottom, ViewPlan view)
            throws ServeException {
        MaskUse use = layer.mask().use();
        LayerContent source = layer.mask().source();
        LayerPainter mask = source == null ? null : painter(source, true);
        if (layer.content() instanceof LayerContent.Text text) {
            return MaskedLayerPainter.filling(new TextLayerPainter(text(layer, text, size, bottom, view)), mask, use);
        }
        if (layer.content() instanceof LayerContent.Solid solid) {
            PixelSize whole = mask == null ? fullSize(layer, size) : mask.size();
            return MaskedLayerPainter.filling(new SolidLayerPainter(solid.color(), whole), mask, use);
        }
        // where its own alpha is not its shape, the colors under it count
        boolean own = layer.mask().equals(LayerMask.OWN);
        return MaskedLayerPainter.replacing(painter(layer.content(), own), mask, use);
    }

    /** An image or a nested request. */
    private LayerPainter painter(LayerContent content, boolean transparent) throws ServeException {
        if (content instanceof LayerContent.Image image) {
            return new ImageLayerPainter(images.openToDraw(image.source()), transparent, colors);
        }
        // its view is never drawn whole, only what is seen of it, at the scale at which it is seen
        LayerContent.Nested nested = (LayerContent.Nested) content;
        return new NestedLayerPainter(
                read(nested.plan(), PixelLimit.NONE),
                painter,
                colors.through(nested.plan().output().colors()));
    }

    private TypesetText text(
            LayerPlan layer, LayerContent.Text text, PixelSize size, @Nullable LayerLayout bottom, ViewPlan view)
            throws ServeException {
        Typesetter typesetter = new Typesetter(fonts.of(text.fonts()));
        TypesetText set = typesetter.set(text, size);
        if (text.attributes().sizing() != TextAttributes.Sizing.WHOLE || size.area() > 0 || !isLevel(text.shape())) {
            return set;
        }
        if (bottom != null && set.anchor() != null) {
            PixelSize room = TextBoxSizing.above(bottom, TextPlaces.placed(layer, set));
            if (TextBoxSizing.box(size, set.size(), room).equals(size)) {
                return set;
            }
        }
        // what has no room at a point is put into a box, as text= is
        PixelSize room = bottom == null ? TextBoxSizing.ofCanvas(view) : TextBoxSizing.above(bottom, layer);
        PixelSize box = TextBoxSizing.box(size, set.size(), room);
        return box.equals(size) ? set : typesetter.set(text.boxed(), box);
    }

    private static boolean isLevel(TextShape shape) {
        return shape instanceof TextShape.InBox inBox && inBox.angle() == 0;
    }

    private static PixelSize fullSize(LayerPlan layer, PixelSize size) throws ServeException {
        if (size.area() == 0) {
            throw new ServeException(new Failure.InvalidParameter(
                    "size",
                    size.width() + "," + size.height(),
                    "width and height above 0, as layer " + layer.number() + " is one color"));
        }
        return size;
    }
}

package dev.understudy.engine.render;

import dev.understudy.engine.compose.BlendMode;
import dev.understudy.engine.operation.PixelOperation;
import dev.understudy.engine.plan.Blending;
import dev.understudy.engine.plan.Clip;
import dev.understudy.engine.plan.ClipPath;
import dev.understudy.engine.plan.CompositePlan;
import dev.understudy.engine.plan.EffectPlan;
import dev.understudy.engine.plan.Fit;
import dev.understudy.engine.plan.FitChoice;
import dev.understudy.engine.plan.Flip;
import dev.understudy.engine.plan.ImageFile;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.plan.LayerFill;
import dev.understudy.engine.plan.LayerMask;
import dev.understudy.engine.plan.LayerPlacement;
import dev.understudy.engine.plan.LayerPlan;
import dev.understudy.engine.plan.LayerTransform;
import dev.understudy.engine.plan.Margins;
import dev.understudy.engine.plan.MaskUse;
import dev.understudy.engine.plan.Opacity;
import dev.understudy.engine.plan.OutputColors;
import dev.understudy.engine.plan.OutputPlan;
import dev.understudy.engine.plan.OutputPlan.Channels;
import dev.understudy.engine.plan.Perspective;
import dev.understudy.engine.plan.Point;
import dev.understudy.engine.plan.Rect;
import dev.understudy.engine.plan.ReplyRect;
import dev.understudy.engine.plan.SizeLimits;
import dev.understudy.engine.plan.ViewPlan;
import dev.understudy.engine.plan.ViewScaling;
import dev.understudy.image.Color;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Region;
import dev.understudy.image.ResMode;
import dev.understudy.image.Samples;
import dev.understudy.image.Tolerance;
import dev.understudy.source.SourceKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plans, written short. */
public final class RenderPlans {

    static final OutputPlan JPEG =
            new OutputPlan("jpeg", Channels.COLOR, OutputColors.plain(Samples.RGB), "none", 80, false, 0);
    static final OutputPlan PNG =
            new OutputPlan("png", Channels.COLOR, OutputColors.plain(Samples.RGB), "none", 80, true, 0);
    static final OutputPlan PNG_ALPHA =
            new OutputPlan("png-alpha", Channels.COLOR_AND_ALPHA, OutputColors.plain(Samples.RGB), "none", 80, true, 0);
    static final OutputPlan MASK =
            new OutputPlan("png", Channels.ALPHA, OutputColors.plain(Samples.GRAY), "none", 80, true, 0);

    private RenderPlans() {}

    static ImagePlan plan(ViewPlan view, OutputPlan output, LayerPlan... layers) {
        return new ImagePlan(List.of(layers), CompositePlan.NONE, view, output);
    }

    public static LayerBuilder image(int number, SourceKey source) {
        return new LayerBuilder(number, content(source));
    }

    /** An image that has to be sound. */
    public static LayerContent content(SourceKey source) {
        return new LayerContent.Image(new ImageFile(source, Tolerance.STRICT));
    }

    public static LayerBuilder layer(int number, LayerContent content) {
        return new LayerBuilder(number, content);
    }

    public static LayerBuilder color(int number, Color color, int width, int height) {
        return new LayerBuilder(number, new LayerContent.Solid(color)).size(width, height);
    }

    public static ViewBuilder view() {
        return new ViewBuilder();
    }

    /** A layer in the making. */
    public static final class LayerBuilder {
        private final int number;
        private final LayerContent content;
        private LayerMask mask = LayerMask.OWN;
        private @Nullable Rect crop;
        private List<String> cropPaths = List.of();
        private Clip clip = Clip.NONE;
        private @Nullable Point size;
        private double scale = 1;
        private boolean flipHorizontal;
        private boolean flipVertical;
        private Color fill = Color.TRANSPARENT;
        private double rotate;
        private @Nullable Perspective perspective;
        private @Nullable Margins extend;
        private Color background = Color.TRANSPARENT;
        private Opacity opacity = Opacity.FULL;
        private BlendMode blendMode = BlendMode.NORM;
        private @Nullable Point anchor;
        private @Nullable Point origin;
        private Point position = Point.ZERO;
        private List<PixelOperation> operations = List.of();
        private List<EffectPlan> effects = List.of();

        LayerBuilder(int number, LayerContent content) {
            this.number = number;
            this.content = content;
        }

        public LayerBuilder mask(SourceKey source) {
            return mask(content(source));
        }

        public LayerBuilder mask(LayerContent source) {
            mask = new LayerMask(source, mask.use());
            return this;
        }

        public LayerBuilder maskUse(MaskUse use) {
            mask = new LayerMask(mask.source(), use);
            return this;
        }

        public LayerBuilder crop(double x, double y, double width, double height) {
            crop = new Rect(x, y, width, height, false);
            return this;
        }

        public LayerBuilder cropN(double x, double y, double width, double height) {
            crop = new Rect(x, y, width, height, true);
            return this;
        }

        public LayerBuilder cropPaths(String... names) {
            cropPaths = List.of(names);
            return this;
        }

        public LayerBuilder clip(@Nullable ClipPath inside, @Nullable ClipPath outside) {
            clip = new Clip(inside, outside);
            return this;
        }

        public LayerBuilder size(double width, double height) {
            size = new Point(width, height, false);
            return this;
        }

        public LayerBuilder sizeN(double width, double height) {
            size = new Point(width, height, true);
            return this;
        }

        public LayerBuilder scale(double value) {
            scale = value;
            return this;
        }

        public LayerBuilder flip(boolean horizontal, boolean vertical) {
            flipHorizontal = horizontal;
            flipVertical = vertical;
            return this;
        }

        public LayerBuilder fill(Color value) {
            fill = value;
            return this;
        }

        public LayerBuilder rotate(double degrees) {
            rotate = degrees;
            return this;
        }

        /** The corners in pixels: upper left, upper right, lower right, lower left. */
        public LayerBuilder perspective(Perspective.Resampling resampling, double... corners) {
            List<Point> points = new ArrayList<>();
            for (int i = 0; i < corners.length; i += 2) {
                points.add(new Point(corners[i], corners[i + 1], false));
            }
            perspective = new Perspective(points, resampling, 0);
            return this;
        }

        public LayerBuilder extend(double left, double top, double right, double bottom) {
            extend = new Margins(left, top, right, bottom, false);
            return this;
        }

        public LayerBuilder extendN(double left, double top, double right, double bottom) {
            extend = new Margins(left, top, right, bottom, true);
            return this;
        }

        public LayerBuilder background(Color value) {
            background = value;
            return this;
        }

        public LayerBuilder opacity(double value) {
            return opacity(value, 1);
        }

        public LayerBuilder opacity(double ofLayer, double ofFill) {
            opacity = new Opacity(ofLayer, ofFill);
            return this;
        }

        public LayerBuilder blendMode(BlendMode value) {
            blendMode = value;
            return this;
        }

        public LayerBuilder anchor(double x, double y) {
            anchor = new Point(x, y, false);
            return this;
        }

        public LayerBuilder anchorN(double x, double y) {
            anchor = new Point(x, y, true);
            return this;
        }

        public LayerBuilder operations(PixelOperation... values) {
            operations = List.of(values);
            return this;
        }

        public LayerBuilder effects(EffectPlan... values) {
            effects = List.of(values);
            return this;
        }

        public LayerBuilder origin(double x, double y) {
            origin = new Point(x, y, false);
            return this;
        }

        public LayerBuilder originN(double x, double y) {
            origin = new Point(x, y, true);
            return this;
        }

        public LayerBuilder pos(double x, double y) {
            position = new Point(x, y, false);
            return this;
        }

        public LayerBuilder posN(double x, double y) {
            position = new Point(x, y, true);
            return this;
        }

        public LayerPlan build() {
            return LayerPlan.plain(number, content)
                    .withMask(mask)
                    .withTransform(new LayerTransform(
                            crop,
                            cropPaths,
                            size,
                            scale,
                            new Flip(flipHorizontal, flipVertical),
                            rotate,
                            perspective,
                            extend))
                    .withFill(new LayerFill(fill, background))
                    .withPlacement(new LayerPlacement(anchor, origin, position))
                    .withClip(clip)
                    .withBlending(new Blending(blendMode, opacity))
                    .withOperations(operations)
                    .withEffects(effects);
        }
    }

    /** A view in the making. */
    public static final class ViewBuilder {
        private int width;
        private int height;
        private double scl;
        private Fit fit = Fit.FIT;
        private boolean upscale = true;
        private double alignX;
        private double alignY;
        private @Nullable Region region;
        private @Nullable ReplyRect rect;
        private Color background = Color.WHITE;
        private ResMode resMode = ResMode.BILIN;
        private PixelSize defaultPix = PixelSize.NONE;
        private PixelSize maxPix = PixelSize.NONE;

        public ViewBuilder wid(int value) {
            width = value;
            return this;
        }

        public ViewBuilder hei(int value) {
            height = value;
            return this;
        }

        public ViewBuilder scl(double value) {
            scl = value;
            return this;
        }

        public ViewBuilder fit(Fit value, boolean enlarge) {
            fit = value;
            upscale = enlarge;
            return this;
        }

        public ViewBuilder align(double x, double y) {
            alignX = x;
            alignY = y;
            return this;
        }

        public ViewBuilder rgn(int x, int y, int regionWidth, int regionHeight) {
            region = new Region(x, y, regionWidth, regionHeight);
            return this;
        }

        public ViewBuilder rect(int x, int y, int rectWidth, int rectHeight, double scale) {
            rect = new ReplyRect(new Region(x, y, rectWidth, rectHeight), scale);
            return this;
        }

        public ViewBuilder bgc(Color value) {
            background = value;
            return this;
        }

        public ViewBuilder resMode(ResMode value) {
            resMode = value;
            return this;
        }

        public ViewBuilder defaultPix(int maxWidth, int maxHeight) {
            defaultPix = new PixelSize(maxWidth, maxHeight);
            return this;
        }

        public ViewBuilder maxPix(int maxWidth, int maxHeight) {
            maxPix = new PixelSize(maxWidth, maxHeight);
            return this;
        }

        public ViewPlan build() {
            return new ViewPlan(
                    new ViewScaling(width, height, scl, new FitChoice(fit, upscale)),
                    new Point(alignX, alignY, true),
                    region,
                    rect,
                    background,
                    resMode,
                    new SizeLimits(defaultPix, maxPix));
        }
    }
}

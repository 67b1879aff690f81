package dev.understudy.engine.render;

import static dev.understudy.engine.render.Fixtures.rgb;
import static dev.understudy.engine.render.RenderPlans.PNG;
import static dev.understudy.engine.render.RenderPlans.color;
import static dev.understudy.engine.render.RenderPlans.image;
import static dev.understudy.engine.render.RenderPlans.plan;
import static dev.understudy.engine.render.RenderPlans.view;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.engine.plan.Fit;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.Perspective.Resampling;
import dev.understudy.image.Color;
import dev.understudy.image.Pixels;
import dev.understudy.image.ResMode;
import dev.understudy.source.SourceKey;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Marks of an image come where arithmetic says, to half a pixel, whatever it goes through. */
class MarkedImagesTest {

    private static final int WIDTH = 240;
    private static final int HEIGHT = 160;
    private static final int MARK = 8;

    /** The centers of the marks. */
    private static final double[][] MARKS = {{40, 30}, {200, 36}, {120, 80}, {46, 130}, {190, 124}};

    /** What a request does to an image, and where it brings the point x,y. */
    private record Geometry(
            String name, Function<SourceKey, ImagePlan> plan, Function<double[], double[]> where, double tolerance) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Geometry> geometries() {
        return Stream.of(2.3, 1.0, 0.71, 0.5, 0.37).flatMap(MarkedImagesTest::geometries);
    }

    private static Stream<Geometry> geometries(double scale) {
        RenderPlans.ViewBuilder scaled = view().scl(1 / scale).bgc(Color.ofRgb(0x090009));
        return Stream.of(
                geometry(
                        "scl",
                        scale,
                        key -> plan(scaled.build(), PNG, image(0, key).build()),
                        p -> p),
                geometry(
                        "crop",
                        scale,
                        key -> plan(
                                scaled.build(),
                                PNG,
                                image(0, key).crop(21, 13, 200, 130).build()),
                        p -> at(p[0] - 21, p[1] - 13)),
                geometry(
                        "size",
                        scale,
                        key -> plan(
                                scaled.build(),
                                PNG,
                                color(0, Color.ofRgb(0), 300, 300).build(),
                                image(1, key).size(180, 0).pos(7, -11).build()),
                        p -> at((p[0] - 120) * 0.75 + 157, (p[1] - 80) * 0.75 + 139)),
                geometry(
                        "flip",
                        scale,
                        key -> plan(
                                scaled.build(),
                                PNG,
                                image(0, key).flip(true, true).build()),
                        p -> at(WIDTH - p[0], HEIGHT - p[1])),
                geometry(
                        "rotate",
                        scale,
                        key -> plan(
                                scaled.build(),
                                PNG,
                                color(0, Color.ofRgb(0), 300, 300).build(),
                                image(1, key).rotate(33).build()),
                        p -> rotated(p, 33)),
                geometry(
                        "perspective",
                        scale,
                        key -> plan(
                                scaled.build(),
                                PNG,
                                color(0, Color.ofRgb(0), 300, 300).build(),
                                image(1, key)
                                        .perspective(Resampling.SUPERSAMPLED, 60, 20, 260, 60, 290, 260, 10, 220)
                                        .pos(-5, 9)
                                        .build()),
                        p -> bent(p)),
                geometry(
                        "perspective of layer 0",
                        scale,
                        key -> plan(
                                scaled.build(),
                                PNG,
                                image(0, key)
                                        .extend(30, 50, 30, 90)
                                        .perspective(Resampling.BILINEAR, 55, 29, 255, 69, 285, 269, 5, 229)
                                        .build()),
                        p -> bent(p)),
                geometry(
                        "rgn",
                        scale,
                        key -> plan(
                                view().rgn(20, 10, 210, 140)
                                        .wid((int) Math.round(210 * scale))
                                        .build(),
                                PNG,
                                image(0, key).build()),
                        p -> at(
                                (p[0] - 20) * Math.round(210 * scale) / 210 / scale,
                                (p[1] - 10) * Math.round(210 * scale) / 210 / scale)),
                geometry(
                        "stretch",
                        scale,
                        key -> plan(
                                view().wid((int) (170 * scale))
                                        .hei((int) (150 * scale))
                                        .fit(Fit.STRETCH, true)
                                        .resMode(ResMode.SHARP2)
                                        .build(),
                                PNG,
                                image(0, key).build()),
                        p -> at(
                                p[0] * (int) (170 * scale) / WIDTH / scale,
                                p[1] * (int) (150 * scale) / HEIGHT / scale)));
    }

    private static Geometry geometry(
            String name, double scale, Function<SourceKey, ImagePlan> plan, Function<double[], double[]> where) {
        return new Geometry(
                name + " at " + scale, plan, p -> at(where.apply(p)[0] * scale, where.apply(p)[1] * scale), 0.5);
    }

    private static double[] at(double x, double y) {
        return new double[] {x, y};
    }

    private static double[] rotated(double[] p, double degrees) {
        double sin = Math.sin(Math.toRadians(degrees));
        double cos = Math.cos(Math.toRadians(degrees));
        double x = p[0] - 120;
        double y = p[1] - 80;
        return at(150 + cos * x - sin * y, 150 + sin * x + cos * y);
    }

    /** The corners 55,29 255,69 285,269 5,229 by the construction that painters use: the lines through opposite points meet. */
    private static double[] bent(double[] p) {
        double[][] corners = {{55, 29}, {255, 69}, {285, 269}, {5, 229}};
        // homogeneous corners whose weights make both diagonals meet in the image of the middle
        double[] middle = crossing(corners[0], corners[2], corners[1], corners[3]);
        double[] weights = {
            weight(corners[0], corners[2], middle),
            weight(corners[1], corners[3], middle),
            weight(corners[2], corners[0], middle),
            weight(corners[3], corners[1], middle)
        };
        double u = p[0] / WIDTH;
        double v = p[1] / HEIGHT;
        double[] shares = {(1 - u) * (1 - v), u * (1 - v), u * v, (1 - u) * v};
        double x = 0;
        double y = 0;
        double w = 0;
        for (int i = 0; i < 4; i++) {
            x += shares[i] * weights[i] * corners[i][0];
            y += shares[i] * weights[i] * corners[i][1];
            w += shares[i] * weights[i];
        }
        return at(x / w, y / w);
    }

    private static double weight(double[] corner, double[] opposite, double[] middle) {
        double far = Math.hypot(opposite[0] - middle[0], opposite[1] - middle[1]);
        double whole = Math.hypot(opposite[0] - corner[0], opposite[1] - corner[1]);
        return 2 * far / whole;
    }

    private static double[] crossing(double[] a, double[] c, double[] b, double[] d) {
        double dx = c[0] - a[0];
        double dy = c[1] - a[1];
        double ex = d[0] - b[0];
        double ey = d[1] - b[1];
        double t = ((b[0] - a[0]) * ey - (b[1] - a[1]) * ex) / (dx * ey - dy * ex);
        return at(a[0] + t * dx, a[1] + t * dy);
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void areWhereArithmeticSays(Geometry geometry) throws Exception {
        Fixtures fixtures = new Fixtures();
        for (double[] mark : MARKS) {
            SourceKey key = fixtures.add("mark", marked(mark));
            fixtures.renderer().render(geometry.plan().apply(key));
            double[] found = center(fixtures.last());
            double[] wanted = geometry.where().apply(mark);
            String name = geometry + ", mark " + List.of(mark[0], mark[1]);
            assertEquals(wanted[0], found[0], geometry.tolerance(), name + ", x");
            assertEquals(wanted[1], found[1], geometry.tolerance(), name + ", y");
        }
    }

    private static Pixels marked(double[] mark) {
        Fixtures.Pattern pattern = (x, y) ->
                Math.abs(x + 0.5 - mark[0]) < MARK / 2.0 && Math.abs(y + 0.5 - mark[1]) < MARK / 2.0 ? 250 : 0;
        return rgb(WIDTH, HEIGHT, (x, y) -> 9, pattern, (x, y) -> 9);
    }

    /** The center of gravity of what is green. */
    private static double[] center(Pixels pixels) {
        double sum = 0;
        double sumX = 0;
        double sumY = 0;
        for (int y = 0; y < pixels.height(); y++) {
            for (int x = 0; x < pixels.width(); x++) {
                int green = pixels.plane(1).at(x, y);
                int weight = pixels.plane(0).at(x, y) > 100 ? 0 : green;
                sum += weight;
                sumX += weight * (x + 0.5);
                sumY += weight * (y + 0.5);
            }
        }
        return at(sumX / sum, sumY / sum);
    }
}

package dev.understudy.engine.render;

import static dev.understudy.engine.render.Fixtures.rgb;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.RecordFields;
import dev.understudy.engine.imagemap.AreaShape;
import dev.understudy.engine.imagemap.ImageMap;
import dev.understudy.engine.imagemap.MapComposer;
import dev.understudy.engine.layout.Box;
import dev.understudy.engine.layout.ConvexPolygon;
import dev.understudy.engine.planning.PlannedRequest;
import dev.understudy.engine.planning.RequestDetails;
import dev.understudy.engine.planning.RequestPlanner;
import dev.understudy.engine.request.TestRequests;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Orientation;
import dev.understudy.image.Plane;
import dev.understudy.testkit.catalog.TestCatalog;
import dev.understudy.testkit.catalog.TestCatalogs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Draws a mark, and finds it where the map says that it is. */
class MarkedMapTest {

    private static final int LEFT = 120;
    private static final int TOP = 90;
    private static final int RIGHT = 200;
    private static final int BOTTOM = 150;

    /** Half a pixel, and what rounding to 8 bits leaves of sums. */
    private static final double HALF = 0.51;

    /** A sample far from the ends of what samples can be, as LIGHT is, so that kernels that overshoot lose nothing. */
    private static final int DARK = 60;

    private static final int LIGHT = 180;

    private final Fixtures fixtures = new Fixtures();
    private final TestCatalogs catalogs = new TestCatalogs();
    private final TestCatalog shop = catalogs.tenant("shop");

    @BeforeEach
    void aMarkedImage() {
        fixtures.add(
                "marked.png",
                rgb(
                        400,
                        300,
                        (x, y) -> 0,
                        (x, y) -> x >= LEFT && x < RIGHT && y >= TOP && y < BOTTOM ? LIGHT : DARK,
                        (x, y) -> 0));
        fixtures.add("black.png", rgb(500, 500, (x, y) -> 0, (x, y) -> DARK, (x, y) -> 0));
        shop.record("marked", "marked.png")
                .record("marked")
                .set(RecordFields.MAP, "<area shape=\"rect\" coords=\"120,90,200,150\" href=\"a\">");
        shop.record("black", "black.png");
    }

    private PlannedRequest planned(String object, String query) throws ServeException {
        return RequestPlanner.plan(TestRequests.read("shop/" + object, query, catalogs));
    }

    private ImageMap map(String object, String query) throws Exception {
        PlannedRequest planned = planned(object, query + "&req=map");
        RequestDetails.OfMaps maps = assertInstanceOf(RequestDetails.OfMaps.class, planned.details());
        return MapComposer.compose(maps.maps(), fixtures.renderer().locate(planned.image()));
    }

    private Plane green(String object, String query) throws Exception {
        fixtures.renderer()
                .render(planned(object, query + "&fmt=png&bgc=3c3c3c").image());
        return fixtures.last().plane(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scl=1",
                "wid=150",
                "wid=333&hei=222&fit=stretch",
                "wid=150&hei=150",
                "wid=300&hei=200&fit=crop",
                "scl=3",
                "crop=60,40,200,200&scl=1",
                "cropN=0.2,0.2,0.6,0.6&wid=177",
                "rgn=100,80,150,100&scl=1",
                "rect=40,20,120,110,1&scl=2",
                "rotate=90&scl=1",
                "rotate=180&wid=211",
                "flip=lr&scl=1",
                "layer=0&flip=ud&wid=211",
                "layer=0&flip=lrud&rotate=270&wid=190",
                "layer=0&extend=10,20,30,40&scl=1&layer=0&bgColor=3c3c3c",
                "layer=0&extend=-10,-20,-30,-40&wid=199",
                "layer=0&size=250,250&scl=1",
                "layer=0&scale=0.37&scl=1",
                "layer=1&src=marked&layer=0&src=black&scl=1",
                "layer=1&src=marked&pos=30,-20&originN=0,0&layer=0&src=black&wid=271",
                "layer=1&src=marked&size=155,0&origin=0,0&posN=-0.4,-0.3&layer=0&src=black&scl=1",
                "layer=1&src=is{shop/marked?wid=157}&pos=11,22&layer=0&src=black&wid=391",
                "layer=1&src=is{shop/marked?crop=80,50,200,200&scl=1}&rotate=90&layer=0&src=black&scl=1",
                "layer=1&src=marked&anchor=120,90&pos=20,30&rotate=90&layer=0&src=black&scl=1",
                "layer=1&src=marked&hide=0&opac=100&maskUse=off&layer=0&src=black&scl=2",
            })
    void uprightMarks(String query) throws Exception {
        Plane image = green("marked", query);
        ImageMap map = map("marked", query);
        assertEquals(1, map.areas().size());
        Box area = assertInstanceOf(
                        AreaShape.Rectangle.class, map.areas().get(0).shape())
                .box();
        Mark mark = Mark.in(image);
        String told = query + ": " + area + " and " + mark;
        assertEquals(mark.x() - mark.width() / 2, Math.round(area.left()), HALF, told);
        assertEquals(mark.x() + mark.width() / 2, Math.round(area.right()), HALF, told);
        assertEquals(mark.y() - mark.height() / 2, Math.round(area.top()), HALF, told);
        assertEquals(mark.y() + mark.height() / 2, Math.round(area.bottom()), HALF, told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rotate=30&scl=1",
                "layer=0&rotate=-17.5&wid=250",
                "layer=1&src=marked&rotate=45&pos=10,0&layer=0&src=black&wid=333",
                "layer=1&src=is{shop/marked?rotate=20&scl=1}&rotate=25&layer=0&src=black&scl=1",
                "layer=0&perspective=10,10,380,40,390,280,30,250&scl=1",
            })
    void marksAskew(String query) throws Exception {
        Mark mark = Mark.in(green("marked", query));
        ImageMap map = map("marked", query);
        ConvexPolygon outline = assertInstanceOf(
                        AreaShape.Polygon.class, map.areas().get(0).shape())
                .outline();
        assertEquals(4, outline.vertices().size());
        assertEquals(mark.x(), outline.center().x(), HALF, query);
        assertEquals(mark.y(), outline.center().y(), HALF, query);
        assertEquals(mark.total(), outline.center().area(), 0.01 * mark.total() + 1, query);
    }

    @Test
    void anImageIsUpright() throws Exception {
        fixtures.add(
                "turned.png",
                rgb(
                        300,
                        400,
                        (x, y) -> 0,
                        (x, y) -> x >= 20 && x < 80 && y >= 100 && y < 130 ? LIGHT : DARK,
                        (x, y) -> 0),
                Orientation.ofExif(6));
        shop.record("turned", "turned.png")
                .record("turned")
                .set(RecordFields.MAP, "<area shape=rect coords=270,20,300,80>");
        Mark mark = Mark.in(green("turned", "scl=1"));
        assertEquals(400 - 130 + 15, mark.x(), 0.1);
        assertEquals(50, mark.y(), 0.1);
        Box area = assertInstanceOf(
                        AreaShape.Rectangle.class,
                        map("turned", "scl=2").areas().get(0).shape())
                .box();
        assertEquals(new Box(135, 10, 150, 40), area);
    }

    @Test
    void layersLieFrontToBack() throws Exception {
        String query = "map=<area href=behind>&layer=0&src=black&map=<area href=below>"
                + "&layer=1&src=marked&size=200,0&layer=2&color=ffffff&size=10,10&map=<area shape=rect coords=0,0,5,50 href=top>&scl=1";
        assertEquals("""
                <area shape="rect" coords="245,245,250,255" href=top>
                <area shape="rect" coords="210,220,250,250" href="a">
                <area shape="rect" coords="0,0,500,500" href=below>
                <area shape="rect" coords="0,0,500,500" href=behind>""", map("marked", query).html());
    }

    @Test
    void aMapInLayerCoordinatesPrevails() throws Exception {
        String placed = "&map=<area shape=rect coords=1,2,3,4>";
        String ofSource = "&mapA=<area shape=rect coords=10,20,30,40>";
        assertEquals(
                "<area shape=\"rect\" coords=\"1,2,3,4\">",
                map("marked", "layer=0&scale=0.5&scl=1" + placed + ofSource).html());
        assertEquals(
                "<area shape=\"rect\" coords=\"5,10,15,20\">",
                map("marked", "layer=0&scale=0.5&scl=1" + ofSource).html());
        assertEquals("", map("marked", "layer=0&map=&scl=1").html());
        assertEquals(
                "<area shape=\"rect\" coords=\"1,2,3,4\">",
                map("marked", "layer=0&rotate=90&scl=1" + placed).html());
    }

    @Test
    void whatIsCroppedIsGone() throws Exception {
        assertTrue(map("marked", "layer=0&crop=0,0,100,100&scl=1").isEmpty());
        assertTrue(map("marked", "layer=0&crop=0,0,120,90&extend=50,50,50,50&scl=1")
                .isEmpty());
        assertTrue(map("marked", "rgn=0,0,100,300&scl=1").isEmpty());
        assertEquals(
                "<area shape=\"rect\" coords=\"20,40,80,60\" href=\"a\">",
                map("marked", "layer=0&crop=100,50,80,60&scl=1").html());
    }

    /**
     * A light rectangle on a dark ground.
     *
     * @param x its center
     * @param y likewise
     * @param width its width, if it is upright
     * @param height likewise
     * @param total its area
     */
    private record Mark(double x, double y, double width, double height, double total) {

        static Mark in(Plane plane) {
            double[] columns = new double[plane.width()];
            double[] rows = new double[plane.height()];
            double total = 0;
            double x = 0;
            double y = 0;
            for (int row = 0; row < plane.height(); row++) {
                for (int column = 0; column < plane.width(); column++) {
                    double light = (plane.at(column, row) - DARK) / (double) (LIGHT - DARK);
                    columns[column] += light;
                    rows[row] += light;
                    total += light;
                    x += light * (column + 0.5);
                    y += light * (row + 0.5);
                }
            }
            // the row and the column through the middle, where kernels do not reach the edges
            return new Mark(x / total, y / total, rows[(int) (y / total)], columns[(int) (x / total)], total);
        }
    }
}

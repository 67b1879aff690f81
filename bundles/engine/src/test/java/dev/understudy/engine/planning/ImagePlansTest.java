package dev.understudy.engine.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.RecordFields;
import dev.understudy.engine.compose.BlendMode;
import dev.understudy.engine.operation.InvertOperation;
import dev.understudy.engine.path.PathDataReader;
import dev.understudy.engine.plan.Clip;
import dev.understudy.engine.plan.ClipPath;
import dev.understudy.engine.plan.Fit;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.plan.LayerPlan;
import dev.understudy.engine.plan.MaskUse;
import dev.understudy.engine.plan.OutputColors;
import dev.understudy.engine.plan.OutputPlan;
import dev.understudy.engine.plan.OutputPlan.Channels;
import dev.understudy.engine.plan.PlanKey;
import dev.understudy.engine.plan.Point;
import dev.understudy.engine.plan.Rect;
import dev.understudy.engine.plan.Smoothing;
import dev.understudy.engine.plan.TextAttributes;
import dev.understudy.engine.plan.TextDialect;
import dev.understudy.engine.plan.TextFonts;
import dev.understudy.engine.plan.TextShape;
import dev.understudy.engine.plan.ViewPlan;
import dev.understudy.engine.render.RenderPlans;
import dev.understudy.engine.request.TestRequests;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Color;
import dev.understudy.image.JpegQuality;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Quantization;
import dev.understudy.image.Region;
import dev.understudy.image.ResMode;
import dev.understudy.image.Samples;
import dev.understudy.image.Tolerance;
import dev.understudy.source.SourceKey;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImagePlansTest {

    private static final Color CREAM = Color.ofRgb(0xf4f1ea);

    private final TestCatalogs catalogs = TestCatalogs.sample();

    ImagePlansTest() {
        catalogs.defaults()
                .set(Attributes.DEFAULT_PIX, new PixelSize(400, 300))
                .set(Attributes.MAX_PIX, new PixelSize(3000, 2000))
                .set(Attributes.BKG_COLOR, CREAM)
                .set(Attributes.JPEG_QUALITY, new JpegQuality(77, true))
                .set(Attributes.RES_MODE, ResMode.BICUB)
                .set(Attributes.PRINT_RESOLUTION, 72.0);
    }

    /** request; width, height, scl, fit, upscale, align x, align y. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "bridge,                              0, 0, 0, FIT, true, 0, 0",
        "bridge?wid=300,                      300, 0, 0, FIT, true, 0, 0",
        "'bridge?wid=300&hei=200&fit=crop',   300, 200, 0, CROP, false, 0, 0",
        "'bridge?wid=300&fit=constrain,1',    300, 0, 0, CONSTRAIN, true, 0, 0",
        "'bridge?hei=9&fit=,1',               0, 9, 0, FIT, true, 0, 0",
        "'bridge?hei=9&fit=stretch,0',        0, 9, 0, STRETCH, false, 0, 0",
        "'bridge?wid=1&hei=2&align=-1,0.5',   1, 2, 0, FIT, true, -1, 0.5",
        "'bridge?scl=2.5&wid=100',            100, 0, 2.5, FIT, true, 0, 0",
        "'bridge?wid=816&hei=500&dpr=on,2',   1632, 1000, 0, FIT, true, 0, 0",
        "'bridge?wid=816&hei=500&dpr=off',    816, 500, 0, FIT, true, 0, 0",
        "'bridge?wid=1500&hei=500&dpr=on,4',  6000, 2000, 0, FIT, true, 0, 0",
        "'bridge?wid=3500&dpr=on,2',          7000, 0, 0, FIT, true, 0, 0",
        "'bridge?scl=2&dpr=on,2',             0, 0, 1, FIT, true, 0, 0",
        "'bridge?layer=3&wid=5&layer=comp',   5, 0, 0, FIT, true, 0, 0",
    })
    void views(
            String request, int width, int height, double scl, Fit fit, boolean upscale, double alignX, double alignY)
            throws ServeException {
        ViewPlan view = plan("gallery/" + request).view();
        assertEquals(
                List.of(width, height, scl, fit, upscale, alignX, alignY),
                List.of(
                        view.scaling().width(),
                        view.scaling().height(),
                        view.scaling().scl(),
                        view.scaling().fit().fit(),
                        view.scaling().fit().upscale(),
                        view.align().x(),
                        view.align().y()));
    }

    @Test
    void viewsTakeTheirDefaultsFromTheCatalog() throws ServeException {
        ViewPlan view = plan("gallery/bridge").view();
        assertEquals(CREAM, view.background());
        assertEquals(ResMode.BICUB, view.resMode());
        assertEquals(new PixelSize(400, 300), view.limits().defaultPix());
        assertEquals(new PixelSize(3000, 2000), view.limits().maxPix());
        assertNull(view.region());
        assertNull(view.rect());
    }

    @Test
    void viewsAreAsTheRequestHasThem() throws ServeException {
        ViewPlan view = plan("gallery/bridge?rgn=-5,10,20,30&rect=0,600,2000,600,0.5&bgc=1,2,3,4&resMode=trilin&scl=1")
                .view();
        assertEquals(new Region(-5, 10, 20, 30), view.region());
        assertEquals(new Region(0, 600, 2000, 600), view.rect().region());
        assertEquals(0.5, view.rect().scale());
        assertEquals(new Color(1, 2, 3, 255), view.background());
        assertEquals(ResMode.BILIN, view.resMode());
        assertEquals(PixelSize.NONE, view.limits().defaultPix());
    }

    /** fmt and qlt; format, channels, gray, compression, quality, full chroma. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "'&',                          jpeg, COLOR, false, none, 77, true",
        "fmt=jpg&qlt=60,               jpeg, COLOR, false, none, 60, false",
        "'fmt=,,none',                 jpeg, COLOR, false, none, 77, true",
        "'fmt=pjpeg&qlt=95,1',         pjpeg, COLOR, false, none, 95, true",
        "'fmt=PJPG&qlt=95,1',          pjpeg, COLOR, false, none, 95, true",
        "'fmt=jpeg,gray&qlt=95,1',     jpeg, COLOR, true, none, 95, false",
        "'fmt=png&qlt=5,1',            png, COLOR, false, none, 100, false",
        "fmt=png-alpha,                png-alpha, COLOR_AND_ALPHA, false, none, 100, false",
        "'fmt=tiff-alpha,,LZW',        tif-alpha, COLOR_AND_ALPHA, false, lzw, 100, false",
        "'fmt=tif,rgb,jpeg&qlt=60,1',  tif, COLOR, false, jpeg, 60, true",
        "'fmt=tif&qlt=60,1',           tif, COLOR, false, none, 100, false",
        "'fmt=webp&qlt=80,1',          webp, COLOR, false, lossy, 80, false",
        "'fmt=webp,,none&qlt=80',      webp, COLOR, false, lossy, 80, false",
        "'fmt=webp-alpha,,lossless&qlt=80', webp-alpha, COLOR_AND_ALPHA, false, lossless, 100, false",
        "'fmt=web-alpha,,lossless',    webp-alpha, COLOR_AND_ALPHA, false, lossless, 100, false",
        "req=mask,                     jpeg, ALPHA, true, none, 77, false",
        "req=mask&fmt=png-alpha,       png-alpha, ALPHA, true, none, 100, false",
        "'req=mask&fmt=tif,rgb',       tif, ALPHA, false, none, 100, false",
        "req=mask&fmt=colorful,        colorful, ALPHA, false, none, 100, false",
        "fmt=colorful,                 colorful, COLOR, false, none, 100, false",
    })
    void outputs(
            String query,
            String format,
            Channels channels,
            boolean gray,
            String compression,
            int quality,
            boolean fullChroma)
            throws ServeException {
        assertEquals(
                new OutputPlan(
                        format,
                        channels,
                        OutputColors.plain(gray ? Samples.GRAY : Samples.RGB),
                        compression,
                        quality,
                        fullChroma,
                        72),
                plan("gallery/bridge?" + query).output());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "fmt=gif,                                   ADAPTIVE, true,  256, ''",
        "'fmt=gif&quantize=web,off',                WEB,      false, 256, ''",
        "'fmt=gif&quantize=MAC',                    MAC,      true,  256, ''",
        "'fmt=gif&quantize=web,off,7,ff0000',       WEB,      false, 256, ''",
        "'fmt=gif-alpha&quantize=adaptive,off,2,000000,FFFFFF', ADAPTIVE, false, 2, '0 16777215'",
        "'fmt=gif&quantize=,,9,0000ff,0000ff',      ADAPTIVE, true,  9,   '255'",
        "'fmt=png&quantize=web',                    ADAPTIVE, true,  256, ''",
        "'quantize=web',                            ADAPTIVE, true,  256, ''",
    })
    void palettes(String query, Quantization.PaletteKind palette, boolean diffuse, int colors, String forced)
            throws ServeException {
        Quantization planned =
                plan("gallery/bridge?" + query).output().settings().quantization();
        List<Integer> values = Arrays.stream(forced.split(" "))
                .filter(value -> !value.isEmpty())
                .map(Integer::valueOf)
                .toList();
        assertEquals(new Quantization(palette, diffuse, colors, values), planned);
    }

    @Test
    void theMacPaletteHasNoPlaceForTransparency() {
        Failure failure = failure("gallery/bridge?fmt=gif-alpha&quantize=mac");
        assertEquals(new Failure.InvalidParameter("quantize", "mac", "adaptive or web with fmt=gif-alpha"), failure);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"jpegSize=10, 10", "jpegSize=0, 0", "fmt=png&jpegSize=10, 0", "'&', 0"})
    void sizesAreThoseOfJpegAlone(String query, int kilobytes) throws ServeException {
        assertEquals(
                kilobytes, plan("gallery/bridge?" + query).output().settings().maxKilobytes());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "fmt=pjpeg&pscan=3, 3",
        "fmt=pjpeg&pscan=5, 5",
        "fmt=pjpeg&pscan=Auto, 0",
        "fmt=pjpeg, 0",
        "fmt=jpeg&pscan=4, 0",
        "fmt=png&pscan=4, 0"
    })
    void scansAreThoseOfProgressiveJpegAlone(String query, int scans) throws ServeException {
        assertEquals(scans, plan("gallery/bridge?" + query).output().settings().scans());
    }

    /** Another server may write the formats of the reference; those that nobody knows are the client's mistake. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        avif-alpha    | fmt=avif-alpha is not supported; these are: colorful, gif, gif-alpha, jpeg, pjpeg, png, png-alpha, tif, tif-alpha, webp, webp-alpha
        swf3,rgb      | fmt=swf3 is not supported; these are: colorful, gif, gif-alpha, jpeg, pjpeg, png, png-alpha, tif, tif-alpha, webp, webp-alpha
        tif,cmyk      | fmt=tif,cmyk is not supported; rgb and gray are
        colorful,gray | fmt=colorful,gray is not supported; rgb is
        """)
    void formatsThatAreNotSupported(String value, String message) {
        Failure failure = failure("gallery/bridge?fmt=" + value);
        assertEquals(FailureKind.REQUEST_UNSUPPORTED, failure.kind());
        assertTrue(failure.message().contains(message), failure.message());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        BMP           | bmp          | one of colorful, gif, gif-alpha, jpeg, pjpeg, png, png-alpha, tif, tif-alpha, webp, webp-alpha, then rgb, gray or cmyk, then a compression of the format
        tif-alpha,,jpeg | tif-alpha,,jpeg | as the third value of tif-alpha none or lzw
        png,gray,zip  | png,gray,zip | as the third value of png none
        """)
    void formatsThatAreNone(String value, String told, String allowed) {
        Failure.InvalidParameter failure = (Failure.InvalidParameter) failure("gallery/bridge?fmt=" + value);
        assertEquals("fmt", failure.command());
        assertEquals(told, failure.value());
        assertEquals(allowed, failure.allowed());
    }

    @Test
    void printResolutionIsTheRequestsElseTheLowestImagesElseTheCatalogs() throws ServeException {
        catalogs.tenant("gallery").record("bridge").set(RecordFields.PRINT_RESOLUTION, 300.0);
        assertEquals(150, plan("gallery/bridge?printRes=150").output().resolution());
        assertEquals(300, plan("gallery/bridge").output().resolution());
        assertEquals(300, plan("gallery/card").output().resolution());
        assertEquals(72, plan("gallery/framed").output().resolution());
    }

    @Test
    void aPlainImageIsALayerWithNothingDoneToIt() throws ServeException {
        ImagePlan plan = plan("gallery/bridge?wid=300");
        LayerPlan only = plan.layers().get(0);
        assertEquals(LayerPlan.plain(0, only.content()), only);
        assertEquals(
                "gallery/bridge.jpg",
                ((LayerContent.Image) only.content()).source().key().toString());
        assertEquals(1, plan.layers().size());
    }

    @Test
    void everyCommandOfALayerReachesItsPlan() throws ServeException {
        LayerPlan layer = layer(
                "gallery/bridge?layer=2&src=shop/bowl&crop=1,2,3,4&size=50,0&flip=lrud&color=1,2,3,4&rotate=-30"
                        + "&extendN=0.1,0,0,0.2&bgColor=ffffff40&opac=90,70&blendMode=screen&maskUse=invert&anchorN=-.5,.5&originN=0,0.5&posN=0.25,0&op_invert=1",
                1);
        assertEquals(
                RenderPlans.layer(2, layer.content())
                        .crop(1, 2, 3, 4)
                        .size(50, 0)
                        .flip(true, true)
                        .fill(new Color(1, 2, 3, 4))
                        .rotate(-30)
                        .extendN(0.1, 0, 0, 0.2)
                        .background(new Color(255, 255, 255, 0x40))
                        .opacity(0.9, 0.7)
                        .blendMode(BlendMode.SCREEN)
                        .maskUse(MaskUse.INVERT)
                        .anchorN(-0.5, 0.5)
                        .originN(0, 0.5)
                        .posN(0.25, 0)
                        .operations(new InvertOperation())
                        .build(),
                layer);
    }

    @Test
    void underCompMostCommandsAreForLayerZeroAndSomeForTheComposite() throws ServeException {
        ImagePlan plan = plan("gallery/bridge?rotate=5&flip=lr&opac=50&size=3,4&pos=1,1&crop=0,0,1,1&hide=0");
        LayerPlan base = plan.layers().get(0);
        assertEquals(5, base.transform().rotate());
        assertEquals(new Point(3, 4, false), base.transform().size());
        assertEquals(new Rect(0, 0, 1, 1, false), base.transform().crop());
        assertEquals(Point.ZERO, base.placement().position());
        assertEquals(1, base.blending().opacity().ofForeground());
        assertTrue(plan.composite().flip().horizontal());
        assertEquals(0.5, plan.composite().opacity());
        assertTrue(layer("gallery/bridge?layer=0&flip=ud", 0).transform().flip().vertical());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "'scale=0.5',          0.5",
        "'res=50',             0.5",
        "'res=50&scale=2',     2",
        "'scale=2&size=9,9',   1",
        "'&',                  1",
    })
    void scales(String query, double scale) throws ServeException {
        assertEquals(scale, layer("gallery/bridge?" + query, 0).transform().scale());
    }

    @Test
    void resolutionAndAnchorAreTheRecords() throws ServeException {
        catalogs.tenant("gallery").record("bridge").set(RecordFields.RESOLUTION, 200.0);
        catalogs.tenant("gallery").record("bridge").set(RecordFields.ANCHOR, "7, 8");
        assertEquals(0.25, layer("gallery/bridge?res=50", 0).transform().scale());
        assertEquals(
                new Point(7, 8, false), layer("gallery/bridge", 0).placement().anchor());
        assertEquals(
                new Point(1, 2, false),
                layer("gallery/bridge?anchor=1,2", 0).placement().anchor());
        assertEquals(1, layer("gallery/some/file.jpg?res=100", 0).transform().scale());
    }

    @Test
    void masksAreTheRequestsElseTheRecords() throws ServeException {
        catalogs.tenant("gallery").record("bridge").set(RecordFields.MASK_PATH, "mask.png");
        assertEquals("gallery/mask.png", mask("gallery/bridge"));
        assertEquals("shop/bowl.jpg", mask("gallery/bridge?mask=shop/bowl"));
        assertEquals("gallery/m.png", mask("gallery/framed?mask=m.png"));
        assertEquals("null", mask("gallery/framed"));
    }

    /** gallery is lenient, shop is not. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "gallery/bridge,                      0, LENIENT",
        "gallery/some/file.jpg,               0, LENIENT",
        "shop/bowl,                           0, STRICT",
        "shop/bowl?layer=1&src=/gallery/bridge,     1, LENIENT",
        "shop/bowl?layer=1&src=/gallery/some/file,  1, LENIENT",
        "gallery/bridge?layer=1&src=shop/bowl,      1, STRICT",
        "gallery/bridge?src=logo,                   0, STRICT",
    })
    void damageIsTakenAsTheImagesOwnCatalogHasIt(String request, int layer, Tolerance tolerance) throws ServeException {
        catalogs.tenant("gallery").set(Attributes.TOLERANCE, Tolerance.LENIENT);
        assertEquals(tolerance, image(layer(request, layer).content()).source().tolerance());
    }

    @Test
    void damageOfMasksAndNestedImagesLikewise() throws ServeException {
        catalogs.tenant("gallery").set(Attributes.TOLERANCE, Tolerance.LENIENT);
        LayerContent mask = layer("gallery/bridge?mask=shop/bowl", 0).mask().source();
        assertEquals(Tolerance.STRICT, image(mask).source().tolerance());
        LayerContent nested = layer("shop?src=is{gallery/bridge?wid=20}", 0).content();
        ImagePlan inner = ((LayerContent.Nested) nested).plan();
        assertEquals(
                Tolerance.LENIENT,
                image(inner.layers().get(0).content()).source().tolerance());
    }

    @Test
    void toleranceIsInTheKey() throws ServeException {
        String strict = key("gallery/bridge");
        catalogs.tenant("gallery").set(Attributes.TOLERANCE, Tolerance.LENIENT);
        assertNotEquals(strict, key("gallery/bridge"));
    }

    private static LayerContent.Image image(LayerContent content) {
        return (LayerContent.Image) content;
    }

    @Test
    void theLastOfSourceAndTextsPrevails() throws ServeException {
        assertEquals(
                new LayerContent.Text(
                        "b",
                        TextDialect.TEXT_PS,
                        List.of(),
                        TextAttributes.DEFAULT,
                        TextFonts.BUILT_IN,
                        TextShape.AROUND_POINT),
                layer("gallery/bridge?layer=1&src=shop/bowl&text=a&textPs=b", 1).content());
        assertTrue(layer("gallery/bridge?layer=1&text=a&src=shop/bowl", 1).content() instanceof LayerContent.Image);
        assertEquals(
                new LayerContent.Text(
                        "a",
                        new TextAttributes(
                                200, Smoothing.CRISP, TextAttributes.Sizing.MAX, TextAttributes.Wrap.BETWEEN_WORDS)),
                layer("gallery/bridge?text=a&textAttr=200,crisp,maxRes,nbWrap", 0)
                        .content());
    }

    @Test
    void layersComeInOrderAndEmptyOrHiddenOnesNotAtAll() throws ServeException {
        ImagePlan plan =
                plan("gallery/bridge?layer=5&text=top&layer=3&opac=5&layer=2&text=a&hide=1&layer=1&color=0&size=1,1");
        assertEquals(
                List.of(0, 1, 5), plan.layers().stream().map(LayerPlan::number).toList());
    }

    @Test
    void aHiddenLayerZeroStillMakesTheCanvas() throws ServeException {
        LayerPlan base = layer("gallery/bridge?hide=1&color=ff0000&bgColor=00ff00", 0);
        assertEquals(0, base.blending().opacity().ofForeground());
        assertEquals(Color.TRANSPARENT, base.fill().color());
        assertEquals(Color.TRANSPARENT, base.fill().background());
    }

    @Test
    void nestedRequestsArePlansWithoutTheCatalogsLimits() throws ServeException {
        LayerContent.Nested nested =
                (LayerContent.Nested) layer("gallery/bridge?src=is{gallery/framed?hei=5&fmt=gif,cmyk}&wid=9", 0)
                        .content();
        assertEquals(600, nested.plan().view().scaling().width());
        assertEquals(5, nested.plan().view().scaling().height());
        assertEquals(PixelSize.NONE, nested.plan().view().limits().maxPix());
        assertEquals(Color.TRANSPARENT, nested.plan().view().background());
        assertEquals(Channels.COLOR_AND_ALPHA, nested.plan().output().channels());
    }

    @Test
    void aTemplateInThePath() throws ServeException {
        ImagePlan plan = plan("gallery/card?$title=Ahoy&wid=200");
        assertEquals(new LayerContent.Solid(Color.WHITE), plan.layers().get(0).content());
        assertEquals(
                new LayerContent.Text("Ahoy", TextAttributes.DEFAULT),
                plan.layers().get(2).content());
        assertEquals(new Point(10, 20, false), plan.layers().get(1).placement().position());
        assertEquals(200, plan.view().scaling().width());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        gallery/bridge?wid=undefined            | PARAMETER_INVALID
        gallery/bridge?wid=0                    | PARAMETER_INVALID
        gallery/bridge?fit=crop                 | PARAMETER_INVALID
        gallery/bridge?wid=$number$             | PARAMETER_INVALID
        gallery/bridge?req=tmb&fit=crop&wid=3   | PARAMETER_INVALID
        gallery/bridge?sizeN=1,1                | PARAMETER_INVALID
        gallery/bridge?layer=0&sizeN=1,1        | PARAMETER_INVALID
        gallery/bridge?layer=1&color=0          | PARAMETER_INVALID
        gallery?color=ffffff                    | PARAMETER_INVALID
        gallery?color=ffffff&size=5,0           | PARAMETER_INVALID
        gallery/bridge?req=nosuch               | PARAMETER_INVALID
        gallery/bridge?req=props,json&handler=a(b | PARAMETER_INVALID
        gallery/bridge?fmt=swf                  | REQUEST_UNSUPPORTED
        gallery/bridge?fmt=tif,cmyk             | REQUEST_UNSUPPORTED
        gallery/bridge?req=saveToFile           | REQUEST_REFUSED
        gallery/bridge?src=ir{a/b?c=d}          | REQUEST_UNSUPPORTED
        gallery/bridge?src=fxg(a)               | REQUEST_UNSUPPORTED
        gallery/bridge?src={http://example.com/a.jpg} | FOREIGN_FAILED
        gallery/bridge?src=(a/b.jpg)            | FOREIGN_FAILED
        gallery?wid=5                           | OBJECT_UNKNOWN
        gallery?template=bridge                 | OBJECT_UNKNOWN
        """)
    void refused(String request, FailureKind kind) {
        FailureKind expected = request.equals("gallery?template=bridge") ? FailureKind.SOURCE_MISSING : kind;
        assertEquals(expected, failure(request).kind());
    }

    @Test
    void aRecordThatNamesNoFileIsPlannedLikeOneWhoseFileIsGone() throws ServeException {
        catalogs.tenant("gallery").record("empty", "");
        SourceKey absent = SourceKey.absent("gallery", "empty");
        for (String request :
                List.of("gallery?src=empty", "gallery/empty", "gallery/bridge?mask=empty", "gallery?src=is{empty}")) {
            assertTrue(PlanSources.of(plan(request)).contains(absent), request);
        }
    }

    @Test
    void aRecordsOwnFitBreaksNoRequest() throws ServeException {
        catalogs.tenant("gallery").record("fitted", "a.jpg", "fit=crop", "");
        assertEquals(0, plan("gallery/fitted").view().scaling().width());
        assertEquals(
                Fit.CROP, plan("gallery/fitted?wid=3").view().scaling().fit().fit());
        assertEquals(
                Fit.FIT, plan("gallery/fitted?req=tmb").view().scaling().fit().fit());
    }

    @Test
    void badValuesAreToldAsTheReferenceSpellsTheCommand() {
        Failure.InvalidParameter failure = (Failure.InvalidParameter) failure("gallery/bridge?CROPn=a,b");
        assertEquals("cropN", failure.command());
        assertEquals("a,b", failure.value());
        assertTrue(failure.allowed().contains("x,y,width,height"));
    }

    @Test
    void longBadValuesAreCutShort() {
        assertTrue(failure("gallery/bridge?wid=" + "9".repeat(9000)).message().length() < 300);
    }

    @Test
    void versionAndCachingMakeNoDifferenceToTheKeyButAModifierDoes() throws ServeException {
        String key = key("gallery/bridge?wid=3");
        assertEquals(key, key("gallery/bridge?.v=1&id=abc&cache=off&wid=3&handler=x&defaultImage=logo"));
        assertEquals(key, key("gallery/bridge?wid=9&layer=7&wid=3"));
        assertNotEquals(key, key("gallery/bridge?wid=4"));
        catalogs.tenant("gallery").record("bridge").set(RecordFields.MODIFIER, "rotate=90");
        assertNotEquals(key, key("gallery/bridge?wid=3"));
    }

    private ImagePlan plan(String request) throws ServeException {
        int question = request.indexOf('?');
        String path = question < 0 ? request : request.substring(0, question);
        return RequestPlanner.plan(
                        TestRequests.read(path, question < 0 ? null : request.substring(question + 1), catalogs))
                .plan();
    }

    private LayerPlan layer(String request, int index) throws ServeException {
        return plan(request).layers().get(index);
    }

    private String mask(String request) throws ServeException {
        LayerContent mask = layer(request, 0).mask().source();
        return mask == null ? "null" : image(mask).source().key().toString();
    }

    private String key(String target) throws ServeException {
        return PlanKey.of(plan(target), "1");
    }

    private Failure failure(String request) {
        return assertThrows(ServeException.class, () -> plan(request)).failure();
    }

    @Test
    void solidColorsAreAsLargeAsTheirPath() throws Exception {
        LayerPlan layer =
                plan("gallery/bridge?layer=1&color=ff0000&clipPath=M10.5,20L40,20,40,61Z&clipXPath=M12,22l1,1")
                        .layers()
                        .get(1);
        assertEquals(new Point(30, 41, false), layer.transform().size());
        assertEquals(new Point(-10, -20, false), layer.placement().origin());
        assertEquals(
                new Clip(
                        new ClipPath.Drawn(PathDataReader.read("M0.5,0L30,0,30,41Z")),
                        new ClipPath.Drawn(PathDataReader.read("M2,2l1,1"))),
                layer.clip());
        LayerPlan placed = plan("gallery/bridge?layer=1&color=ff0000&clipPath=M10,20L40,60Z&origin=1,2")
                .layers()
                .get(1);
        assertEquals(new Point(1, 2, false), placed.placement().origin());
        LayerPlan sized = plan("gallery/bridge?layer=1&color=ff0000&size=5,6&rotate=7&clipPath=M10,20L40,60Z")
                .layers()
                .get(1);
        assertEquals(new Point(5, 6, false), sized.transform().size());
        assertEquals(
                new ClipPath.Drawn(PathDataReader.read("M10,20L40,60Z")),
                sized.clip().inside());
        for (String command : List.of("rotate=7", "scale=2", "anchor=1,1")) {
            assertThrows(
                    ServeException.class,
                    () -> plan("gallery/bridge?layer=1&color=ff0000&clipPath=M10,20L40,60Z&" + command),
                    command);
        }
    }

    @Test
    void pathsOfImagesAreForImages() throws Exception {
        ImagePlan image = plan("gallery/bridge?clipPathE=a,b&clipXPathE=c&cropPathE=d");
        assertEquals(
                new Clip(new ClipPath.OfImage(List.of("a", "b")), new ClipPath.OfImage(List.of("c"))),
                image.composite().clip());
        assertEquals(List.of("d"), image.composite().cropPaths());
        ImagePlan text = plan("gallery/bridge?layer=0&text=a&clipPathE=a&cropPathE=d&layer=comp&cropPathE=e");
        assertEquals(Clip.NONE, text.layers().get(0).clip());
        assertEquals(List.of(), text.layers().get(0).transform().cropPaths());
        assertEquals(List.of(), text.composite().cropPaths());
        assertEquals(
                Clip.NONE, plan("gallery/bridge?clipXPath=M0,0L1,1").composite().clip());
    }

    @Test
    void perspectiveLeavesSizeAndResolutionAside() throws Exception {
        LayerPlan layer = plan("gallery/bridge?perspective=0,0,9,0,9,9,0,9,R3T7&size=5,5&res=3&scale=0.5")
                .layers()
                .get(0);
        assertEquals(null, layer.transform().size());
        assertEquals(0.5, layer.transform().scale());
        assertEquals(7, layer.transform().perspective().jitter());
    }
}

package dev.understudy.engine.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.Attributes;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.admission.AccessPolicy;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestReaderTest {

    private final TestCatalogs catalogs = TestCatalogs.sample();

    /** Each line: the request; what it comes to, as {@code layer:command=value}. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
                    # plain commands
                    gallery/bridge?wid=300                        | wid=300
                    gallery/bridge?WID=300&ResMode=sharp          | WID=300 ResMode=sharp
                    gallery/bridge                                | ''
                    gallery/bridge?wid=1&wid=2                    | wid=1 wid=2
                    # live and malformed
                    gallery/bridge??$square$&wid=3                | wid=3
                    gallery/bridge?&&fmt=png&&                    | fmt=png
                    gallery/bridge?hei=1&amp;wid=300              | hei=1
                    gallery/bridge?imwidth=&wid=3&unknown=4&lone  | wid=3
                    gallery/bridge?wid=&hei=%20&qlt=+             | ''
                    gallery/bridge?wid=5&$square                  | wid=5
                    gallery/bridge?.v=123&wid=3&.ts=wid=9         | wid=3
                    gallery//bridge?wid=3                         | wid=3
                    gallery/bridge?=5&==&wid                      | ''
                    # macros: of the catalog, of the default catalog, nested, in place
                    gallery/bridge?$square$                       | wid=300 hei=300
                    gallery/bridge?$SQUARE$&hei=9                 | wid=300 hei=300 hei=9
                    shop/bowl?hei=9&$square$                      | hei=9 wid=400 hei=400 fit=crop
                    shop/bowl?$listing$                           | wid=400 hei=400 fit=crop bgc=ffffff
                    gallery/bridge?%24square%24=                  | wid=300 hei=300
                    gallery/bridge?%24square%24=&wid=1            | wid=300 hei=300 wid=1
                    gallery/bridge?$nosuch$&wid=1                 | wid=1
                    gallery/bridge?$a b$&$$&$&wid=1               | wid=1
                    # variables
                    gallery/bridge?$side=50&$box$                 | wid=50 hei=50
                    gallery/bridge?$box$&$side=50                 | wid=50 hei=50
                    gallery/bridge?%24Side=50&wid=$SIDE$          | wid=50
                    gallery/bridge?$a=1&wid=$a$&$a=2&hei=$a$      | wid=1 hei=2
                    gallery/bridge?$a=1&$b=2&wid=$a$$b$0          | wid=120
                    gallery/bridge?wid=$nosuch$                   | wid=$nosuch$
                    gallery/bridge?$x=1&text=my$y$x$file          | text=my$y1file
                    gallery/bridge?$var2=apple&$var1=my$var2$tree&text=$var1$ | text=my$var2$tree
                    gallery/bridge?$t=rate%26weight%3D85%25&text=$t$ | text=rate&weight=85%
                    gallery/bridge?$e=&text=a$e$b                 | text=ab
                    gallery/bridge?$e=&text=$e$                   | ''
                    # values
                    gallery/bridge?text=layer+2+text              | text=layer 2 text
                    gallery/bridge?text=%09%0A&textPs=&wid=%20    | 'text=\t\n'
                    gallery/bridge?text=50%&wid=3                 | text=50% wid=3
                    gallery/bridge?text=%zz%4                     | text=%zz%4
                    gallery/bridge?text=caf%C3%A9                 | text=café
                    gallery/bridge?text=caf%E9                    | text=café
                    gallery/bridge?text=%2B%26%3D                 | text=+&=
                    gallery/bridge?text=a=b                       | text=a=b
                    gallery/bridge?text={                         | text={
                    gallery/bridge?text=(a&wid=3                  | text=(a wid=3
                    gallery/bridge?text=%7B&wid=3                 | text={ wid=3
                    gallery/bridge?defaultImage=                  | defaultImage=
                    # layers
                    gallery/bridge?layer=1&text=a&layer=comp&wid=3 | 1:text=a wid=3
                    gallery/bridge?layer=1&text=a&pos=1,2&layer=0&rotate=5 | 1:text=a 1:pos=1,2 0:rotate=5
                    gallery/bridge?layer=1,image&layer=2&layer=image&text=a | 1:text=a
                    gallery/bridge?layer=1,a&layer=1,b&layer=b&text=a | 1:text=a
                    gallery/bridge?layer=COMP&flip=lr             | flip=lr
                    gallery/bridge?layer=comp,all&layer=2&layer=all&flip=lr | flip=lr
                    gallery/bridge?layer=1&effect=-1&color=0,0,0&layer=1&text=b | 1!-1:color=0,0,0 1:text=b
                    gallery/bridge?effect=-1&color=ff0000&layer=comp&effect=+3&opac=9&layer=2&effect=-1&pos=1,2 | -1!-1:color=ff0000 -1!3:opac=9 2!-1:pos=1,2
                    gallery/bridge?layer=1,logo&effect=-1&opac=9&layer=logo&effect=-1&opac=8 | 1!-1:opac=9 1!-1:opac=8
                    gallery/bridge?layer=1&effect=-1&effect=2&opac=9&effect=&opac=8 | 1!2:opac=9 1!2:opac=8
                    gallery/bridge?layer=1&wid=3&effect=1&hei=4   | wid=3 hei=4
                    gallery/bridge?layer=&flip=lr                 | flip=lr
                    # modifiers
                    gallery/framed                                | wid=600 hei=600 bgc=f4f1ea
                    gallery/framed?wid=9                          | wid=600 hei=600 bgc=f4f1ea wid=9
                    gallery/proof?fmt=gif                         | fmt=gif fmt=png qlt=25
                    gallery?src=framed                            | wid=600 hei=600 bgc=f4f1ea src=framed
                    gallery/bridge?layer=1&src=cropped            | 1:crop=10,20,30,40 1:opac=50 1:src=cropped
                    gallery/bridge?layer=1&src=cropped&opac=9     | 1:crop=10,20,30,40 1:opac=50 1:src=cropped 1:opac=9
                    gallery/bridge?layer=1&src=proof              | 1:src=proof
                    gallery?src=proof                             | src=proof fmt=png qlt=25
                    """)
    void comesTo(String request, String expected) throws ServeException {
        assertEquals(expected, text(read(request)));
    }

    /** A template's variables and named layers can be set by the request. */
    @Test
    void templatesInThePath() throws ServeException {
        assertEquals(
                "0:color=ffffff 0:size=400,300 1:src=hills 1:size=200,200 1:pos=10,20 2:text=Ahoy 2:opac=50",
                text(read("gallery/card?$title=Ahoy&$photo=hills&layer=title&opac=50")));
    }

    @Test
    void templatesByCommandTakeTheirLayersFromTheTemplateAndTheObjectFromThePath() throws ServeException {
        catalogs.tenant("gallery")
                .record("frame", "", "layer=0&color=0,0,0&size=9,9&layer=1&src=$object$", "fmt=gif")
                .record("image", "image.jpg", "crop=1,2,3,4&wid=77", "qlt=5");
        ImageRequest request = read("gallery/image?template=frame&wid=3");

        assertEquals("1:crop=1,2,3,4 0:color=0,0,0 0:size=9,9 1:src=gallery/image wid=3 qlt=5", text(request));
        assertEquals("frame", request.template().record().id());
        assertEquals("gallery/image.jpg", source(request, 1).toString());
    }

    @Test
    void templatesThatAreNotThereAreMissing() {
        assertEquals(
                FailureKind.OBJECT_UNKNOWN,
                failure("gallery/bridge?template=nosuch").kind());
    }

    @Test
    void variablesGivenByTheCallerOverrideTheTemplatesDefaultsAsTheyAre() throws ServeException {
        String hostile = "100% $photo$ & wid=5 + é {";
        ImageRequest request = RequestReader.read(
                new ObjectRequest(
                        "gallery/card",
                        false,
                        catalogs.defaultCatalog(),
                        catalogs.defaultCatalog(),
                        "",
                        "",
                        Map.of("Title", hostile),
                        false),
                catalogs,
                AccessPolicy.unrestricted());
        assertEquals(hostile, last(request, "text"));
    }

    @Test
    void postModifiersDefinitionsPrevail() throws ServeException {
        catalogs.tenant("gallery").record("fixed", "a.jpg", "$w=1", "$w=3&hei=$w$");
        assertEquals("wid=3 hei=3", text(read("gallery/fixed?$w=2&wid=$w$")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "src=is{bridge},                          shop/bridge.jpg",
        "src=is{gallery/bridge},                  gallery/bridge.jpg",
        "src=is(gallery/bridge?wid=3&hei=4),      gallery/bridge.jpg",
        "src=IS{gallery/bridge},                  gallery/bridge.jpg",
        "src=is%7Bgallery%2Fbridge%7D,            gallery/bridge.jpg",
        "src=is%7bgallery/bridge?wid=3&hei=4%7d,  gallery/bridge.jpg",
        "src=is%28gallery%2Fbridge%3Fwid%3D3%26text%3Da%2526b%29, gallery/bridge.jpg",
        "$g=gallery&src=is{$g$/bridge},           gallery/bridge.jpg",
        "$i=is{gallery/bridge?wid=3&hei=4}&src=$i$, gallery/bridge.jpg",
        "src=is{?src=bowl},                       shop/bowl.jpg",
        "src=is{?src=$object$},                   shop/bowl.jpg",
        "src=is{gallery/bridge?layer=1&src=is(shop/bowl)}, gallery/bridge.jpg",
    })
    void nestedRequests(String query, String file) throws ServeException {
        ImageRequest inner = nested(read("shop/bowl?" + query.strip()), 0);
        assertTrue(inner.nested());
        ResolvedObject object =
                inner.sources().get(0) instanceof LayerSource.Named named ? named.object() : inner.object();
        assertEquals(file.strip(), object.source().toString());
    }

    @Test
    void nestedRequestsHaveTheirOwnCommands() throws ServeException {
        ImageRequest request = read("shop/bowl?src=is{gallery/bridge?wid=3&fmt=png&qlt=1&bgc=0&hei=4}&hei=9");
        assertEquals("wid=3 hei=4", text(nested(request, 0)));
        assertEquals("src=is{gallery/bridge?wid=3&fmt=png&qlt=1&bgc=0&hei=4} hei=9", text(request));
    }

    @Test
    void nestedRequestsAreGivenTheVariables() throws ServeException {
        ImageRequest request = read("shop/bowl?$title=a%26b%25&layer=1&src=is{gallery/card}");
        assertEquals("a&b%", last(nested(request, 1), "text"));
    }

    @Test
    void valuesAreEncodedOnceAtEveryDepth() throws ServeException {
        ImageRequest request =
                read("shop/bowl?$t=50%25+%24x%24%26&$x=no&src=is{?src=is{gallery/bridge?layer=1&text=$t$}}");
        assertEquals("50% $x$&", last(nested(nested(request, 0), 0), "text"));
    }

    @Test
    void onlyThePrevailingSourceIsRead() throws ServeException {
        ImageRequest request = read("gallery/bridge?layer=1&src=is{closed}early&text=a&src=../b&text=c");
        assertEquals(Map.of(), request.sources());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    gallery/bridge?layer=1,image&layer=2,image     | REQUEST_MALFORMED
                    gallery/bridge?layer=1,image&layer=drawing   | REQUEST_MALFORMED
                    gallery/bridge?layer=$image$                   | REQUEST_MALFORMED
                    gallery/bridge?layer=1,comp                    | REQUEST_MALFORMED
                    gallery/bridge?layer=-1                        | PARAMETER_INVALID
                    gallery/bridge?layer=99999999999               | PARAMETER_INVALID
                    gallery/bridge?layer=1,a,b                     | PARAMETER_INVALID
                    gallery/../secret                              | REQUEST_MALFORMED
                    gallery/%2e%2e/secret                          | REQUEST_MALFORMED
                    gallery/..%2Fsecret                            | REQUEST_MALFORMED
                    gallery/..%5Csecret                            | REQUEST_MALFORMED
                    gallery?src=../secret                          | REQUEST_MALFORMED
                    gallery?src=a%2F..%2Fb                         | REQUEST_MALFORMED
                    gallery/bridge?mask=../secret                  | REQUEST_MALFORMED
                    gallery/a,b                                    | REQUEST_MALFORMED
                    gallery/a%00b                                  | REQUEST_MALFORMED
                    gallery/a%0Ab                                  | REQUEST_MALFORMED
                    gallery/bridge?text=a%00b                      | REQUEST_MALFORMED
                    gallery/bridge?src=is{a}b                      | REQUEST_MALFORMED
                    gallery/bridge?src=is{a                        | REQUEST_MALFORMED
                    gallery/bridge?$loop$                          | REQUEST_MALFORMED
                    gallery?src=card                               | REQUEST_MALFORMED
                    gallery/bridge?template=card&src=card          | REQUEST_MALFORMED
                    """)
    void refused(String request, FailureKind kind) {
        assertEquals(kind, failure(request).kind());
    }

    @Test
    void templatesInModifiersAreRefused() {
        catalogs.tenant("gallery").record("bad", "a.jpg", "template=card", "");
        assertEquals(FailureKind.REQUEST_MALFORMED, failure("gallery/bad").kind());
    }

    @Test
    void dotsInNamesAreFine() throws ServeException {
        assertEquals("a..b/...", read("gallery/a..b/...").object().path());
    }

    private ImageRequest read(String request) throws ServeException {
        int question = request.indexOf('?');
        return question < 0
                ? TestRequests.whole(request, null, catalogs)
                : TestRequests.whole(request.substring(0, question), request.substring(question + 1), catalogs);
    }

    private Failure failure(String request) {
        return assertThrows(ServeException.class, () -> read(request)).failure();
    }

    private static ImageRequest nested(ImageRequest request, int layer) {
        return assertInstanceOf(LayerSource.Nested.class, request.sources().get(layer))
                .request();
    }

    private static Object source(ImageRequest request, int layer) {
        return assertInstanceOf(LayerSource.Named.class, request.sources().get(layer))
                .object()
                .source();
    }

    private static String last(ImageRequest request, String command) {
        return request.assignments().stream()
                .filter(assignment -> assignment.command().name().equals(command))
                .reduce((first, second) -> second)
                .orElseThrow()
                .value();
    }

    private static String text(ImageRequest request) {
        return request.assignments().stream().map(RequestReaderTest::text).collect(Collectors.joining(" "));
    }

    private static String text(Assignment assignment) {
        Target target = assignment.target();
        boolean global = assignment.command().scope().isGlobal();
        String layer = global || target.equals(Target.COMPOSITE)
                ? ""
                : target.layer() + (target.isEffect() ? "!" + target.effect() + ":" : ":");
        return layer + assignment.spelling() + "=" + assignment.value();
    }

    @Test
    void theMainCatalogIsThatOfThePath() throws ServeException {
        assertEquals("gallery", read("gallery/bridge").catalog().rootId());
        assertEquals("", read("nosuch/bridge").catalog().rootId());
        assertEquals("gallery", read("gallery").catalog().get(Attributes.ROOT_PATH));
    }
}

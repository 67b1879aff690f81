package dev.understudy.iiif.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.PixelSize;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What requests of the API come to for an image of 600 x 400 pixels: the commands, and the canonical form. */
class ImageQueryTest {

    private static final ImageFacts FACTS = new ImageFacts(new PixelSize(600, 400), false, false, List.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "full/max/0/default.jpg            | wid=600&hei=400&fit=stretch,1&fmt=jpeg | full/max/0/default.jpg",
                "full/300,/0/default.jpg           | wid=300&hei=200&fit=stretch,1&fmt=jpeg | full/300,200/0/default.jpg",
                "full/,100/0/default.jpg           | wid=150&hei=100&fit=stretch,1&fmt=jpeg | full/150,100/0/default.jpg",
                "full/pct:50/0/default.jpg         | wid=300&hei=200&fit=stretch,1&fmt=jpeg | full/300,200/0/default.jpg",
                "full/300,300/0/color.webp         | wid=300&hei=300&fit=stretch,1&fmt=webp | full/300,300/0/color.webp",
                "full/!300,300/0/default.jpg       | wid=300&hei=200&fit=stretch,1&fmt=jpeg | full/300,200/0/default.jpg",
                "full/^!900,900/0/default.jpg      | wid=900&hei=600&fit=stretch,1&fmt=jpeg | full/^900,600/0/default.jpg",
                "full/^1200,/0/default.jpg         | wid=1200&hei=800&fit=stretch,1&fmt=jpeg | full/^1200,800/0/default.jpg",
                "full/%5Epct:200/0/default.jpg     | wid=1200&hei=800&fit=stretch,1&fmt=jpeg | full/^1200,800/0/default.jpg",
                "square/max/0/default.jpg          | crop=100,0,400,400&wid=400&hei=400&fit=stretch,1&fmt=jpeg | 100,0,400,400/max/0/default.jpg",
                "10,20,100,50/max/0/default.png    | crop=10,20,100,50&wid=100&hei=50&fit=stretch,1&fmt=png | 10,20,100,50/max/0/default.png",
                "500,300,200,200/max/0/default.jpg | crop=500,300,100,100&wid=100&hei=100&fit=stretch,1&fmt=jpeg | 500,300,100,100/max/0/default.jpg",
                "pct:50,50,50,50/50,/0/default.jpg | crop=300,200,300,200&wid=50&hei=33&fit=stretch,1&fmt=jpeg | 300,200,300,200/50,33/0/default.jpg",
                "0,0,600,400/max/360/default.jpg   | wid=600&hei=400&fit=stretch,1&fmt=jpeg | full/max/0/default.jpg",
                "full/300,/90/gray.jpg             | rotate=90&wid=200&hei=300&fit=stretch,1&fmt=jpeg,gray | full/300,200/90/gray.jpg",
                "full/300,/!180.0/gray.webp        | flip=lr&rotate=180&wid=300&hei=200&fit=stretch,1&op_saturation=-100&fmt=webp | full/300,200/!180/gray.webp",
                "full/300,/!90/default.jpg         | flip=lr&rotate=270&wid=200&hei=300&fit=stretch,1&fmt=jpeg | full/300,200/!90/default.jpg",
                "full/60,/22.50/default.png        | src=is{shop/bowl?wid=60&hei=40&fit=stretch,1}&rotate=22.5&scl=1&fmt=png-alpha | full/60,40/22.5/default.png",
                "full/60,/0/bitonal.tif            | src=is{shop/bowl?wid=60&hei=40&fit=stretch,1&op_saturation=-100}&scl=1&op_contrast=100&fmt=tif,gray | full/60,40/0/bitonal.tif",
            })
    void requestsBecomeCommands(String request, String query, String canonical) throws ServeException {
        ImageQuery made = ImageQuery.of(target(request), FACTS, "shop", PixelSize.NONE);
        assertEquals(query, made.query());
        assertEquals(canonical, made.canonical());
        assertEquals(query.startsWith("src=") ? "shop" : "shop/bowl", made.path());
    }

    @ParameterizedTest
    @CsvSource({
        "full/max/0/default.jpg, wid=300&hei=200&fit=stretch;1&fmt=jpeg",
        "full/^max/0/default.jpg, wid=300&hei=200&fit=stretch;1&fmt=jpeg",
        "0;0;60;40/^max/0/default.jpg, crop=0;0;60;40&wid=300&hei=200&fit=stretch;1&fmt=jpeg"
    })
    void theLargestIsWhatTheCatalogServes(String request, String query) throws ServeException {
        ImageQuery made = ImageQuery.of(target(request.replace(';', ',')), FACTS, "shop", new PixelSize(300, 300));
        assertEquals(query.replace(';', ','), made.query());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x/max/0/default.jpg",
                "0,0,0,10/max/0/default.jpg",
                "600,0,10,10/max/0/default.jpg",
                "999999999,999999999,999999999,999999999/max/0/default.jpg",
                "-1,0,10,10/max/0/default.jpg",
                "pct:100,0,10,10/max/0/default.jpg",
                "pct:a,0,10,10/max/0/default.jpg",
                "full/full/0/default.jpg",
                "full/0,/0/default.jpg",
                "full/0,100/0/default.jpg",
                "full/,/0/default.jpg",
                "full/pct:0/0/default.jpg",
                "full/pct:101/0/default.jpg",
                "full/601,/0/default.jpg",
                "full/300,401/0/default.jpg",
                "full/!0,10/0/default.jpg",
                "full/!900,900/0/default.jpg",
                "full/max/361/default.jpg",
                "full/max/-90/default.jpg",
                "full/max/1e2/default.jpg",
                "full/max/0/sepia.jpg",
                "full/max/0/default.bmp",
                "full/max/0/default",
            })
    void whatIsNoRequestIsInvalid(String request) {
        ServeException e =
                assertThrows(ServeException.class, () -> ImageQuery.of(target(request), FACTS, "shop", PixelSize.NONE));
        assertEquals(FailureKind.PARAMETER_INVALID, e.failure().kind());
    }

    @ParameterizedTest
    @CsvSource({
        "shop%2Fbowl, Base, shop/bowl",
        "shop%2fbowl/, Base, shop/bowl",
        "shop%2Fa%20b/info.json, Information, shop/a%20b",
        "bowl/full/max/0/default.jpg, Image, bowl"
    })
    void identifiersAreObjectsWhoseSlashesAreEncoded(String path, String type, String object) throws ServeException {
        IiifTarget target = IiifTarget.parse(path);
        assertEquals(type, target.getClass().getSimpleName());
        assertEquals(object, target.object());
    }

    @ParameterizedTest
    @CsvSource({
        "shop/bowl/info.json, OBJECT_UNKNOWN",
        "shop/bowl/full/max/0/default.jpg, OBJECT_UNKNOWN",
        "bowl/info.xml, OBJECT_UNKNOWN",
        "'', REQUEST_MALFORMED",
        "/info.json, REQUEST_MALFORMED"
    })
    void otherPathsLeadNowhere(String path, FailureKind kind) {
        ServeException e = assertThrows(ServeException.class, () -> IiifTarget.parse(path));
        assertEquals(kind, e.failure().kind());
    }

    private static IiifTarget.Image target(String request) throws ServeException {
        return assertInstanceOf(IiifTarget.Image.class, IiifTarget.parse("shop%2Fbowl/" + request));
    }
}

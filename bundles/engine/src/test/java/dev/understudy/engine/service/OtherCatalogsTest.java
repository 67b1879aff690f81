package dev.understudy.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.Attributes;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.serve.Forward;
import dev.understudy.testkit.catalog.TestCatalog;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients are told of a request in which several catalogs have a part, and of commands that do nothing. */
class OtherCatalogsTest {

    private final NamedImages engine = new NamedImages();
    private final TestCatalog mine = engine.catalogs
            .tenant("mine")
            .set(Attributes.ERROR_DETAIL, 3)
            .set(Attributes.ALLOW_EXPLAIN, true)
            .record("one", "one.jpg")
            .record("broken", "broken.jpg")
            .record("sharp", "one.jpg", "locale=de", "network=on")
            .macro("soft", "network=on&dpr=on");
    private final TestCatalog theirs = engine.catalogs
            .tenant("theirs")
            .record("secret", "broken.jpg")
            .record("layered", "one.jpg", "layer=1&src=other", "")
            .record("sharp", "one.jpg", "locale=fr", "");

    @BeforeEach
    void breakOne() {
        Failure failure = new Failure.Corrupt(FailureKind.SOURCE_CORRUPT, "broken", "cut short", null);
        engine.failing.put("broken.jpg", new ServeException(failure));
    }

    private int detail(String path, String query) {
        assertTrue(engine.reply(path, query, false).status() >= 400);
        return engine.errors.detail();
    }

    @Test
    void aCatalogDecidesAboutItsOwnErrors() {
        assertEquals(3, detail("mine/broken", null));
        assertEquals(3, detail("mine/one", "wid=0"));
        assertEquals(0, detail("theirs/secret", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "layer=1&src=/theirs/secret",
                "layer=0&src=is{theirs/secret?wid=20}",
                "layer=0&src=is{mine/one?layer=1&src=/theirs/secret}",
                "mask=/theirs/secret",
                "template=theirs/secret",
                "layer=1&src=/theirs/no-such-thing.jpg&wid=0",
                "layer=1&src=/theirs/layered"
            })
    void theLeastThatAllCatalogsAllowIsTold(String query) {
        assertEquals(0, detail("mine/one", query));
        theirs.set(Attributes.ERROR_DETAIL, 2);
        assertEquals(2, detail("mine/one", query));
        mine.set(Attributes.ERROR_DETAIL, 1);
        assertEquals(1, detail("mine/one", query));
    }

    @Test
    void anErrorImageTellsNoMoreThanText() {
        engine.catalogs.defaults().record("error", "", "size=100,50&text=$error.message$", "");
        mine.set(Attributes.ERROR_IMAGE, "error");
        assertEquals(
                200,
                engine.reply("mine/one", "layer=1&src=/theirs/secret", false).status());
        assertEquals(0, engine.errors.detail());
    }

    private List<String> ignored(String path, String query) {
        engine.serve(path, query, true);
        return engine.accessRecord.ignored();
    }

    @Test
    void commandsThatDoNothingAreNamedWhereverTheyStand() {
        assertEquals(List.of(), ignored("mine/one", "wid=3&glow=5"));
        assertEquals(List.of("locale"), ignored("mine/one", "locale=de&locale=fr"));
        assertEquals(List.of("locale", "network"), ignored("mine/sharp", null));
        assertEquals(List.of("dpr", "network"), ignored("mine/one", "dpr=on&network=on"));
        assertEquals(List.of(), ignored("mine/one", "dpr=on,2&network=off"));
        assertEquals(List.of("dpr", "network"), ignored("mine/one", "layer=1&src=one&$soft$"));
        assertEquals(
                List.of("network", "locale"), ignored("mine/one", "network=on&layer=1&src=is{mine/one?locale=de}"));
        assertEquals(List.of("locale", "network"), ignored("mine/one", "src=sharp"));
        assertEquals(List.of("locale"), ignored("mine/one", "locale=de&wid=0"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            layer=1&src=one&effect=-1&text=a&src=one&op_blur=3 | text,src
            layer=1&src=one&effect=1&rotate=0&rotate=3         | rotate
            pos=3,4&blendMode=mult                             | pos,blendMode
            layer=comp&posN=.1,.1                              | pos
            layer=1&src=one&textPath=M0,0L9,9&textAngle=5      | textPath,textAngle
            layer=1&text=a&textFlowPath=M0,0L9,9L9,0           | textFlowPath
            layer=1&text=a&pathAttr=reverse&textFlowXPath=M0,0 | pathAttr,textFlowXPath
            layer=1&textPs=a&textPath=M0,0L9,9&textAngle=5     | textAngle
            layer=1&textPs=a&pathAttr=reverse                  | pathAttr
            layer=1&src=one&textAttr=200                       | textAttr
            layer=1&textPs=a&textPath=M0,0L9,9&pathAttr=reverse| ''
            layer=1&text=a&textAttr=200                        | ''
            layer=1&src=one&clipXPath=M0,0L9,9L9,0             | clipXPath
            layer=comp&clipXPath=M0,0L9,9L9,0                  | clipXPath
            name=a.jpg&timeout=3                               | name,timeout
            message=a&labelKey=b&imageSet=one&type=c           | imageSet,labelKey,message,type
            req=message&message=a                              | ''
            req=set&labelKey=b&imageSet=one                    | ''
            handler=f                                          | handler
            req=props&handler=f                                | handler
            req=props,json&handler=f                           | ''
            layer=1&src=is{mine/one?name=a.jpg}                | name
            """)
    void commandsThatMeanNothingWhereTheyStandAreNamed(String query, String names) {
        assertEquals(
                names.isEmpty() ? Set.of() : Set.of(names.split(",")), Set.copyOf(ignored("mine/one", query)), query);
    }

    /** Links of clients that write out everything often have it so. */
    @Test
    void commandsThatAskForWhatIsDoneAnywayAreNotNamed() {
        String nothing =
                "blendMode=norm&iccEmbed=0&pscan=AUTO&jpegSize=0&textFlowPath=&textAngle=&quantize=adaptive,diffuse,256&pos=0,0&textAttr=72,norm,fixedRes,wrap&pathAttr=norm,0,1";
        assertEquals(List.of(), ignored("mine/one", nothing));
        assertEquals(List.of(), ignored("mine/one", "layer=1&src=is{mine/one?iccEmbed=1&quantize=web}"));
    }

    @Test
    void clientsAreToldWhereAllCatalogsAllowIt() {
        ignored("mine/one", "network=on");
        assertTrue(engine.accessRecord.ignoredIsPublic());
        ignored("mine/one", "layer=1&src=/theirs/sharp");
        assertEquals(List.of("locale"), engine.accessRecord.ignored());
        assertFalse(engine.accessRecord.ignoredIsPublic());
        ignored("theirs/sharp", null);
        assertFalse(engine.accessRecord.ignoredIsPublic());
        theirs.set(Attributes.ALLOW_EXPLAIN, true);
        ignored("mine/one", "layer=1&src=/theirs/sharp");
        assertTrue(engine.accessRecord.ignoredIsPublic());
    }

    @Test
    void forwardedRequestsAreNoException() {
        assertInstanceOf(Forward.class, engine.serve("mine/broken", "network=on", true));
        assertEquals(List.of("network"), engine.accessRecord.ignored());
        assertTrue(engine.accessRecord.ignoredIsPublic());
    }

    @AfterEach
    void close() {
        engine.close();
    }
}

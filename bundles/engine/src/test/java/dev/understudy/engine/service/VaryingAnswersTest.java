package dev.understudy.engine.service;

import static dev.understudy.serve.NegotiatedHeader.ACCEPT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.HintUse;
import dev.understudy.catalog.RecordFields;
import dev.understudy.catalog.Syntaxes;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.serve.AcceptedTypes;
import dev.understudy.serve.ClientHints;
import dev.understudy.serve.ConnectionQuality;
import dev.understudy.serve.Forward;
import dev.understudy.serve.NegotiatedHeader;
import dev.understudy.serve.Reply;
import dev.understudy.testkit.catalog.TestCatalog;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever answers a request that is suited to its client says on which headers that depends. */
class VaryingAnswersTest {

    private static final Failure DOWN = new Failure.SecondaryFailure(FailureKind.SECONDARY_DOWN, "down", null);

    private final NamedImages engine = new NamedImages().without("gone.jpg").without("lost.png");
    private final TestCatalog catalog = engine.catalogs
            .defaults()
            .record("there", "there.jpg")
            .record("gone", "gone.jpg")
            .record("default", "default.png")
            .record("lost", "lost.png")
            .record("words", "words.png", "fmt=png", "")
            .record("for-ever", "gone.jpg");

    @BeforeEach
    void setUp() {
        engine.hints = new ClientHints(AcceptedTypes.of("image/webp"), 2, ConnectionQuality.GOOD);
        catalog.set(Attributes.BFC, true);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private Set<NegotiatedHeader> varying(String path, String query) {
        return engine.reply(path, query, false).varying();
    }

    @ParameterizedTest
    @CsvSource({
        "there, wid=10",
        "there, req=props",
        "gone, wid=10",
        "gone, layer=1&src=there",
        "nowhere, wid=10",
        "there, wid=much",
        "there, layer=nosuch",
    })
    void answersOfEveryKind(String path, String query) {
        assertEquals(Set.of(ACCEPT), varying(path, query));
        assertEquals(Set.of(), varying(path, query + "&bfc=off"));
        assertEquals(Set.of(), varying(path, query + "&req=exists"));
    }

    @ParameterizedTest
    @CsvSource({"default, lost", "lost, words", "lost, lost"})
    void standIns(String defaultImage, String errorImage) {
        catalog.set(Attributes.DEFAULT_IMAGE, defaultImage).set(Attributes.ERROR_IMAGE, errorImage);
        assertEquals(Set.of(ACCEPT), varying("gone", "wid=10"));
        assertEquals(Set.of(), varying("gone", "wid=10&fmt=gif&bfc=off"));
    }

    @Test
    void anErrorImageInAFormatOfItsOwn() {
        catalog.set(Attributes.ERROR_IMAGE, "words");
        assertEquals(Set.of(ACCEPT), varying("gone", "fmt=gif"));
        assertEquals(
                "webp",
                engine.answered.get(engine.answered.size() - 1).image().output().format());
    }

    @Test
    void defaultImagesAreSuitedToTheClientToo() {
        catalog.set(Attributes.DEFAULT_IMAGE, "default");
        engine.reply("gone", "wid=10", false);
        assertEquals(
                "webp",
                engine.answered.get(engine.answered.size() - 1).image().output().format());
        engine.reply("gone", "wid=10&bfc=off", false);
        assertEquals(
                "jpeg",
                engine.answered.get(engine.answered.size() - 1).image().output().format());
    }

    @Test
    void errorImagesAreNoLargerForTheClient() {
        catalog.set(Attributes.ERROR_IMAGE, "words").set(Attributes.CLIENT_HINTS, HintUse.ALWAYS);
        engine.reply("gone", "wid=10", false);
        assertEquals(
                10,
                engine.answered
                        .get(engine.answered.size() - 1)
                        .image()
                        .view()
                        .scaling()
                        .width());
    }

    @Test
    void forwardsAndWhatAnswersInstead() {
        Forward forward = assertInstanceOf(Forward.class, engine.serve("gone", "wid=10", true));
        assertEquals(Set.of(ACCEPT), forward.varying());
        Reply text = forward.onNoResponse().apply(DOWN);
        assertEquals(Set.of(ACCEPT), text.varying());
        catalog.set(Attributes.CLIENT_HINTS, HintUse.ALWAYS);
        forward = assertInstanceOf(Forward.class, engine.serve("gone", "wid=10", true));
        assertEquals(EnumSet.allOf(NegotiatedHeader.class), forward.varying());
    }

    /** A cache may ask for all formats that it has at once; it must not be told that any of them will do. */
    @Test
    void whatNeverExpiresIsLookedAtWhereItDependsOnTheClient() {
        catalog.record("for-ever").set(RecordFields.EXPIRATION, Syntaxes.NEVER_EXPIRES);
        engine.revalidation = true;
        assertEquals(403, engine.reply("for-ever", "wid=10", false).status());
        assertEquals(304, engine.reply("for-ever", "wid=10&bfc=off", false).status());
    }
}

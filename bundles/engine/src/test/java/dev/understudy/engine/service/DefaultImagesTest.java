package dev.understudy.engine.service;

import static dev.understudy.engine.service.EngineSetup.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.Attributes;
import dev.understudy.failure.FailureKind;
import dev.understudy.protocol.command.CacheChoice;
import dev.understudy.protocol.command.CacheChoice.ServerCache;
import dev.understudy.serve.Forward;
import dev.understudy.serve.Freshness;
import dev.understudy.serve.Reply;
import dev.understudy.serve.StandIn;
import dev.understudy.testkit.catalog.TestCatalog;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which default image stands in, and for what, where requests are nested, and where another reply than an image is wanted. */
class DefaultImagesTest {

    private static final StandIn STAND_IN = new StandIn(StandIn.Kind.DEFAULT_IMAGE, FailureKind.SOURCE_MISSING);

    private final NamedImages engine = new NamedImages().without("gone.jpg").without("lost.jpg");
    private final TestCatalog shop = engine.catalogs
            .tenant("shop")
            .record("there", "there.jpg")
            .record("gone", "gone.jpg")
            .record("lost", "lost.jpg")
            .record("own", "own.png");
    private final TestCatalog gallery = engine.catalogs
            .tenant("gallery")
            .record("hung", "hung.jpg")
            .record("gone", "gone.jpg")
            .record("frame", "frame.png");

    @AfterEach
    void close() {
        engine.close();
    }

    /** In mode 0 the whole reply, in mode 1 the place of the missing image. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "layer=1&src=is{shop/gone?defaultImage=own}                           | own.png       | there.jpg,own.png",
                "layer=1&src=is{gallery/gone}                                         | frame.png     | there.jpg,frame.png",
                "layer=1&src=is{gallery/gone}&req=tmb                                 | frame.png     | there.jpg,frame.png",
                "src=is{gallery/gone}&layer=1&src=there&req=tmb                       | frame.png     | frame.png,there.jpg",
                "layer=1&src=is{gallery/gone?defaultImage=shop/own}                   | own.png       | there.jpg,own.png",
                "layer=1&src=is{gallery/gone?defaultImage=}&defaultImage=own          | own.png       | there.jpg,own.png",
                "layer=1&src=is{gallery/gone}&defaultImage=own                        | frame.png     | there.jpg,frame.png",
                "layer=1&src=is{shop/gone}&defaultImage=own                           | own.png       | there.jpg,own.png",
                "layer=1&src=is{shop/there?layer=1&src=is{gallery/gone}}              | frame.png     | there.jpg,frame.png",
                "layer=1&src=is{gallery/hung?layer=1&src=is{shop/gone}}               | frame.png     | there.jpg,hung.jpg,frame.png",
                "layer=1&src=is{?src=gone&defaultImage=own}                           | own.png       | there.jpg,own.png",
                "layer=1&src=gone&layer=2&src=is{gallery/gone}&defaultImage=own       | own.png       | there.jpg,own.png,frame.png",
                "layer=1&src=is{gallery/gone}&layer=2&src=is{lost?defaultImage=own}   | frame.png     | there.jpg,frame.png,own.png",
            })
    void aNestedRequestHasItsOwn(String query, String whole, String layers) {
        gallery.set(Attributes.DEFAULT_IMAGE, "frame");
        Reply reply = engine.reply("shop/there", query, false);
        assertEquals(whole, text(reply));
        assertEquals(STAND_IN, reply.standIn());
        shop.set(Attributes.DEFAULT_IMAGE_MODE, 1);
        reply = engine.reply("shop/there", query, false);
        assertEquals(layers, text(reply));
        assertEquals(STAND_IN, reply.standIn());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void whereNoneBelongsToTheMissingImageNoneStandsIn(int mode) {
        shop.set(Attributes.DEFAULT_IMAGE_MODE, mode);
        String nested = "layer=1&src=is{there?defaultImage=own}&layer=2&src=";
        assertEquals("source.missing", text(engine.reply("shop/there", nested + "gone", false)));
        assertEquals("source.missing", text(engine.reply("shop/there", nested + "is{gone}", false)));
        assertEquals(
                mode == 0 ? "own.png" : "source.missing",
                text(engine.reply("shop/gone", "layer=1&src=is{gone?defaultImage=own}", false)),
                "the same file in two places, one of which has a default image");
        assertTrue(engine.answered.size() <= 6, engine.answered.toString());
    }

    @Test
    void aSecondaryServerGoesBeforeIt() {
        String query = "layer=1&src=is{shop/gone?defaultImage=own}";
        assertInstanceOf(Forward.class, engine.serve("shop/there", query, true));
    }

    @Test
    void whoWantsAMaskGetsNoImageInItsPlace() {
        for (int mode = 0; mode <= 1; mode++) {
            shop.set(Attributes.DEFAULT_IMAGE_MODE, mode)
                    .set(Attributes.DEFAULT_IMAGE, "own")
                    .set(Attributes.ERROR_IMAGE, "own");
            Reply reply = engine.reply("shop/gone", "req=mask", false);
            assertEquals(new StandIn(StandIn.Kind.TEXT, FailureKind.SOURCE_MISSING), reply.standIn());
            assertEquals(403, reply.status());
            assertEquals("own.png", text(engine.reply("shop/gone", "req=tmb", false)));
            assertEquals("parameter.invalid", text(engine.reply("shop/there", "req=mask&wid=x", false)));
        }
        assertInstanceOf(Forward.class, engine.serve("shop/gone", "req=mask", true));
    }

    @ParameterizedTest
    @CsvSource({
        "'', true, ON",
        "off, false, OFF",
        "'off,on', false, ON",
        "'on,off', true, OFF",
        "update, true, UPDATE",
        "validate, true, VALIDATE",
    })
    void whatIsSaidOfCachingHoldsForItToo(String cache, boolean client, ServerCache server) {
        String query = cache.isEmpty() ? "" : "cache=" + cache;
        Freshness expected = client ? Freshness.of(Duration.ofHours(1)) : Freshness.NO_STORE;
        shop.set(Attributes.DEFAULT_IMAGE, "own");
        for (int mode = 0; mode <= 1; mode++) {
            shop.set(Attributes.DEFAULT_IMAGE_MODE, mode);
            assertEquals(expected, engine.reply("shop/gone", query, false).freshness());
            int last = engine.answered.size() - 1;
            assertEquals(
                    new CacheChoice(client, server), engine.answered.get(last).cache(), "mode " + mode);
        }
    }

    @Test
    void anErrorImageIsNotKeptByAClientThatIsToKeepNothing() {
        shop.set(Attributes.ERROR_IMAGE, "own").set(Attributes.ERROR_EXPIRATION, Duration.ofSeconds(30));
        assertEquals(
                Freshness.of(Duration.ofSeconds(30)),
                engine.reply("shop/gone", "", false).freshness());
        assertEquals(
                Freshness.NO_STORE,
                engine.reply("shop/gone", "cache=off", false).freshness());
    }
}

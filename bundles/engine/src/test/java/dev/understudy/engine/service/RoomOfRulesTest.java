package dev.understudy.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.IpAddresses;
import dev.understudy.image.PixelSize;
import dev.understudy.observe.AccessRecord;
import dev.understudy.serve.Reply;
import dev.understudy.serve.StandIn;
import dev.understudy.testkit.catalog.TestCatalog;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A larger size that a rule allows for the object in the path is not that of others, by whatever way they come into the image. */
class RoomOfRulesTest {

    private static final InetAddress CLIENT = IpAddresses.parse("203.0.113.9");

    @TempDir
    private Path folder;

    private final TestCatalogs catalogs = new TestCatalogs();
    private final TestCatalog shop = catalogs.tenant("shop")
            .record("open", "open")
            .record("open-gone", "nothing")
            .record("secret", "secret");
    private Engine engine;

    @BeforeEach
    void begin() throws Exception {
        shop.set(Attributes.MAX_PIX, new PixelSize(30, 30))
                .ruled("<rule MaxPix='90,90' WaterMark=''><expression>^shop/open</expression></rule>"
                        + "<rule Expiration='1'><expression>^shop/</expression></rule>");
        TestImages images = new TestImages(Files.write(folder.resolve("image"), new byte[100])).without("nothing");
        engine = EngineSetup.engine(images);
    }

    @AfterEach
    void end() {
        engine.close();
    }

    private Reply ask(String target) {
        return assertInstanceOf(
                Reply.class, engine.serve(EngineSetup.call(target, CLIENT, catalogs, new AccessRecord())));
    }

    @Test
    void requestsWithinHaveTheirOwnRoomThoughRulesGiveThemOtherValues() {
        assertNull(ask("shop/open?wid=80&hei=80").standIn());
        assertEquals("size.limit", EngineSetup.text(ask("shop/open?wid=80&hei=80&layer=1&src=is{shop/secret}")));
        assertNull(ask("shop/open?wid=30&hei=30&layer=1&src=is{shop/secret}").standIn());
    }

    @Test
    void aDefaultImageThatAClientNamesDoesNotBecomePartOfALargerImage() {
        shop.set(
                Attributes.DEFAULT_IMAGE_MODE,
                Attributes.DEFAULT_IMAGE_MODE.syntax().parse("1"));
        assertEquals(
                StandIn.Kind.DEFAULT_IMAGE,
                ask("shop/open-gone?wid=30&hei=30&defaultImage=open").standIn().kind());
        StandIn standIn =
                ask("shop/open-gone?wid=80&hei=80&defaultImage=secret").standIn();
        assertTrue(standIn != null);
        assertNotEquals(StandIn.Kind.DEFAULT_IMAGE, standIn.kind());
    }
}

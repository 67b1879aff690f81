package dev.understudy.itest.process;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.itest.container.Client;
import dev.understudy.itest.container.ProcessServer;
import dev.understudy.itest.container.Response;
import dev.understudy.itest.container.Setup;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A server and its secondary, which has an image and a document that the first one lacks. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesIT {

    private static final String MISSING = "/is/image/gallery/missing?wid=200";

    private static ProcessServer primary;
    private static ProcessServer secondary;

    @BeforeAll
    static void start() throws IOException {
        Setup second = Setup.brief("secondary");
        Files.createDirectories(second.images().resolve("gallery/lost"));
        Files.copy(
                second.images().resolve("gallery/mountains.jpg"),
                second.images().resolve("gallery/lost/sunrise.jpg"));
        Files.createDirectories(second.content().resolve("gallery/lost"));
        Files.writeString(second.content().resolve("gallery/lost/leaflet.pdf"), "%PDF found");
        Setup first = Setup.brief("primary").with("UNDERSTUDY_SECONDARY", "http://127.0.0.1:" + second.port());
        secondary = ProcessServer.launchFelix(second);
        primary = ProcessServer.launchFelix(first);
        secondary.awaitReadiness();
        primary.awaitReadiness();
    }

    @AfterAll
    static void stop() {
        primary.close();
        secondary.close();
    }

    @Test
    @Order(1)
    void anImageThatIsMissingHereComesFromThere() {
        Response there = client(secondary).get(MISSING);
        Response here = client(primary).get(MISSING);
        assertAll(
                () -> assertEquals(200, here.status(), here::toString),
                () -> assertEquals("secondary; code=source.missing", here.header("Understudy-StandIn")),
                () -> assertEquals("image/jpeg", here.type()),
                () -> assertArrayEquals(there.body(), here.body()),
                () -> assertEquals(200, here.image().getWidth()));
    }

    @Test
    @Order(1)
    void soDoesADocument() {
        Response here = client(primary).get("/is/content/gallery/lost-leaflet");
        assertEquals(200, here.status(), here::toString);
        assertEquals("secondary; code=static.missing", here.header("Understudy-StandIn"));
        assertEquals("%PDF found", here.text());
    }

    @Test
    @Order(1)
    void whatTheSecondarySaysIsPassedOn() {
        Response there = client(secondary).get("/is/image/gallery/broken");
        Response here = client(primary).get("/is/image/gallery/broken");
        assertEquals(there.status(), here.status());
        assertEquals("secondary; code=source.corrupt", here.header("Understudy-StandIn"), here::toString);
    }

    @Test
    @Order(1)
    void whatIsInNoCatalogStaysHere() {
        Response here = client(primary).get("/is/image/gallery/no-such-picture");
        assertEquals("error-image; code=object.unknown", here.header("Understudy-StandIn"), here::toString);
    }

    @Test
    @Order(2)
    void aSecondaryThatIsGoneIsSaidInWords() {
        secondary.kill();
        Response response = client(primary).get(MISSING);
        assertAll(
                () -> assertEquals(502, response.status(), response::toString),
                () -> assertEquals("text; code=secondary.unreachable", response.header("Understudy-StandIn")),
                () -> assertEquals("text/plain", response.type().replaceAll(";.*", "")),
                () -> assertEquals("no-store", response.header("Cache-Control")));
        assertEquals(200, client(primary).get("/is/image/gallery/bridge?wid=90").status());
    }

    private static Client client(ProcessServer server) {
        return server.client();
    }
}

package dev.understudy.itest.protocol;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.itest.container.Client;
import dev.understudy.itest.container.Response;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

/** One look at each kind of answer; the details are in the conformance table. */
abstract class ProtocolChecks {

    abstract Client client();

    @Test
    void anImage() {
        Response response = client().get("/is/image/gallery/bridge");
        assertImage(response, "image/jpeg", 800, 450);
        assertEquals("*", response.header("Access-Control-Allow-Origin"));
    }

    @Test
    void aResizedImage() {
        assertImage(client().get("/is/image/gallery/bridge?wid=400"), "image/jpeg", 400, 225);
        assertImage(client().get("/is/image/gallery/bridge?wid=120&hei=90&fit=crop&fmt=png"), "image/png", 120, 90);
    }

    @Test
    void aPreset() {
        assertImage(client().get("/is/image/gallery/mountains?$large$"), "image/jpeg", 1200, 900);
        assertImage(client().get("/is/image/shop/brushes?$listing$"), "image/jpeg", 300, 300);
    }

    @Test
    void imagesOfEveryFormat() {
        assertAll(
                () -> assertImage(client().get("/is/image/gallery/brook?wid=300"), "image/jpeg", 300, 200),
                () -> assertImage(client().get("/is/image/gallery/hills-cmyk?wid=400"), "image/jpeg", 400, 267),
                () -> assertImage(client().get("/is/image/gallery/sunset"), "image/jpeg", 300, 200),
                () -> assertImage(client().get("/is/image/shop/lamp?wid=320"), "image/jpeg", 320, 240),
                () -> assertImage(client().get("/is/image/shop/clock?wid=200"), "image/jpeg", 200, 150),
                () -> assertImage(client().get("/is/image/shop/swatch-red?wid=96"), "image/jpeg", 96, 64));
    }

    @Test
    void webpIsWritten() {
        Response response = client().get("/is/image/gallery/bridge?wid=200&fmt=webp");
        assertEquals(200, response.status(), response::toString);
        assertEquals("image/webp", response.type());
        assertEquals("RIFF", response.text().substring(0, 4));
    }

    @Test
    void aTemplateWithItsOwnText() {
        assertImage(
                client().get("/is/image/gallery/postcard?$title=See+you+soon&$photo=hills&wid=600"),
                "image/jpeg",
                600,
                450);
    }

    @Test
    void theDefaultImage() {
        Response response = client().get("/is/image/shop/sold-out?wid=300");
        assertImage(response, "image/jpeg", 300, 300);
        assertStandIn("default-image; code=source.missing", response);
    }

    @Test
    void theErrorImage() {
        Response response = client().get("/is/image/gallery/missing");
        assertImage(response, "image/jpeg", 600, 400);
        assertStandIn("error-image; code=source.missing", response);
        assertEquals("no-store", response.header("Cache-Control"));
    }

    @Test
    void anErrorInWords() {
        Response response = client().get("/is/image/shop?src=gallery/broken");
        assertEquals(403, response.status(), response::toString);
        assertEquals("text/plain;charset=utf-8", response.type().toLowerCase().replace(" ", ""));
        assertStandIn("text; code=source.corrupt", response);
    }

    @Test
    void whetherAnImageExists() {
        Response there = client().get("/is/image/gallery/bridge?req=exists");
        Response missing = client().get("/is/image/gallery/no-such-picture?req=exists");
        assertTrue(there.text().contains("catalogRecord.exists=1"), there::toString);
        assertTrue(missing.text().contains("catalogRecord.exists=0"), missing::toString);
    }

    @Test
    void whoItIs() {
        Response response = client().get("/is/image?req=exists");
        assertEquals(200, response.status(), response::toString);
        assertTrue(response.text().startsWith("#S7Z OK"), response::toString);
    }

    @Test
    void anImageIsNotSentTwice() {
        Response first = client().get("/is/image/gallery/bridge?wid=401");
        Response again = client().get("/is/image/gallery/bridge?wid=401", "If-None-Match", first.header("ETag"));
        assertEquals(200, first.status());
        assertEquals(304, again.status(), again::toString);
        assertEquals(0, again.body().length);
    }

    @Test
    void theHeadAlone() {
        Response head = client().send("HEAD", "/is/image/gallery/bridge?wid=402");
        Response full = client().get("/is/image/gallery/bridge?wid=402");
        assertEquals(200, head.status());
        assertEquals(0, head.body().length);
        assertEquals(full.header("Content-Length"), head.header("Content-Length"));
        assertEquals(full.header("ETag"), head.header("ETag"));
    }

    @Test
    void theSameRequestGivesTheSameImage() {
        byte[] first = client().get("/is/image/gallery/dandelion?wid=333").body();
        assertArrayEquals(
                first, client().get("/is/image/gallery/dandelion?wid=333").body());
    }

    @Test
    void staticContent() {
        Response record = client().get("/is/content/shop/price-list");
        Response path = client().get("/is/content/gallery/about.txt");
        assertEquals(200, record.status(), record::toString);
        assertEquals("%PDF", record.text().substring(0, 4));
        assertEquals(200, path.status(), path::toString);
        assertTrue(path.type().startsWith("text/plain"), path::toString);
    }

    @Test
    void missingStaticContent() {
        Response response = client().get("/is/content/gallery/lost-leaflet");
        assertEquals(403, response.status(), response::toString);
        assertStandIn("text; code=static.missing", response);
    }

    @Test
    void itsHealth() {
        Response response = client().get("/health");
        assertEquals(200, response.status(), response::toString);
        assertTrue(response.text().contains("gallery"), response::toString);
        assertTrue(response.text().contains("shop"), response::toString);
    }

    @Test
    void whatIsNotHere() {
        assertEquals(404, client().get("/elsewhere").status());
    }

    private static void assertImage(Response response, String type, int width, int height) {
        assertEquals(200, response.status(), response::toString);
        assertEquals(type, response.type(), response::toString);
        BufferedImage image = response.image();
        assertEquals(width + " x " + height, image.getWidth() + " x " + image.getHeight(), response::target);
    }

    private static void assertStandIn(String expected, Response response) {
        assertEquals(expected, response.header("Understudy-StandIn"), response::toString);
    }
}

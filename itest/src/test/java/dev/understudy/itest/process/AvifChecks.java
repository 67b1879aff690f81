package dev.understudy.itest.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.itest.container.Client;
import dev.understudy.itest.container.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What a server does with {@code fmt=avif}, with the plug-in and without. */
final class AvifChecks {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String REQUEST = "/is/image/shop/brushes?wid=120&fmt=avif&defaultImage=";

    private AvifChecks() {}

    static void assertRefused(Client client) {
        Response refused = client.get(REQUEST);
        assertEquals("text; code=request.unsupported", refused.header("Understudy-StandIn"));
        assertTrue(
                refused.text()
                        .contains("fmt=avif is not supported; these are: eps, gif, gif-alpha, jpeg, pdf, pjpeg, png,"),
                refused::text);
    }

    static void awaitRefused(Client client) {
        client.await(
                REQUEST,
                SOON,
                response -> "text; code=request.unsupported".equals(response.header("Understudy-StandIn")));
        assertRefused(client);
    }

    /** Waits until there is AVIF; opaque and with opacity, and two requests for the same are the same bytes. */
    static void awaitWritten(Client client) {
        client.await(REQUEST, SOON, response -> "image/avif".equals(response.type()));
        Response written = client.get(REQUEST);
        assertEquals("image/avif", written.type());
        assertEquals("ftypavif", new String(written.body(), 4, 8, StandardCharsets.ISO_8859_1));
        Response alpha = client.get("/is/image/shop/bowl-cutout?wid=90&fmt=avif-alpha");
        assertEquals("image/avif", alpha.type(), alpha::text);
        assertTrue(new String(alpha.body(), StandardCharsets.ISO_8859_1).contains("auxiliary:alpha"));
        Response other = client.get(REQUEST + "&qlt=30");
        assertTrue(other.body().length < written.body().length, other.body().length + " bytes");
    }
}

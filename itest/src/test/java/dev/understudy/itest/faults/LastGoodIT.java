package dev.understudy.itest.faults;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.understudy.itest.container.Client;
import dev.understudy.itest.container.ProcessServer;
import dev.understudy.itest.container.Response;
import dev.understudy.itest.container.Setup;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Row 18: images that were served, and whose sources go or break. One server, and a second one on the same folders. */
class LastGoodIT {

    private static final String IMAGE = "/is/image/kept/image?wid=40&fmt=png";
    private static final String DEFAULTED = "/is/image/kept/image?wid=41&fmt=png";
    private static final Duration SOON = Duration.ofSeconds(10);

    @Test
    @DisplayName("18: images that were served, and whose sources go or break")
    void areServedAsTheyWere() throws IOException {
        Setup setup = AccessRecords.readable(Setup.brief("last-good"))
                .setting("dev.understudy.catalog", "catalog.refreshInterval", "100")
                .setting("dev.understudy.catalog", "catalog.modificationWaitTime", "100");
        FaultTenant tenant = new FaultTenant(setup, "kept");
        tenant.create(Color.GREEN, "StaleIfError=1\nDefaultImage=default\nUseLastModified=1\n", "");
        Response good;
        try (ProcessServer server = ProcessServer.felix(setup)) {
            Client client = server.client();
            tenant.awaitLoaded(client);
            good = client.get(IMAGE);
            assertEquals(200, good.status(), good::toString);
            breakAndRestore(tenant, client, good);
            replaceBySound(tenant, client, good);
            tenant.restoreFiles(Color.GREEN);
            client.await(IMAGE, SOON, response -> response.header("ETag").equals(good.header("ETag")));
        }
        Files.delete(tenant.file(FaultTenant.IMAGE));
        try (ProcessServer server = ProcessServer.felix(setup)) {
            Client client = server.client();
            tenant.awaitLoaded(client);
            assertStale("source.missing", good, client.get(IMAGE));
            withSecondaryThatIsDown(tenant, client, good);
        }
    }

    private static void breakAndRestore(FaultTenant tenant, Client client, Response good) throws IOException {
        for (Breakage breakage : new Breakage[] {
            Breakage.delete(FaultTenant.IMAGE),
            Breakage.write(FaultTenant.IMAGE, () -> new byte[0]),
            Breakage.cut(FaultTenant.IMAGE, 60, () -> FaultImages.png(80, 60, Color.GREEN)),
            Breakage.folder(FaultTenant.IMAGE),
            FaultTenant::removeRoot
        }) {
            breakage.apply(tenant);
            Response stale = client.await(
                    IMAGE,
                    SOON,
                    response -> !response.header("Understudy-StandIn").isEmpty());
            String code = stale.header("Understudy-StandIn").replaceFirst(".*code=", "");
            assertStale(code, good, stale);
            Response known = client.get(IMAGE, "If-None-Match", good.header("ETag"));
            assertEquals(304, known.status(), known::toString);
            Response other = client.get(DEFAULTED);
            assertNotEquals("stale; code=" + code, other.header("Understudy-StandIn"), other::toString);
            tenant.restoreFiles(Color.GREEN);
            client.await(
                    IMAGE,
                    SOON,
                    response -> response.status() == 200
                            && response.header("Understudy-StandIn").isEmpty());
        }
    }

    /** A file that is another and sound is never shown as it was. */
    private static void replaceBySound(FaultTenant tenant, Client client, Response good) throws IOException {
        tenant.restoreFiles(Color.BLUE);
        Response changed =
                client.await(IMAGE, SOON, response -> !response.header("ETag").equals(good.header("ETag")));
        assertEquals("", changed.header("Understudy-StandIn"), changed::toString);
        assertEquals(Color.BLUE.getRGB(), changed.image().getRGB(20, 15));
    }

    private static void withSecondaryThatIsDown(FaultTenant tenant, Client client, Response good) throws IOException {
        tenant.writeAttributes("StaleIfError=1\nErrorRedirectRootUrl=http://127.0.0.1:" + Setup.freePort() + "\n");
        Response stale = client.await(
                IMAGE, SOON, response -> response.header("Cache-Control").equals("no-store"));
        assertEquals("stale; code=source.missing", stale.header("Understudy-StandIn"), stale::toString);
        assertArrayEquals(good.body(), stale.body());
        tenant.writeAttributes("DefaultImage=default\n");
        client.await(
                IMAGE, SOON, response -> response.header("Understudy-StandIn").startsWith("default-image"));
    }

    private static void assertStale(String code, Response good, Response stale) {
        assertEquals(200, stale.status(), stale::toString);
        assertEquals("stale; code=" + code, stale.header("Understudy-StandIn"), stale::toString);
        assertEquals(good.header("ETag"), stale.header("ETag"), stale::toString);
        assertEquals("max-age=60", stale.header("Cache-Control"), stale::toString);
        assertEquals("", stale.header("Warning"), stale::toString);
        assertEquals("", stale.header("Last-Modified"), stale::toString);
        assertArrayEquals(good.body(), stale.body());
    }
}

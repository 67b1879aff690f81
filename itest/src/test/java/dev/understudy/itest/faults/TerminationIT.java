package dev.understudy.itest.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.understudy.itest.container.ProcessServer;
import dev.understudy.itest.container.Setup;
import dev.understudy.itest.helper.DecoderDesk;
import dev.understudy.itest.helper.Mood;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Row 45: a server that is asked to end. */
class TerminationIT {

    private static final String LAST_REQUEST = "/is/image/slow/picture?wid=40&fmt=png";

    @Test
    @DisplayName("45: SIGTERM, plain Felix")
    void felix() throws IOException {
        endsInOrder("ended-felix", ProcessServer::launchFelix);
    }

    @Test
    @DisplayName("45: SIGTERM, Karaf")
    void karaf() throws IOException {
        assumeTrue(ProcessServer.canRunKaraf(), "Karaf does not run on this Java");
        endsInOrder("ended-karaf", ProcessServer::launchKaraf);
    }

    /** It says that it is not ready, takes nobody in, finishes what it has begun, and then has not failed. */
    private static void endsInOrder(String name, Function<Setup, ProcessServer> launch) throws IOException {
        Tenant tenant = new Tenant(FaultServers.prepared(Setup.fresh(name)), "slow");
        tenant.create(LocalFaults.HERE, "", "");
        Breakage.write(Tenant.PICTURE, Mood.WAITS).apply(tenant);
        int port = tenant.setup().port();
        try (ProcessServer server = FaultServers.ready(launch.apply(tenant.setup()));
                KeptConnection inFlight = KeptConnection.open(port);
                KeptConnection watch = KeptConnection.open(port);
                KeptConnection desk = KeptConnection.open(port)) {
            assertEquals(200, watch.get("/health").status());
            desk.get(DecoderDesk.MOUNT + "/hold");
            inFlight.send(LAST_REQUEST);
            new Decoding(server.client()).awaitUnderWay(1);

            server.askToEnd();
            awaitRefusal(port);
            KeptConnection.Reply health = watch.get("/health");
            assertEquals(503, health.status(), health.head());
            assertTrue(server.isRunning(), "ended before its last request");

            desk.get(DecoderDesk.MOUNT + "/release");
            KeptConnection.Reply last = inFlight.receive();
            assertEquals(200, last.status(), last.head());
            assertTrue(Pictures.isPlain(ImageIO.read(new ByteArrayInputStream(last.body())), LocalFaults.HERE));
            assertEquals(0, server.awaitExit());
            AccessRecords.Entry entry = new AccessRecords(tenant.setup()).await("GET", LAST_REQUEST);
            assertEquals(0, entry.processingStatus(), entry::toString);
        }
    }

    private static void awaitRefusal(int port) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < 20_000_000_000L) {
            try (KeptConnection taken = KeptConnection.open(port)) {
                Clients.pause();
            } catch (IOException refused) {
                return;
            }
        }
        assertThrows(IOException.class, () -> KeptConnection.open(port).close(), "new connections are taken");
    }
}

package dev.understudy.itest.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.understudy.itest.container.ProcessServer;
import dev.understudy.itest.container.Response;
import dev.understudy.itest.container.Setup;
import dev.understudy.itest.helper.DecoderControl;
import dev.understudy.itest.helper.FaultMode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Row 45: a server that is asked to end. */
class TerminationIT {

    private static final int HANGING = 500;
    private static final String LONG = "600000";
    private static final Duration DRAIN = Duration.ofSeconds(2);
    /** For all that is not waiting for requests. */
    private static final Duration REST = Duration.ofSeconds(8);

    private static final String LAST_REQUEST = "/is/image/slow/image?wid=40&fmt=png";

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

    /** Has a server end that says it is not ready, takes nobody in, finishes what it has begun, and exits with 0. */
    private static void endsInOrder(String name, Function<Setup, ProcessServer> launch) throws IOException {
        FaultTenant tenant = new FaultTenant(FaultServers.prepared(Setup.brief(name)), "slow");
        tenant.create(LocalFaults.HERE, "", "");
        Breakage.write(FaultTenant.IMAGE, FaultMode.WAITS).apply(tenant);
        int port = tenant.setup().port();
        try (ProcessServer server = FaultServers.ready(launch.apply(tenant.setup()));
                KeptConnection inFlight = KeptConnection.open(port);
                KeptConnection watch = KeptConnection.open(port);
                KeptConnection desk = KeptConnection.open(port)) {
            assertEquals(200, watch.get("/health").status());
            desk.get(DecoderControl.MOUNT + "/hold");
            inFlight.send(LAST_REQUEST);
            new DecodingControl(server.client()).awaitUnderWay(1);

            server.askToEnd();
            awaitRefusal(port);
            KeptConnection.KeptReply health = watch.get("/health");
            assertEquals(503, health.status(), health.head());
            assertTrue(server.isRunning(), "ended before its last request");

            desk.get(DecoderControl.MOUNT + "/release");
            KeptConnection.KeptReply last = inFlight.receive();
            assertEquals(200, last.status(), last.head());
            assertTrue(FaultImages.isPlain(ImageIO.read(new ByteArrayInputStream(last.body())), LocalFaults.HERE));
            assertEquals(0, server.awaitExit());
            AccessRecords.Entry entry = new AccessRecords(tenant.setup()).await("GET", LAST_REQUEST);
            assertEquals(0, entry.processingStatus(), entry::toString);
        }
    }

    @Test
    @DisplayName("45: SIGTERM while 500 requests wait for a secondary server that says nothing")
    void whileForwardsHang() throws IOException {
        Setup setup = Setup.brief("ended-hanging")
                .with("UNDERSTUDY_SECONDARY_CONNECT_TIMEOUT", LONG)
                .with("UNDERSTUDY_SECONDARY_SOCKET_TIMEOUT", LONG)
                .setting("dev.understudy.http", "drain.timeout", Long.toString(DRAIN.toMillis()));
        try (ServerSocket silent = new ServerSocket(0, HANGING, InetAddress.getLoopbackAddress());
                ProcessServer server = ProcessServer.felix(
                        setup.with("UNDERSTUDY_SECONDARY", "http://127.0.0.1:" + silent.getLocalPort()));
                HangingForwards forwards = HangingForwards.begin(server, HANGING)) {
            assertTrue(forwards.waiting() >= HANGING / 2, "those that are let in are few");
            Response local = server.client().get("/is/image/gallery/bridge?wid=61");
            assertEquals(200, local.status(), local::toString);

            long start = System.nanoTime();
            assertEquals(0, server.terminate());
            Duration taken = Duration.ofNanos(System.nanoTime() - start);
            assertTrue(taken.compareTo(DRAIN.plus(REST)) < 0, () -> "ended after " + taken);
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

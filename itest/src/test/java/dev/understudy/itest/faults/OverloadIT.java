package dev.understudy.itest.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.itest.container.Client;
import dev.understudy.itest.container.ProcessServer;
import dev.understudy.itest.container.Response;
import dev.understudy.itest.container.Setup;
import dev.understudy.itest.faults.LocalFault.Outcome;
import dev.understudy.itest.helper.FaultMode;
import java.awt.Color;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Rows 14 and 48: permits and memory run out, and decoders that do not come back. On a server with little of everything, and
 * with a secondary that would answer nothing: whatever were forwarded would show.
 */
class OverloadIT {

    private static final Outcome BUSY = new Outcome("server.overloaded", 503, "Server is busy", 4);
    private static final Outcome TOO_LARGE = new Outcome("size.limit", 403, "Image is too large", 2);

    private static final String ENGINE = "dev.understudy.engine";
    private static final int PLACES = 6;
    private static final int DEADLINE_MILLIS = 3000;
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final String IMAGE = "/is/image/%s/image?fmt=png&wid=";

    private static ProcessServer server;
    private static AccessRecords records;
    private static int requests = 100;

    @BeforeAll
    static void start() throws IOException {
        Setup setup = FaultServers.prepared(Setup.fresh("overload"))
                .with("UNDERSTUDY_SECONDARY", "http://127.0.0.1:9")
                .with("JAVA_OPTS", "-Xmx256m")
                .setting(ENGINE, "renders", "2")
                .setting(ENGINE, "queue", Integer.toString(PLACES))
                .setting(ENGINE, "memory", "64")
                .setting(ENGINE, "deadline", Integer.toString(DEADLINE_MILLIS));
        for (FaultColumn column : FaultColumn.values()) {
            tenant(setup, column).create(LocalFaults.HERE, column.attributes(), "");
        }
        new FaultTenant(setup, "other").create(LocalFaults.HERE, "", "");
        server = FaultServers.ready(ProcessServer.launchFelix(setup));
        records = new AccessRecords(setup);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void release() {
        decoding().release();
        decoding().awaitUnderWay(0);
    }

    @ParameterizedTest(name = "14: no permits left, {0}")
    @EnumSource
    void noPermits(FaultColumn column) throws IOException {
        FaultTenant tenant = tenant(server.setup(), column);
        Breakage.write(FaultTenant.IMAGE, FaultMode.WAITS).apply(tenant);
        decoding().hold();
        List<KeptConnection> waiting = new ArrayList<>();
        for (int i = 0; i < PLACES; i++) {
            waiting.add(ask(tenant));
        }
        decoding().awaitUnderWay(2);
        String target = target(tenant);
        long begin = System.nanoTime();
        Response refused = client().get(target);
        assertTrue(System.nanoTime() - begin < AT_ONCE.toNanos(), "not answered at once");
        Examination.answer(refused, FaultAnswer.TEXT, BUSY);
        Examination.record(records.await("GET", target), FaultAnswer.TEXT, BUSY);
        assertOthersAreServed();

        decoding().release();
        int right = 0;
        for (KeptConnection connection : waiting) {
            try (connection) {
                right += connection.receive().status() == 200 ? 1 : 0;
            }
        }
        assertTrue(right >= 2, "only " + right + " of those that were let in are answered");
        restore(tenant);
    }

    @ParameterizedTest(name = "14: more memory is needed than there is, {0}")
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DEFAULT_IMAGE_SET")
    void noMemory(FaultColumn column) throws IOException {
        FaultTenant tenant = tenant(server.setup(), column);
        Breakage.write(FaultTenant.IMAGE, () -> FaultImages.png(6000, 4500, Color.GREEN))
                .apply(tenant);
        FaultAnswer answer = column == FaultColumn.ERROR_IMAGE_SET ? FaultAnswer.ERROR_IMAGE : FaultAnswer.TEXT;
        String target = IMAGE.formatted(tenant.name()) + "40&.v=" + ++requests;
        Examination.answer(client().get(target), answer, TOO_LARGE);
        Examination.record(records.await("GET", target), answer, TOO_LARGE);
        assertOthersAreServed();
        restore(tenant);
    }

    @Test
    @DisplayName("48: decoders that loop")
    void decodersThatLoop() throws IOException {
        FaultTenant tenant = tenant(server.setup(), FaultColumn.ERROR_IMAGE_SET);
        decoding().hold();
        List<KeptConnection> looping = new ArrayList<>();
        for (String file : List.of(FaultTenant.IMAGE, "second.png", FaultTenant.LOOSE)) {
            Breakage.write(file, FaultMode.LOOPS).apply(tenant);
            looping.add(KeptConnection.open(server.setup().port()));
        }
        looping.get(0).send("/is/image/" + tenant.name() + "/image?fmt=png&wid=40");
        looping.get(1).send("/is/image/" + tenant.name() + "/second?fmt=png&wid=40");
        decoding().awaitUnderWay(2);
        // Only now, so that this is the one that has to wait.
        looping.get(2).send("/is/image/" + tenant.name() + "/" + FaultTenant.LOOSE + "?fmt=png&wid=40");
        assertOthersAreServed();
        for (KeptConnection connection : looping) {
            try (connection) {
                KeptConnection.KeptReply reply = connection.receive();
                assertEquals(503, reply.status(), reply.head());
                assertTrue(reply.head().contains("understudy-standin: text; code=server.overloaded"), reply.head());
                assertTrue(reply.head().contains("retry-after: "), reply.head());
            }
        }
        String known = IMAGE.formatted(tenant.name()) + "40&.v=" + ++requests;
        Examination.answer(client().get(known), FaultAnswer.TEXT, BUSY);
        AccessRecords.Entry record = records.await("GET", known);
        assertTrue(record.exception().contains("quarantine"), "a file that is known to loop is tried again: " + record);
        assertTrue(client().get("/health").text().contains(FaultTenant.IMAGE), "health does not tell of the file");
        assertTrue(decoding().underWay() > 0, "the loops have ended");
        assertOthersAreServed();
        restore(tenant);
    }

    @Test
    @DisplayName("48: a decoder that eats memory")
    void aDecoderThatEatsMemory() throws IOException {
        FaultTenant tenant = tenant(server.setup(), FaultColumn.NOTHING_SET);
        Breakage.write(FaultTenant.IMAGE, FaultMode.DEVOURS).apply(tenant);
        String target = target(tenant);
        Examination.answer(client().get(target), FaultAnswer.TEXT, BUSY);
        Examination.record(records.await("GET", target), FaultAnswer.TEXT, BUSY);
        assertOthersAreServed();
        restore(tenant);
    }

    /** Of another tenant, with an image that is in no cache. */
    private static void assertOthersAreServed() {
        Response response = client().get("/is/image/other/image?fmt=png&wid=" + ++requests);
        assertEquals(200, response.status(), response::toString);
    }

    private static void restore(FaultTenant tenant) throws IOException {
        tenant.restoreFiles(LocalFaults.HERE);
        String target = IMAGE.formatted(tenant.name()) + "40&.v=" + ++requests;
        Response response = client().await(target, SOON, each -> each.status() == 200);
        Examination.answer(response, FaultAnswer.RIGHT, BUSY);
    }

    private static KeptConnection ask(FaultTenant tenant) throws IOException {
        KeptConnection connection = KeptConnection.open(server.setup().port());
        connection.send(target(tenant));
        return connection;
    }

    /** A size that nobody has asked for. */
    private static String target(FaultTenant tenant) {
        return IMAGE.formatted(tenant.name()) + ++requests;
    }

    private static FaultTenant tenant(Setup setup, FaultColumn column) {
        return new FaultTenant(setup, "overload-" + column.ordinal());
    }

    private static DecodingControl decoding() {
        return new DecodingControl(client());
    }

    private static Client client() {
        return server.client();
    }
}

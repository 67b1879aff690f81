package dev.understudy.itest.faults;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.itest.container.Container;
import dev.understudy.itest.container.Setup;
import dev.understudy.itest.helper.FaultMode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Row 46: many want the same image, which is not in the cache. */
class StampedeIT {

    private static final int CLIENTS = 200;

    @RegisterExtension
    static final Container SERVER = FaultServers.shared();

    @Test
    @DisplayName("46: 200 identical misses at once")
    void oneRendering() throws Exception {
        Setup setup = SERVER.server().setup();
        FaultTenant tenant = new FaultTenant(setup, "stampede");
        tenant.create(LocalFaults.HERE, "", "");
        Breakage.write(FaultTenant.IMAGE, FaultMode.WAITS).apply(tenant);
        tenant.awaitLoaded(SERVER.client());
        DecodingControl decoding = new DecodingControl(SERVER.client());
        decoding.hold();
        int before = decoding.begun();
        String target = "/is/image/stampede/image?fmt=png&wid=40";
        List<KeptConnection> clients = new ArrayList<>();
        try {
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(KeptConnection.open(setup.port()));
                clients.get(i).send(target);
            }
            decoding.awaitUnderWay(1);
            Thread.sleep(500);
            decoding.release();
            byte[] first = clients.get(0).receive().body();
            for (KeptConnection client : clients.subList(1, CLIENTS)) {
                KeptConnection.KeptReply reply = client.receive();
                assertEquals(200, reply.status(), reply.head());
                assertArrayEquals(first, reply.body());
            }
        } finally {
            decoding.release();
            for (KeptConnection client : clients) {
                client.close();
            }
        }
        assertEquals(before + 1, decoding.begun(), "renderings");
        List<String> uses = new AccessRecords(setup)
                .await("GET", target, CLIENTS).stream()
                        .map(AccessRecords.Entry::cacheUse)
                        .toList();
        assertEquals(1, uses.stream().filter("CREATED"::equals).count(), uses::toString);
        assertEquals(CLIENTS - 1, uses.stream().filter("REUSED"::equals).count(), uses::toString);
    }
}

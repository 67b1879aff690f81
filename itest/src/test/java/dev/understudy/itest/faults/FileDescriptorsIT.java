package dev.understudy.itest.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.itest.container.ProcessServer;
import dev.understudy.itest.container.Setup;
import dev.understudy.itest.helper.ProcessControl;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Row 15: no file can be opened any more. Who has a connection already learns that; nobody gets a new one. */
class FileDescriptorsIT {

    private static final int FILES = 600;

    @Test
    @DisplayName("15: out of file descriptors")
    void exhausted() throws IOException {
        FaultTenant tenant = new FaultTenant(FaultServers.prepared(Setup.brief("few-files")), "few");
        tenant.create(LocalFaults.HERE, "DefaultImage=default\nErrorImage=error\n", "");
        List<String> targets = List.of("/is/image/few/image?fmt=png&wid=40", "/is/content/few/leaflet");
        try (ProcessServer server = FaultServers.ready(ProcessServer.launchFelix(tenant.setup(), FILES));
                KeptConnection client = KeptConnection.open(tenant.setup().port())) {
            AccessRecords records = new AccessRecords(tenant.setup());
            assertEquals(200, client.get("/is/image/few/second?fmt=png&wid=40").status());
            int opened = Integer.parseInt(
                    new String(client.get(ProcessControl.MOUNT + "/exhaust").body()));
            assertTrue(opened > 0 && opened < FILES, () -> opened + " files could be opened");
            for (String target : targets) {
                KeptConnection.KeptReply reply = client.get(target);
                assertEquals(503, reply.status(), reply.head());
                assertTrue(reply.head().contains("understudy-standin: text; code=storage.unavailable"), reply.head());
                assertTrue(reply.head().contains("retry-after: "), reply.head());
                assertTrue(reply.head().contains("cache-control: no-store"), reply.head());
                AccessRecords.Entry entry = records.await("GET", target);
                assertEquals(3, entry.processingStatus(), entry::toString);
                assertTrue(entry.exception().startsWith("storage.unavailable:"), entry::toString);
            }
            client.get(ProcessControl.MOUNT + "/relieve");
            for (String target : targets) {
                KeptConnection.KeptReply reply = client.get(target);
                assertEquals(200, reply.status(), reply.head());
                assertFalse(reply.head().contains("\nunderstudy-standin:"), reply.head());
            }
            assertEquals(200, server.client().get("/health").status());
        }
    }
}

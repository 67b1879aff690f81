package dev.understudy.itest.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.itest.container.Client;
import dev.understudy.itest.container.Container;
import dev.understudy.itest.container.Response;
import dev.understudy.itest.helper.ProcessControl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Row 47: clients that send slowly, read slowly, or do not read at all. */
class SlowClientsIT {

    private static final int CLIENTS = 1000;
    /** More than a fast server's threads at rest may differ by, fewer than one for each slow client. */
    private static final int THREADS = 300;

    private static final int ROUNDS = 4;
    private static final int SMALL_BUFFER = 4096;
    private static final String LARGE = "/is/image/large/image?fmt=png&wid=1600";
    private static final String REQUEST = "GET " + LARGE + " HTTP/1.1\r\nHost: slow\r\n\r\n";

    @RegisterExtension
    static final Container SERVER = FaultServers.shared();

    @Test
    @DisplayName("47: 1,000 slow clients")
    void othersAreServed() throws Exception {
        FaultTenant tenant = new FaultTenant(SERVER.server().setup(), "large");
        tenant.create(LocalFaults.HERE, "DefaultPix=0,0\n", "");
        Breakage.write(FaultTenant.IMAGE, FaultImages::busyPng).apply(tenant);
        tenant.awaitLoaded(client());
        Response large = client().get(LARGE);
        assertEquals(200, large.status());
        assertTrue(large.body().length > 1_000_000, "too small to keep a client busy: " + large.body().length);
        long threads = process("threads");
        long files = process("files");
        List<SlowClient> clients = new ArrayList<>();
        try {
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(SlowClient.open(SERVER.server().setup().port(), i));
            }
            for (int round = 0; round < ROUNDS; round++) {
                for (SlowClient client : clients) {
                    client.proceed();
                }
                for (int wid = 100; wid < 120; wid++) {
                    assertEquals(
                            200,
                            client().get("/is/image/large/second?wid=" + (wid + 20 * round))
                                    .status());
                }
                long now = process("threads");
                assertTrue(now < threads + THREADS, () -> threads + " threads have become " + now);
                Thread.sleep(1000);
            }
        } finally {
            for (SlowClient client : clients) {
                client.close();
            }
        }
        awaitFiles(files + CLIENTS / 10);
    }

    /** One of three sorts: one sends a byte a round, one reads a byte a round, one does not read. */
    private static final class SlowClient {

        private final SocketChannel channel;
        private final int sort;
        private int sent;

        private SlowClient(SocketChannel channel, int sort) {
            this.channel = channel;
            this.sort = sort;
        }

        static SlowClient open(int port, int number) throws IOException {
            SocketChannel channel = SocketChannel.open();
            channel.setOption(StandardSocketOptions.SO_RCVBUF, SMALL_BUFFER);
            channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.configureBlocking(false);
            SlowClient client = new SlowClient(channel, number % 3);
            client.send(client.sort == 0 ? 1 : REQUEST.length());
            return client;
        }

        void proceed() throws IOException {
            if (sort == 0) {
                send(1);
            } else if (sort == 1) {
                channel.read(ByteBuffer.allocate(1));
            }
        }

        private void send(int bytes) throws IOException {
            byte[] request = REQUEST.getBytes(StandardCharsets.US_ASCII);
            sent += channel.write(ByteBuffer.wrap(request, sent, bytes));
        }

        void close() throws IOException {
            channel.close();
        }
    }

    private static void awaitFiles(long most) {
        long start = System.nanoTime();
        while (process("files") > most) {
            assertTrue(System.nanoTime() - start < 30_000_000_000L, "connections are left open");
            Clients.pause();
        }
    }

    private static long process(String what) {
        return Long.parseLong(client().get(ProcessControl.MOUNT + "/" + what).text());
    }

    private static Client client() {
        return SERVER.client();
    }
}

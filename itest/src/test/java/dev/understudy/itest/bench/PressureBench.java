package dev.understudy.itest.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.itest.container.Build;
import dev.understudy.itest.container.Client;
import dev.understudy.itest.container.ProcessServer;
import dev.understudy.itest.container.Response;
import dev.understudy.itest.container.Setup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a tenant's visitors notice of trouble elsewhere: of another tenant that is flooded with requests, and of a thousand clients that
 * read slowly. The same requests are timed at rest, under pressure, and at rest again, in one run.
 *
 * <p>{@code -Dbench.requests=600}; the reports are in {@code itest/target/bench}.
 */
class PressureBench {

    private static final Logger LOG = LoggerFactory.getLogger(PressureBench.class);

    private static final int REQUESTS = Integer.getInteger("bench.requests", 600);
    /** More than may wait, so that some are turned away. */
    private static final int FLOOD = 400;

    private static final int SLOW = 1000;
    private static final long AFTER_REFUSAL = 1000; // as Retry-After says

    private final Setup setup = Setup.fresh("pressure").setting("dev.understudy.http", "log.pattern", "%s %D %U");
    private final Random random = new Random(1);
    private final Latencies refusals = new Latencies();
    private final AtomicInteger served = new AtomicInteger();
    private final Queue<String> unexpected = new ConcurrentLinkedQueue<>();
    private ProcessServer server;
    private volatile boolean pressing = true;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        TestUrls.create(setup);
        server = ProcessServer.felix(setup);
        measured();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void anotherTenantIsFlooded() throws Exception {
        Latencies before = measured();
        ExecutorService flood = Executors.newFixedThreadPool(FLOOD);
        for (int i = 0; i < FLOOD; i++) {
            Random sizes = new Random(i);
            flood.execute(() -> flood(sizes));
        }
        TimeUnit.SECONDS.sleep(3);
        Latencies during = measured();
        pressing = false;
        flood.shutdown();
        assertTrue(flood.awaitTermination(60, TimeUnit.SECONDS));
        String note = FLOOD + " clients of another tenant got " + served + " images; turned away: " + refusals
                + "\n(in the server's own view: " + Latencies.of(logged("503", "/is/image/substituting/")) + ")";
        report("flooded", note, before, during, measured());
        assertEquals(List.of(), List.copyOf(unexpected));
        assertTrue(refusals.count() > 0, "nobody was turned away");
    }

    @Test
    void aThousandClientsReadSlowly() throws Exception {
        Latencies before = measured();
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < SLOW; i++) {
                slow.add(slowReader("/is/image/substituting/p3?wid=1500&fmt=png"));
            }
            Latencies during = measured();
            long threads = ProcessStats.of(server.pid()).threads();
            report("slow-readers", SLOW + " clients do not read; " + threads + " threads", before, during, measured());
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    /** Images that have to be made, two at a time. */
    private Latencies measured() throws InterruptedException {
        Latencies latencies = new Latencies();
        ExecutorService visitors = Executors.newFixedThreadPool(2);
        for (int i = 0; i < REQUESTS; i++) {
            String target = "/is/image/plain/p" + (1 + random.nextInt(8)) + "?wid=" + (200 + random.nextInt(300));
            visitors.execute(() -> {
                long start = System.nanoTime();
                assertEquals(200, server.client().get(target + "&cache=off").status());
                latencies.add(System.nanoTime() - start);
            });
        }
        visitors.shutdown();
        assertTrue(visitors.awaitTermination(10, TimeUnit.MINUTES));
        assertEquals(REQUESTS, latencies.count(), "a visitor got no image");
        return latencies;
    }

    private void flood(Random sizes) {
        Client client = server.client();
        while (pressing) {
            long start = System.nanoTime();
            Response response = client.get("/is/image/substituting/p" + (1 + sizes.nextInt(8)) + "?cache=off&wid="
                    + (400 + sizes.nextInt(900)));
            if (response.status() == 200) {
                served.incrementAndGet();
                continue;
            }
            refusals.add(System.nanoTime() - start);
            if (response.status() != 503 || !response.header("Retry-After").equals("1")) {
                unexpected.add(response.toString());
            }
            try {
                Thread.sleep(AFTER_REFUSAL);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private Socket slowReader(String target) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(2048);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), setup.port()));
        String request = "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** How long the server says that it took, from having read a request to having sent its answer; in order. */
    private List<Long> logged(String status, String path) throws IOException {
        List<Long> millis = new ArrayList<>();
        try (Stream<Path> files = Files.list(setup.logs())) {
            for (Path file : files.filter(file -> file.getFileName().toString().startsWith("access-"))
                    .sorted()
                    .toList()) {
                Files.readAllLines(file).stream()
                        .map(line -> line.split(" "))
                        .filter(words -> words[0].equals(status) && words[2].startsWith(path))
                        .forEach(words -> millis.add(Long.parseLong(words[1])));
            }
        }
        return millis;
    }

    /** The visitors' answers in the server's own view: those at rest, those under pressure, and those at rest again. */
    private String inTheServersView() throws IOException {
        List<Long> all = logged("200", "/is/image/plain/");
        int last = all.size();
        return String.format(
                "in the server's own view: %s; %s; %s%n",
                Latencies.of(all.subList(last - 3 * REQUESTS, last - 2 * REQUESTS)),
                Latencies.of(all.subList(last - 2 * REQUESTS, last - REQUESTS)),
                Latencies.of(all.subList(last - REQUESTS, last)));
    }

    private void report(String name, String note, Latencies before, Latencies during, Latencies after)
            throws IOException {
        double rest = Math.max(before.within(0.99), after.within(0.99));
        String report = String.format(
                "%s%nat rest:        %s%nunder pressure: %s%nat rest again:  %s%n99 %%: %.2f times as long%n%s",
                note, before, during, after, during.within(0.99) / rest, inTheServersView());
        Path folder = Files.createDirectories(Build.scratch().resolveSibling("bench"));
        Files.writeString(folder.resolve(name + ".txt"), report);
        LOG.info("{}", report);
    }
}

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
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mixed load with faults: one request in a hundred does harm. No answer may show a wrong image, none may be an error while
 * the image's file is sound, and the server may not grow.
 *
 * <p>{@code -Dbench.minutes=10 -Dbench.clients=6 -Dbench.seed=1}; the report is {@code itest/target/bench/mixed-load.txt}.
 */
class MixedLoadBench {

    private static final Logger LOG = LoggerFactory.getLogger(MixedLoadBench.class);

    private static final double HARMFUL = 0.01;
    private static final int PARTS = 10;
    private static final Duration LENGTH = Duration.ofMinutes(Long.getLong("bench.minutes", 10));
    private static final int CLIENTS = Integer.getInteger("bench.clients", 6);
    private static final long SEED = Long.getLong("bench.seed", 1);

    private final Setup setup = Setup.fresh("mixed-load");
    private final StatusTally tally = new StatusTally();
    private final Random seeds = new Random(SEED);

    @Test
    void noWrongImageAndNoLeak() throws Exception {
        TestUrls stock = TestUrls.create(setup);
        try (ProcessServer server = ProcessServer.felix(setup)) {
            run(stock, server.client(), LENGTH.dividedBy(5));
            ProcessStats before = ProcessStats.of(server.pid());
            long start = System.nanoTime();
            int asked = tally.latencies().count();
            List<ProcessStats> meanwhile = new ArrayList<>();
            for (int part = 0; part < PARTS; part++) {
                run(stock, server.client(), LENGTH.dividedBy(PARTS));
                meanwhile.add(ProcessStats.of(server.pid()));
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            ProcessStats after = meanwhile.get(PARTS - 1);
            double rate = (tally.latencies().count() - asked) / seconds;
            for (String target : tally.targets()) {
                tally.compare(server.client().get(target));
            }
            report(before, meanwhile, rate);
            assertEquals(List.of(), List.copyOf(tally.wrong()));
            assertTrue(after.threads() <= before.threads() + 20, "threads: " + before + ", then " + after);
            assertTrue(after.files() <= before.files() + 50, "descriptors: " + before + ", then " + after);
            assertTrue(after.heap() <= before.heap() * 1.5 + 16, "heap: " + before + ", then " + after);
        }
    }

    private void run(TestUrls stock, Client client, Duration length) throws InterruptedException {
        long end = System.nanoTime() + length.toNanos();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        for (int i = 0; i < CLIENTS; i++) {
            Random random = new Random(seeds.nextLong());
            clients.execute(() -> {
                while (System.nanoTime() < end) {
                    try {
                        step(stock, client, random);
                    } catch (Exception | AssertionError e) {
                        LOG.warn("A client", e);
                        tally.note(e.toString());
                    }
                }
            });
        }
        clients.shutdown();
        assertTrue(clients.awaitTermination(length.toSeconds() + 120, TimeUnit.SECONDS), "clients hang");
    }

    private void step(TestUrls stock, Client client, Random random) throws Exception {
        CheckedImage image = stock.image(random);
        String target = TestUrls.target(image, random);
        if (random.nextDouble() >= HARMFUL) {
            ask(client, image, target);
            return;
        }
        switch (random.nextInt(7)) {
            case 0, 1 -> image.harm(FailureCount.any(random), () -> ask(client, image, target + "&qlt=71"));
            case 2 -> FailureCount.halfWritten(stock.catalogFile(random), () -> ask(client, image, target));
            case 3 -> FailureCount.inCache(setup.cache(), random);
            case 4 -> refused(client, image.path() + "?wid=undefined");
            case 5 -> refused(client, image.path() + "-that-is-not-there");
            default -> leave(target);
        }
    }

    private void ask(Client client, CheckedImage image, String target) {
        int before = image.soundness();
        int honest = image.honesty();
        long start = System.nanoTime();
        Response response = client.get(target);
        boolean sound = before >= 0 && image.soundness() == before;
        boolean misled = honest < 0 || image.honesty() != honest;
        tally.add(response, System.nanoTime() - start, sound, misled);
    }

    private void refused(Client client, String target) {
        long start = System.nanoTime();
        Response response = client.get(target);
        tally.add(response, System.nanoTime() - start, false, false);
        if (response.header("Understudy-StandIn").isEmpty()) {
            tally.note(response + " although it cannot be served");
        }
    }

    /** Asks and goes away. */
    private void leave(String target) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), setup.port())) {
            String request = "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            tally.count("client left");
        }
    }

    private void report(ProcessStats before, List<ProcessStats> meanwhile, double rate) throws IOException {
        String report = String.format(
                "Mixed load, %d min, %d clients, 1 request in %.0f harmful, seed %d%n"
                        + "Java %s, %d processors%n%n%.0f requests a second; %s%n"
                        + "after %s of warming up: %s%nafterwards, each tenth:%n%s%n%s%nwrong: %s%n",
                LENGTH.toMinutes(),
                CLIENTS,
                1 / HARMFUL,
                SEED,
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                rate,
                tally.latencies(),
                LENGTH.dividedBy(5),
                before,
                meanwhile.stream().map(vitals -> "  " + vitals + "\n").collect(Collectors.joining()),
                tally,
                tally.wrong());
        Path folder = Files.createDirectories(Build.scratch().resolveSibling("bench"));
        Files.writeString(folder.resolve("mixed-load.txt"), report);
        LOG.info("{}", report);
    }
}
